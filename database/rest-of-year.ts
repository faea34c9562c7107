import { mayBeCarriedOut } from '../domain/committees/decision';
import { boundAnswer } from '../domain/forms/fields';
import type { FormRegistry } from '../domain/forms/registry';
import { boundAmounts } from '../domain/ledger/plan';
import { asLines, isRestUnsaid, isSameOnLines, type MovedLine } from '../domain/ledger/settlement';
import { appendAudit } from './repositories/audit.repository';
import { lockCase, reopenCase } from './repositories/case.repository';
import { standingAnswer } from './repositories/corrected-answer.repository';
import { announceWord } from './repositories/outbox.repository';
import { restsOn, type RestedOn } from './repositories/resting.repository';
import { closeRounds } from './repositories/round.repository';
import { changeTask, tasksOfCase } from './repositories/task.repository';
import type { YearSettled } from './repositories/settlement.repository';
import type { Tx } from './database';

/**
 * The rest of a year was settled by a decision; a record of it that is corrected since may say another yes.
 * How much goes along then only a person can say.
 */

/** The decision on the rest of a settled year, where nobody has said yet what it means in sums. */
export async function unsaidRest(
  tx: Tx,
  municipalityId: string,
  { caseId, settled }: YearSettled,
): Promise<RestedOn | undefined> {
  const rests = await restsOn(tx, municipalityId, caseId);
  if (!rests || rests.stand.state === 'annulled') return undefined;
  const said = await standingAnswer(tx, municipalityId, { caseId, kind: 'rest' });
  const { outcome, at: recordedAt } = rests.decision;
  const wentAlong = settled.decided.lines.some(({ ore }) => ore > 0);
  const stand = { outcome, recordedAt, saidAt: said?.submitted_at, wentAlong };
  return isRestUnsaid(stand) ? rests : undefined;
}

/**
 * Asks a controller how much of the rest of a settled year goes along where that is unsaid, and takes the
 * question back where it is not any more, or a court has stopped the decision. A settlement that a person has
 * ended is left alone. Repeatable.
 */
export async function tendRest(
  tx: Tx,
  municipalityId: string,
  settlement: YearSettled,
  at: Date,
): Promise<void> {
  const { caseId } = settlement;
  const unsaid = await unsaidRest(tx, municipalityId, settlement);
  const isDue = unsaid !== undefined && mayBeCarriedOut(unsaid.stand);
  if (isDue !== settlement.closed) return;
  const current = await lockCase(tx, municipalityId, caseId);
  if (current.ending !== null || isDue !== (current.closed_at !== null)) return;
  if (isDue) {
    await reopenCase(tx, current, { phase: 'restAnew', state: 'awaitingDecision', again: true });
    const entry = { at, actor: 'system', event: 'takenUpAgain' } as const;
    await appendAudit(tx, municipalityId, caseId, entry);
  } else {
    const asked = await tasksOfCase(tx, municipalityId, caseId);
    for (const { id, step_key: key } of asked.filter(({ state }) => state === 'open')) {
      await changeTask(tx, municipalityId, id, { state: 'closed', closed_at: at });
      await closeRounds(tx, current, [key], at);
    }
  }
  await announceWord(tx, municipalityId, { caseId, kind: 'look', at });
}

/** What somebody has said of the rest of a settled year, where the year is not settled by that. */
export async function unpostedRest(
  tx: Tx,
  municipalityId: string,
  forms: FormRegistry,
  { caseId, settled }: YearSettled,
): Promise<{ lines: MovedLine[]; decision: string } | undefined> {
  const said = await standingAnswer(tx, municipalityId, { caseId, kind: 'rest' });
  if (!said) return undefined;
  const form = forms.get(said.form_reference);
  const amounts = boundAmounts(form, said.answers);
  if (!amounts) throw new Error('task.unanswered');
  const lines = asLines(amounts);
  const decision = boundAnswer(form, 'wording', said.answers) ?? '';
  const { decided } = settled;
  const isPosted = decision === decided.decision && isSameOnLines(lines, decided.lines);
  return isPosted ? undefined : { lines, decision };
}
