import { randomUUID } from 'node:crypto';
import type { Tx } from '../../database/database';
import { fingerprint } from '../../database/fingerprint';
import { appendAudit } from '../../database/repositories/audit.repository';
import { plannedYears } from '../../database/repositories/budget.repository';
import { lockCase, type Case } from '../../database/repositories/case.repository';
import {
  insertCorrectedAnswer,
  standingAnswer,
} from '../../database/repositories/corrected-answer.repository';
import { insertIntervention } from '../../database/repositories/intervention.repository';
import { addToOutbox } from '../../database/repositories/outbox.repository';
import { restsOn } from '../../database/repositories/resting.repository';
import {
  findSettlement,
  type YearSettled,
} from '../../database/repositories/settlement.repository';
import {
  insertSubmission,
  type Submission,
} from '../../database/repositories/submission.repository';
import { resettleYears } from '../../database/resettle-years';
import type { AccountCorrectionView, AnswerCorrectionRequest } from '../../domain/api/desk';
import { formView } from '../../domain/api/shapes';
import { stockholmDate } from '../../domain/calendar';
import { mayBeCarriedOut } from '../../domain/committees/decision';
import { DomainError } from '../../domain/errors';
import { budgetSettlementCorrection } from '../../domain/forms/definitions/budget-settlement-correction';
import { parseAnswers } from '../../domain/forms/schema';
import type { AmountsAnswer, Faults } from '../../domain/forms/types';
import { stoppedByCourt } from '../../domain/ledger/plan';
import { asAmounts, asLines, linesAbove, type MovedLine } from '../../domain/ledger/settlement';
import type { Municipality } from '../../domain/municipality';
import type { Official } from '../../domain/officials';
import { translator } from '../../domain/texts';
import type { ServerContext } from '../context';
import { firstCorrection } from './correct-answer';
import { refuseOwnSettlement, withLineHelp } from './settlement-tasks';

/** Who corrects an account. */
interface Correcting {
  municipality: Municipality;
  official: Official;
}

/**
 * The account of a settled year, to be corrected: its lines with what is accounted for now. Throws
 * `settlement.unknown`, `settlement.notSettled`, and what `refuseOwnSettlement` throws.
 */
export async function readAccountCorrection(
  tx: Tx,
  found: Case,
  { official }: Correcting,
): Promise<AccountCorrectionView> {
  const { year, settled } = await requireSettled(tx, found);
  await refuseOwnSettlement(tx, found, official);
  const most = mostOf(settled);
  const form = withLineHelp(budgetSettlementCorrection, 'account', most);
  return {
    number: found.number,
    title: found.organisation_name,
    form: formView.parse(form),
    answers: { used: asAmounts(year, accountedOf(settled)) },
    corrects: (await standingAccount(tx, found)).id,
  };
}

/**
 * Records what a settled year was used for where its account was wrong: a new account that points at the one
 * before. The year, and those after it, are settled anew in the ledger by new postings, and the transfer's
 * parties are told. Never by whoever accounted, or asked for the money. Throws what reading it throws,
 * `form.invalid`, `task.correctedBy` for whoever comes second,
 * `transfer.stopped`, and `ledger.notCovered` where the money that has to move is not there any more.
 */
export async function correctAccount(
  tx: Tx,
  context: Pick<ServerContext, 'clock'>,
  found: Case,
  { municipality, official }: Correcting,
  { corrects, answers: typed }: AnswerCorrectionRequest,
): Promise<void> {
  const at = context.clock();
  const { transferId } = await requireSettled(tx, found);
  // In this order everywhere: what is posted of a transfer is changed by one at a time.
  await lockCase(tx, municipality.id, transferId);
  const current = await lockCase(tx, municipality.id, found.id);
  const { year, settled } = await requireSettled(tx, current);
  await refuseOwnSettlement(tx, current, official);
  const standing = await standingAccount(tx, current);
  if (standing.id !== corrects) throw await firstCorrection(tx, current, corrects);
  await refuseStopped(tx, current, transferId);
  const { used: amounts, reason } = checked(settled, year, typed);
  const used = asLines(amounts);
  const by = official.subject;
  await keepAccount(tx, standing, { used: amounts, reason, by, at });
  const changed = await resettleYears(tx, municipality, {
    ...{ transferId, corrected: { year, used }, recordedBy: by, at },
    plan: await plannedYears(tx, municipality.id, { caseId: transferId }),
    because: translator(municipality.defaultLanguage, 'document')('settlement.corrected', {
      year,
      day: stockholmDate(at),
    }),
  });
  const cases = [current.id, transferId];
  await note(tx, { municipality, official }, { cases, changed, reason, at });
  await addToOutbox(tx, municipality.id, { caseId: transferId, kind: 'look', at });
}

async function requireSettled(tx: Tx, { municipality_id, id }: Case): Promise<YearSettled> {
  const settlement = await findSettlement(tx, municipality_id, id);
  if (!settlement) throw new DomainError('settlement.unknown');
  const { settled } = settlement;
  if (!settled) throw new DomainError('settlement.notSettled');
  return { ...settlement, settled };
}

/** The account as it was given, or corrected last. */
async function standingAccount(
  tx: Tx,
  { municipality_id: municipalityId, id }: Case,
): Promise<Account> {
  const standing = await standingAnswer(tx, municipalityId, { caseId: id, kind: 'account' });
  if (!standing?.task_id) throw new Error('task.unanswered');
  return { ...standing, task_id: standing.task_id };
}

type Account = Submission & { task_id: string };

/** Nothing is posted on what a court has stopped: the transfer, or that its money goes along. */
async function refuseStopped(
  tx: Tx,
  { municipality_id: municipalityId, id }: Case,
  transferId: string,
): Promise<void> {
  const transfer = await restsOn(tx, municipalityId, transferId);
  const own = await restsOn(tx, municipalityId, id);
  const isOwnStopped =
    own !== undefined && own.stand.state !== 'annulled' && !mayBeCarriedOut(own.stand);
  const isStopped = transfer && (!transfer.carries || !mayBeCarriedOut(transfer.stand));
  if (isStopped || isOwnStopped) throw new DomainError(stoppedByCourt);
}

/** What was typed as the form reads it; throws `form.invalid`. */
function checked(
  settled: YearSettled['settled'],
  year: number,
  typed: Record<string, unknown>,
): { used: AmountsAnswer; reason: string } {
  const parsed = parseAnswers(budgetSettlementCorrection, typed);
  if (!parsed.ok) throw new DomainError('form.invalid', {}, parsed.faults);
  const said = parsed.answers['used'] as AmountsAnswer;
  const faults: Faults = linesAbove('used', said, { year, lines: mostOf(settled) });
  const before = accountedOf(settled);
  const isSame = asLines(said).every(({ ore }, i) => ore === before[i]?.ore);
  if (Object.keys(faults).length === 0 && isSame) faults['used'] = 'accountSame';
  if (Object.keys(faults).length > 0) throw new DomainError('form.invalid', {}, faults);
  return { used: said, reason: parsed.answers['reason'] as string };
}

/** The most there is to account for on each line: as it was asked first, or what there is on it since then. */
function mostOf({ first, lines }: YearSettled['settled']): MovedLine[] {
  return lines.map(({ name, moved }) => {
    const before = first.lines.find((line) => line.name === name)?.moved ?? 0;
    return { name, ore: Math.max(moved, before) };
  });
}

/** What is accounted for, on every line. */
function accountedOf({ accounted, lines }: YearSettled['settled']): MovedLine[] {
  return lines.map(({ name }) => ({
    name,
    ore: accounted.find((line) => line.name === name)?.ore ?? 0,
  }));
}

/** The account stands beside the one that it corrects; what it proposed about the rest has been decided. */
async function keepAccount(
  tx: Tx,
  { municipality_id: municipalityId, ...standing }: Account,
  { used, reason, by, at }: { used: AmountsAnswer; reason: string; by: string; at: Date },
): Promise<void> {
  const { case_id, task_id, form_reference, language } = standing;
  const id = randomUUID();
  const answers = { ...standing.answers, used };
  await insertSubmission(tx, municipalityId, {
    ...{ id, case_id, task_id, form_reference, answers, language, submission_key: null },
    sha256: fingerprint({ form: form_reference, answers, at, taskId: task_id }),
    submitted_at: at,
  });
  await insertCorrectedAnswer(tx, municipalityId, {
    ...{ submission_id: id, case_id, task_id, corrects: standing.id },
    ...{ recorded_by: by, reason, at },
  });
}

async function note(
  tx: Tx,
  { municipality: { id: municipalityId }, official }: Correcting,
  {
    cases,
    changed,
    reason,
    at,
  }: { cases: string[]; changed: readonly YearSettled[]; reason: string; at: Date },
): Promise<void> {
  const by = official.subject;
  const entry = { at, actor: 'official' } as const;
  for (const caseId of cases) {
    const intervention = await insertIntervention(tx, municipalityId, {
      ...{ case_id: caseId, task_id: null, kind: 'correctAccount', actor: 'official' },
      ...{ by, reason, at },
    });
    const details = { by, intervention };
    await appendAudit(tx, municipalityId, caseId, { ...entry, event: 'accountCorrected', details });
  }
  const transfer = changed[0]?.transferId;
  for (const { year } of changed) {
    const details = { by, year };
    if (transfer !== undefined)
      await appendAudit(tx, municipalityId, transfer, {
        ...entry,
        event: 'yearResettled',
        details,
      });
  }
}
