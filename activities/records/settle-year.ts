import { withCoding } from '../../database/account-coding';
import {
  findTransactionByKey,
  postTransaction,
} from '../../database/repositories/ledger.repository';
import { resolveAttentions } from '../../database/repositories/attention.repository';
import { announceWord } from '../../database/repositories/outbox.repository';
import { plannedYears, wakeForMoney } from '../../database/repositories/budget.repository';
import { getCase } from '../../database/repositories/case.repository';
import {
  findSettlement,
  keepSettled,
  type YearSettlement,
} from '../../database/repositories/settlement.repository';
import {
  carryingDecision,
  decisionInWords,
  restsOn,
} from '../../database/repositories/resting.repository';
import { latestAnswer } from '../../database/repositories/submission.repository';
import { stockholmDate } from '../../domain/calendar';
import { mayBeCarriedOut } from '../../domain/committees/decision';
import { DomainError } from '../../domain/errors';
import { boundAnswer } from '../../domain/forms/fields';
import type { TaskKind } from '../../domain/process';
import { boundAmounts, stoppedByCourt } from '../../domain/ledger/plan';
import type { Between, Entry, PostingKey, TransactionKind } from '../../domain/ledger/posting';
import {
  asLines,
  carriedEntries,
  restOf,
  returnedEntries,
  settle,
  type MovedLine,
  type RestWay,
} from '../../domain/ledger/settlement';
import { settlementKeys } from '../../domain/ledger/settlement-keys';
import { sumOf } from '../../domain/money';
import type { Recording } from './record-steps';

/**
 * Posts what becomes of the rest of a year, keeps that the year is settled and tells the transfer. What is
 * posted is posted once: by the transfer's case, this phase and the year. Throws `transfer.stopped` while a
 * court has stopped what it rests on.
 */
export async function settleYear(recording: Recording, decided: RestWay): Promise<void> {
  const { tx, municipality, at } = recording;
  const { transferId, year, moved } = await requireSettlement(recording);
  const way = await heldWay(recording, transferId, decided);
  const [plan] = await plannedYears(tx, municipality.id, { caseId: transferId });
  if (!plan) throw new Error('transfer.unplanned');
  const used = await accounted(recording, 'account');
  const carried = way === 'asRecorded' ? await accounted(recording, 'rest') : [];
  const lines = settle(moved, used, way, allLines(moved, carried));
  const transferDecision = await carryingDecision(tx, municipality.id, plan);
  const decision = await decisionFor(recording, way, transferDecision);
  const keys = settlementKeys(transferId, year);
  const post = (key: PostingKey, kind: TransactionKind, entries: readonly Entry[]) =>
    postOnce(recording, { transferId, between: plan }, { key, kind, entries, decision });
  const returned = returnedEntries(plan, year, lines);
  const carriedOver = carriedEntries(plan, year, lines);
  await post(keys.returned, 'settlement', returned);
  await post(keys.carriedOver, 'carryOver', carriedOver);
  await wakeForMoney(tx, municipality.id, [...returned, ...carriedOver], at);
  await keepSettled(tx, municipality.id, { transferId, year, lines, decision, at });
  await unflag(recording);
  await tellTransfer(recording);
}

/** What had stopped is posted after all: nobody needs to see to it. */
async function unflag({ tx, municipality, current, at }: Recording): Promise<void> {
  const { id: caseId, phase } = current;
  const ways: RestWay[] = ['giveBack', 'carryOver', 'asRecorded'];
  const keys = ways.map((way) => `${way}/${phase.generation}/${stoppedByCourt}`);
  await resolveAttentions(tx, municipality.id, { caseId, keys, at });
}

/**
 * What becomes of the rest as courts have it: a decision to take it along that was annulled gives it back,
 * and nothing is posted on one that is stopped, or for a transfer that is.
 */
async function heldWay(
  { tx, municipality: { id }, current }: Recording,
  transferId: string,
  decided: RestWay,
): Promise<RestWay> {
  const transfer = await restsOn(tx, id, transferId);
  const own = decided === 'giveBack' ? undefined : await restsOn(tx, id, current.id);
  const isAnnulled = own?.stand.state === 'annulled';
  const isStopped = own && !isAnnulled && !mayBeCarriedOut(own.stand);
  if (isStopped || (transfer && !mayBeCarriedOut(transfer.stand)))
    throw new DomainError(stoppedByCourt);
  return isAnnulled ? 'giveBack' : decided;
}

/** The transfer looks at how its years stand, also when it has closed; one that a person has ended does not. */
export async function tellTransfer(recording: Recording): Promise<void> {
  const { tx, municipality, at } = recording;
  const { transferId } = await requireSettlement(recording);
  const transfer = await getCase(tx, municipality.id, transferId);
  if (transfer.ending !== null) return;
  await announceWord(tx, municipality.id, { caseId: transferId, kind: 'look', at });
}

/** What is left of each line, as its receiver has accounted for it; and what it proposes. */
export async function accountedRest(
  recording: Recording,
): Promise<{ left: number; lines: MovedLine[]; proposes: string }> {
  const { moved } = await requireSettlement(recording);
  const lines = restOf(moved, await accounted(recording, 'account'));
  const { answers } = await answered(recording, 'account');
  const left = sumOf(lines.map(({ ore }) => ore));
  return { left, lines, proposes: typeof answers['rest'] === 'string' ? answers['rest'] : '' };
}

async function requireSettlement({
  tx,
  municipality,
  current,
}: Recording): Promise<YearSettlement> {
  const found = await findSettlement(tx, municipality.id, current.id);
  if (!found) throw new Error('settlement.unknown');
  return found;
}

/** Of what it is decided on each line; the decision on the rest may leave out lines without any. */
function allLines(moved: readonly MovedLine[], some: readonly MovedLine[]): MovedLine[] {
  return moved.map(({ name }) => ({
    name,
    ore: some.find((line) => line.name === name)?.ore ?? 0,
  }));
}

async function accounted(recording: Recording, kind: TaskKind): Promise<MovedLine[]> {
  const { form, answers } = await answered(recording, kind);
  const amounts = boundAmounts(form, answers);
  if (!amounts) throw new Error('task.unanswered');
  return asLines(amounts);
}

/** What was answered last to a question of the case. */
async function answered({ tx, forms, municipality, current }: Recording, kind: TaskKind) {
  const found = await latestAnswer(tx, municipality.id, { caseId: current.id, kind });
  if (!found) throw new Error('task.unanswered');
  return { form: forms.get(found.form_reference), answers: found.answers };
}

/** What it rests on: giving back on the transfer's own decision, all else on a decision of its own. */
async function decisionFor(
  recording: Recording,
  way: RestWay,
  transferDecision: string,
): Promise<string> {
  if (way === 'asRecorded') {
    const { form, answers } = await answered(recording, 'rest');
    return boundAnswer(form, 'wording', answers) ?? '';
  }
  const { left, proposes } = await accountedRest(recording);
  if (way === 'giveBack' && (left === 0 || proposes !== 'carryOver')) return transferDecision;
  const { tx, municipality, current } = recording;
  const rests = await restsOn(tx, municipality.id, current.id);
  if (!rests) throw new Error('settlement.undecided');
  if (rests.stand.state === 'annulled') return transferDecision;
  return decisionInWords(rests.decision);
}

async function postOnce(
  recording: Recording,
  { transferId, between }: { transferId: string; between: Between },
  {
    key,
    kind,
    entries,
    decision,
  }: { key: PostingKey; kind: TransactionKind; entries: readonly Entry[]; decision: string },
): Promise<void> {
  const { tx, municipality, at } = recording;
  const { ledger: book } = municipality;
  if (!book) throw new Error('ledger.noAccount');
  if (entries.length === 0) return;
  if (await findTransactionByKey(tx, municipality.id, key)) return;
  const coded = await withCoding(recording, { caseId: transferId, between }, entries);
  const posting = { key, kind, decision, recordedBy: 'system', postedOn: stockholmDate(at) };
  await postTransaction(tx, municipality.id, { ...posting, entries: coded }, book);
}
