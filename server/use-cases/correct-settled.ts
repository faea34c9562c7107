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
  type Settled,
  type YearSettled,
} from '../../database/repositories/settlement.repository';
import {
  insertSubmission,
  type Submission,
} from '../../database/repositories/submission.repository';
import { tendRest } from '../../database/rest-of-year';
import { resettleYears } from '../../database/resettle-years';
import type { AnswerCorrectionRequest, SettledCorrectionView } from '../../domain/api/desk';
import { formView } from '../../domain/api/shapes';
import { stockholmDate } from '../../domain/calendar';
import { mayBeCarriedOut } from '../../domain/committees/decision';
import { DomainError } from '../../domain/errors';
import {
  settledCorrections,
  type SettledQuestion,
} from '../../domain/forms/definitions/settled-corrections';
import { boundAnswer } from '../../domain/forms/fields';
import { parseAnswers } from '../../domain/forms/schema';
import type { AmountsAnswer, Answers, Faults } from '../../domain/forms/types';
import { stoppedByCourt } from '../../domain/ledger/plan';
import { asAmounts, asLines, linesAbove, type MovedLine } from '../../domain/ledger/settlement';
import type { Municipality } from '../../domain/municipality';
import type { Official } from '../../domain/officials';
import { translator } from '../../domain/texts';
import type { ServerContext } from '../context';
import { firstCorrection } from './correct-answer';
import { refuseOwnSettlement, withLineHelp } from './settlement-tasks';

/** What is corrected, and by whom. */
interface Correcting {
  municipality: Municipality;
  official: Official;
  question: SettledQuestion;
}

/**
 * What a settled year rests on, to be corrected: its lines with what holds now. Throws `settlement.unknown`,
 * also where nobody has answered that question, `settlement.notSettled`, and what `refuseOwnSettlement` throws.
 */
export async function readSettledCorrection(
  tx: Tx,
  found: Case,
  { official, question }: Correcting,
): Promise<SettledCorrectionView> {
  const { year, settled } = await requireSettled(tx, found);
  await refuseOwnSettlement(tx, found, official, question);
  const standing = await standingOf(tx, found, question);
  const form = settledCorrections[question];
  const { most, now } = boundsOf(settled, question);
  const field = form.bindings.amounts ?? '';
  return {
    number: found.number,
    title: found.organisation_name,
    form: formView.parse(withLineHelp(form, question, most)),
    answers: { ...standing.answers, [field]: asAmounts(year, now) },
    corrects: standing.id,
  };
}

/**
 * Records what is right of a settled year where its account, or what was recorded about its rest, was wrong:
 * a new answer that points at the one before. The year, and those after it, are settled anew in the ledger by new
 * postings, and the transfer's parties are told. Never by whoever accounted, or asked for the money. Throws
 * what reading it throws, `form.invalid`, `task.correctedBy` for whoever comes second, `transfer.stopped`,
 * and `ledger.notCovered` where the money that has to move is not there any more.
 */
export async function correctSettled(
  tx: Tx,
  context: Pick<ServerContext, 'clock' | 'forms'>,
  found: Case,
  correcting: Correcting,
  { corrects, answers: typed }: AnswerCorrectionRequest,
): Promise<void> {
  const at = context.clock();
  const { municipality, official, question } = correcting;
  const { transferId } = await requireSettled(tx, found);
  // In this order everywhere: what is posted of a transfer is changed by one at a time.
  await lockCase(tx, municipality.id, transferId);
  const current = await lockCase(tx, municipality.id, found.id);
  const { year, settled } = await requireSettled(tx, current);
  await refuseOwnSettlement(tx, current, official, question);
  const standing = await standingOf(tx, current, question);
  if (standing.id !== corrects) throw await firstCorrection(tx, current, corrects);
  await refuseStopped(tx, current, transferId);
  const { reason, ...answers } = checked(settled, year, question, typed);
  const by = official.subject;
  await keepAnswer(tx, standing, { answers, reason: reason as string, by, at });
  const changed = await resettleYears(tx, municipality, {
    ...{ forms: context.forms, transferId, recordedBy: by, at },
    corrected: { year, ...correctedBy(question, answers) },
    plan: await plannedYears(tx, municipality.id, { caseId: transferId }),
    because: translator(municipality.defaultLanguage, 'document')(
      `settlement.corrected.${question}`,
      { year, day: stockholmDate(at) },
    ),
  });
  const cases = [current.id, transferId];
  await note(tx, correcting, { cases, changed, reason: reason as string, at });
  // A question about the rest that stands open may be answered by this.
  await tendRest(tx, municipality.id, await requireSettled(tx, current), at);
  await addToOutbox(tx, municipality.id, { caseId: transferId, kind: 'look', at });
}

/** What the years are settled by from now on. */
function correctedBy(question: SettledQuestion, answers: Answers) {
  const form = settledCorrections[question];
  const lines = asLines(answers[form.bindings.amounts ?? ''] as AmountsAnswer);
  if (question === 'account') return { of: question, lines } as const;
  return { of: question, lines, decision: boundAnswer(form, 'wording', answers) ?? '' } as const;
}

async function requireSettled(tx: Tx, { municipality_id, id }: Case): Promise<YearSettled> {
  const settlement = await findSettlement(tx, municipality_id, id);
  if (!settlement) throw new DomainError('settlement.unknown');
  const { settled } = settlement;
  if (!settled) throw new DomainError('settlement.notSettled');
  return { ...settlement, settled };
}

/** The answer as it was given, or corrected last. */
async function standingOf(
  tx: Tx,
  { municipality_id: municipalityId, id: caseId }: Case,
  kind: SettledQuestion,
): Promise<Standing> {
  const standing = await standingAnswer(tx, municipalityId, { caseId, kind });
  if (!standing?.task_id) throw new DomainError('settlement.unknown');
  return { ...standing, task_id: standing.task_id };
}

type Standing = Submission & { task_id: string };

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
  settled: Settled,
  year: number,
  question: SettledQuestion,
  typed: Record<string, unknown>,
): Answers {
  const form = settledCorrections[question];
  const parsed = parseAnswers(form, typed);
  if (!parsed.ok) throw new DomainError('form.invalid', {}, parsed.faults);
  const field = form.bindings.amounts ?? '';
  const said = parsed.answers[field] as AmountsAnswer;
  const { most, now } = boundsOf(settled, question);
  const faults: Faults = linesAbove(field, said, { year, lines: most });
  const isSame =
    asLines(said).every(({ ore }, i) => ore === now[i]?.ore) &&
    (question === 'account' || parsed.answers['decision'] === settled.decided.decision);
  if (Object.keys(faults).length === 0 && isSame) faults[field] = 'accountSame';
  if (Object.keys(faults).length > 0) throw new DomainError('form.invalid', {}, faults);
  return parsed.answers;
}

/**
 * On each line the most there is, and what holds now: of the account as much as was asked about first, or there
 * is on the line since then; of the rest what is left.
 */
function boundsOf(
  { first, lines, accounted, decided }: Settled,
  question: SettledQuestion,
): { most: MovedLine[]; now: MovedLine[] } {
  const said = question === 'account' ? accounted : decided.lines;
  const most = lines.map(({ name, moved, used }) => {
    if (question === 'rest') return { name, ore: moved - used };
    const before = first.find((line) => line.name === name)?.moved ?? 0;
    return { name, ore: Math.max(moved, before) };
  });
  const now = lines.map(({ name }) => ({
    name,
    ore: said.find((line) => line.name === name)?.ore ?? 0,
  }));
  return { most, now };
}

/** The answer stands beside the one that it corrects; what was not asked again is as it was. */
async function keepAnswer(
  tx: Tx,
  { municipality_id: municipalityId, ...standing }: Standing,
  { answers: said, reason, by, at }: { answers: Answers; reason: string; by: string; at: Date },
): Promise<void> {
  const { case_id, task_id, form_reference, language } = standing;
  const id = randomUUID();
  const answers = { ...standing.answers, ...said };
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
  { municipality: { id: municipalityId }, official, question }: Correcting,
  {
    cases,
    changed,
    reason,
    at,
  }: { cases: string[]; changed: readonly YearSettled[]; reason: string; at: Date },
): Promise<void> {
  const by = official.subject;
  const event = `${question}Corrected` as const;
  const entry = { at, actor: 'official' } as const;
  for (const caseId of cases) {
    const intervention = await insertIntervention(tx, municipalityId, {
      ...{ case_id: caseId, task_id: null, kind: 'correctSettled', actor: 'official' },
      ...{ by, reason, at },
    });
    const details = { by, intervention };
    await appendAudit(tx, municipalityId, caseId, { ...entry, event, details });
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
