import { withCoding } from '../../database/account-coding';
import { appendAudit } from '../../database/repositories/audit.repository';
import {
  raiseAttention,
  resolveAttentions,
  resolveAttentionsAbout,
} from '../../database/repositories/attention.repository';
import {
  plannedKey,
  plannedYears,
  wakeForMoney,
  type PlanStand,
} from '../../database/repositories/budget.repository';
import { lockCase } from '../../database/repositories/case.repository';
import { postTransaction } from '../../database/repositories/ledger.repository';
import { carryingDecision, restsOn } from '../../database/repositories/resting.repository';
import { settlementsOf } from '../../database/repositories/settlement.repository';
import type { Ending } from '../../domain/asking/stand';
import { stockholmDate } from '../../domain/calendar';
import { mayBeCarriedOut } from '../../domain/committees/decision';
import { isOver, plannedEntries } from '../../domain/ledger/plan';
import type { ProcessState } from '../../domain/process';
import { holdWithinOneBody } from './one-body';
import { hearWord } from './past-run';
import type { RecordDependencies, Recording } from './record-steps';
import {
  askAboutShortYears,
  sendStatementAnew,
  statementNumber,
  tellOfEndedYears,
  tellResettled,
} from './tell-parties';
import { tendSettlements } from './tend-settlements';
import { undoCarryOvers } from './undo-carry-overs';
import { writeToParties } from './write-to-parties';

export interface LookAtTransferInput {
  process: ProcessState;
  /** Process time in milliseconds since 1970. */
  at: number;
}

/**
 * Where a decided transfer stands; `posted` says that letters about it have been planned, `until` when to
 * look again though nobody has said anything, `settled` that there were years to settle, and `statement`
 * which closing statement it is, from 1.
 */
export type FoundTransfer =
  | { state: 'waits'; posted: boolean; until?: number }
  | { state: 'done'; posted: boolean; settled: boolean; statement?: number }
  | { state: 'ended'; how: Ending; posted?: undefined };

/**
 * Posts every year of a transfer that can be: its budget is adopted and covers it, and no court has
 * stopped the decision. A year that is short needs a person, and so does one whose giver and receiver have
 * become one body. A year that is over is settled, and settled anew
 * where a decision to take money along falls afterwards. Repeatable: a year is posted once.
 */
export async function lookAtTransfer(
  dependencies: RecordDependencies,
  { process, at }: LookAtTransferInput,
): Promise<FoundTransfer> {
  const { municipalityId, caseId } = process;
  const { database, forms, processes } = dependencies;
  return database.transaction(municipalityId, async (tx) => {
    const current = await lockCase(tx, municipalityId, caseId);
    const now = new Date(at);
    await hearWord(tx, current, process, now);
    const municipality = dependencies.municipality(municipalityId);
    const recording = { tx, forms, processes, municipality, current, at: now };
    const told = await tellOfEndedYears(recording);
    if (current.ending) return { state: 'ended', how: current.ending };
    if (current.paused_at) return { state: 'waits', posted: told };
    if (await isStopped(recording)) {
      // One that has ended waits for nothing: its parties have been told of what was taken back.
      if (current.closed_at !== null) return { state: 'done', posted: told, settled: false };
      return { state: 'waits', posted: told };
    }
    const { posted, ...found } = await carryOut(recording);
    return { ...found, posted: posted || told };
  });
}

async function carryOut(recording: Recording): Promise<Exclude<FoundTransfer, { state: 'ended' }>> {
  const { tx, municipality, current } = recording;
  const before = await plannedYears(tx, municipality.id, { caseId: current.id });
  const isHeld = await holdWithinOneBody(recording, before);
  const isPosted = !isHeld && (await postReadyYears(recording));
  const years = await plannedYears(tx, municipality.id, { caseId: current.id });
  await flagShortYears(recording, years);
  const asked = await askAboutShortYears(recording, years);
  const undone = await undoCarryOvers(recording, years);
  const told = await tellResettled(recording);
  const posted = isPosted || asked || told;
  if (!years.some(({ state }) => state === 'reversed')) await unflagRestored(recording);
  const { settled, until: next } = await tendSettlements(recording, years);
  const until = undone.until ?? next;
  if (!years.every(isOver) || !settled || undone.until !== undefined)
    return { state: 'waits', posted, ...(until && { until }) };
  const anew = await sendStatementAnew(recording, years);
  const settlements = await settlementsOf(tx, municipality.id, current.id);
  const statement = await statementNumber(recording, years);
  return { state: 'done', posted: posted || anew, settled: settlements.length > 0, statement };
}

/** A court has stopped the decision or annulled it, or it turned out to be another: nothing more is carried out. */
async function isStopped({ tx, municipality, current }: Recording): Promise<boolean> {
  const rests = await restsOn(tx, municipality.id, current.id);
  if (!rests) throw new Error('transfer.undecided');
  return !rests.carries || !mayBeCarriedOut(rests.stand);
}

/** The decision applies again, and nothing of what was taken back is left to a person. */
async function unflagRestored({ tx, municipality, current, at }: Recording): Promise<void> {
  const about = ['decision.restored'];
  await resolveAttentionsAbout(tx, municipality.id, { caseId: current.id, about, at });
}

async function postReadyYears(recording: Recording): Promise<boolean> {
  const { tx, municipality, current, at } = recording;
  const { ledger: book } = municipality;
  if (!book) throw new Error('ledger.noAccount');
  const caseId = current.id;
  let posted = false;
  // One after the other: what the first year takes the second may miss.
  for (;;) {
    const years = await plannedYears(tx, municipality.id, { caseId });
    const year = years.find(({ state }) => state === 'ready');
    if (!year) return posted;
    await postTransaction(
      tx,
      municipality.id,
      {
        key: plannedKey(caseId, year.year, year.postings + 1),
        kind: 'transfer',
        postedOn: stockholmDate(at),
        decision: await carryingDecision(tx, municipality.id, year),
        recordedBy: 'system',
        entries: await withCoding(recording, { caseId, between: year }, plannedEntries(year)),
      },
      book,
    );
    const isLast = years.every((each) => each === year || isOver(each));
    await wakeForMoney(tx, municipality.id, plannedEntries(year), at);
    await tell(recording, years.indexOf(year) + 1 + years.length * year.postings, isLast);
    posted = true;
  }
}

/**
 * A year has been posted: the order goes to both committees and to whoever asked. Orders of years that are
 * posted anew come after those of all years.
 */
async function tell(recording: Recording, nth: number, isLast: boolean): Promise<void> {
  const { tx, municipality, current, at } = recording;
  await writeToParties(recording, {
    key: `posted/${nth}`,
    template: isLast ? 'transferPostedLast' : 'transferPosted',
    attachments: [nth === 1 ? 'transferOrder' : `transferOrder#${nth}`],
  });
  const entry = { at, actor: 'system', event: 'yearPosted', details: { nth } } as const;
  await appendAudit(tx, municipality.id, current.id, entry);
}

async function flagShortYears(
  { tx, municipality, current, at }: Recording,
  years: readonly PlanStand[],
): Promise<void> {
  const enough = years.filter(({ state }) => state !== 'short').map(({ year }) => `short/${year}`);
  await resolveAttentions(tx, municipality.id, { caseId: current.id, keys: enough, at });
  for (const { state, year } of years) {
    if (state !== 'short') continue;
    const attention = { caseId: current.id, key: `short/${year}`, code: 'transfer.short', at };
    await raiseAttention(tx, municipality.id, attention);
  }
}
