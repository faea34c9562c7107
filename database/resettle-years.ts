import { stockholmDate } from '../domain/calendar';
import type { FormRegistry } from '../domain/forms/registry';
import type { LedgerConfiguration } from '../domain/ledger/coding';
import type { Between, Entry, Posting, TransactionKind } from '../domain/ledger/posting';
import { resettle, type Resettled, type ResettlingCause } from '../domain/ledger/resettling';
import {
  carriedEntries,
  carriedIn,
  returnedEntries,
  type MovedLine,
  type SettledLine,
} from '../domain/ledger/settlement';
import { settledAgainKeys } from '../domain/ledger/settlement-keys';
import type { Municipality } from '../domain/municipality';
import { wakeForMoney, type PlanStand } from './repositories/budget.repository';
import { postTransaction, reverseTransaction } from './repositories/ledger.repository';
import {
  carryingDecision,
  decisionInWords,
  fallenDecision,
  restsOn,
} from './repositories/resting.repository';
import {
  keepSettledAgain,
  settledYearsOf,
  standingPostings,
  type YearSettled,
} from './repositories/settlement.repository';
import { withCoding } from './account-coding';
import { unsaidRest } from './rest-of-year';
import type { Tx } from './database';

export interface Resettling {
  /** The forms that were answered. */
  forms: FormRegistry;
  transferId: string;
  /** The years of the transfer as they stand. */
  plan: readonly PlanStand[];
  /** What is right of a year instead of what it was settled by. */
  corrected?: CorrectedYear;
  /** What the reversals rest on; where it is left out, that the decision to take money along fell. */
  because?: string;
  recordedBy: string;
  at: Date;
}

export type CorrectedYear = { year: number; lines: readonly MovedLine[] } & (
  | { /** What was used, line by line. */ of: 'account' }
  | { /** What may go along, line by line, and by which decision. */ of: 'rest'; decision: string }
);

/**
 * Settles the years of a transfer anew where a decision to take money along does not hold, or does so again, or
 * what a year was settled by is corrected: what went back or along wrongly is taken back in the ledger and posted as it ought to
 * be, also in the years after it. Everything is a new posting: a reversal points at what it takes back.
 * Returns the years that have changed; none where that is done already. Throws what `postTransaction`
 * throws, and is to be rolled back then.
 */
export async function resettleYears(
  tx: Tx,
  municipality: Municipality,
  resettling: Resettling,
): Promise<YearSettled[]> {
  const { transferId, corrected } = resettling;
  const settled = await settledYearsOf(tx, municipality.id, transferId);
  const fallen = await fallenYears(tx, municipality, settled);
  const unsaid = await unsaidYears(tx, municipality.id, settled);
  const because =
    resettling.because ??
    [...fallen.values()][0] ??
    (await restoredDecision(
      tx,
      municipality.id,
      settled.filter(({ year }) => !unsaid.has(year)),
    ));
  const { ledger: book } = municipality;
  if (because === undefined || !book) return [];
  const changes = changesFor(settled, resettling, { fallen: new Set(fallen.keys()), unsaid });
  if (changes.length === 0) return [];
  const cause = corrected?.of ?? (fallen.size > 0 ? 'decision' : 'restored');
  const post = await posterFor(tx, municipality, book, { ...resettling, because, cause });
  // The last year first: it gives back what the ones before it are to have.
  for (const change of [...changes].reverse()) await post.reverse(change);
  for (const change of changes) {
    const before = settled.find(({ year }) => year === change.year);
    if (before) await post.again(change, before, fallen.has(change.year));
  }
  const changed = new Set(changes.map(({ year }) => year));
  return settled.filter(({ year }) => changed.has(year));
}

/** What changes of the years, oldest first; the year that is corrected also where its sums stay. */
function changesFor(
  settled: readonly YearSettled[],
  { plan, corrected }: Resettling,
  { fallen, unsaid }: Record<'fallen' | 'unsaid', ReadonlySet<number>>,
): Resettled[] {
  const transferred = (year: number) =>
    plan.find((each) => each.year === year && each.state === 'posted')?.lines ?? [];
  const years = settled.map(({ year, settled: { lines, accounted, decided } }) => {
    const right = corrected?.year === year ? corrected : undefined;
    // As much as goes along now, until somebody has said what a decision in other words means.
    const along = unsaid.has(year) ? carriedIn(lines) : decided.lines;
    return {
      ...{ year, lines },
      accounted: right?.of === 'account' ? right.lines : accounted,
      decided: right?.of === 'rest' ? right.lines : along,
    };
  });
  const changes = resettle(years, { transferred, fallen });
  const own = years.find(({ year }) => year === corrected?.year);
  if (!own || changes.some(({ year }) => year === own.year)) return changes;
  const same = { year: own.year, before: own.lines, after: own.lines };
  return [...changes, same].sort((a, b) => a.year - b.year);
}

/** The years from which money was taken along by a decision that fell, and that in words. */
async function fallenYears(
  tx: Tx,
  { id, defaultLanguage }: Municipality,
  settled: readonly YearSettled[],
): Promise<Map<number, string>> {
  const fallen = new Map<number, string>();
  for (const { year, caseId } of settled) {
    const words = await fallenDecision(tx, id, caseId, defaultLanguage);
    if (words !== undefined) fallen.set(year, words);
  }
  return fallen;
}

/** The years of which nobody has said yet what the decision means in sums. */
async function unsaidYears(
  tx: Tx,
  municipalityId: string,
  settled: readonly YearSettled[],
): Promise<Set<number>> {
  const unsaid = new Set<number>();
  for (const each of settled) {
    if (await unsaidRest(tx, municipalityId, each)) unsaid.add(each.year);
  }
  return unsaid;
}

/** The first decision by which money was taken along, in words, where years were settled without one. */
async function restoredDecision(
  tx: Tx,
  municipalityId: string,
  settled: readonly YearSettled[],
): Promise<string | undefined> {
  const undone = settled.filter(({ settled: now }) => now.changes.at(-1)?.cause === 'decision');
  for (const { caseId } of undone) {
    const rests = await restsOn(tx, municipalityId, caseId);
    if (rests) return decisionInWords(rests.decision);
  }
  return undefined;
}

/** What posts the changes of a transfer's years. */
async function posterFor(
  tx: Tx,
  municipality: Municipality,
  book: LedgerConfiguration,
  resettling: Resettling & { because: string; cause: ResettlingCause },
) {
  const { forms, transferId, plan, corrected, because, cause, recordedBy, at } = resettling;
  const { id: municipalityId } = municipality;
  const [first] = plan;
  if (!first) throw new Error('transfer.unplanned');
  const standing = await standingPostings(tx, municipalityId, transferId);
  const same = { postedOn: stockholmDate(at), recordedBy };
  const own = { decision: await carryingDecision(tx, municipalityId, first) };

  const reverseAll = async (year: number, kind: TransactionKind) => {
    for (const { id } of standing.filter((each) => each.year === year && each.kind === kind)) {
      const key = { caseId: transferId, phase: 'reverse', step: id };
      const reversal = { id, key, ...same, decision: because };
      await reverseTransaction(tx, municipalityId, reversal, book);
    }
  };
  const post = async (posting: Pick<Posting, 'key' | 'kind' | 'decision'>, entries: Entry[]) => {
    if (entries.length === 0) return;
    const of = { caseId: transferId, between: first };
    const coded = await withCoding({ tx, forms, municipality }, of, entries);
    await postTransaction(tx, municipalityId, { ...posting, ...same, entries: coded }, book);
    await wakeForMoney(tx, municipalityId, entries, at);
  };
  return {
    reverse: async (change: Resettled) => {
      if (isLess(change, 'returned')) await reverseAll(change.year, 'settlement');
      if (isOther(change, 'carriedOver')) await reverseAll(change.year, 'carryOver');
    },
    again: async (change: Resettled, { settled }: YearSettled, isFallen: boolean) => {
      const { year, after } = change;
      const version = settled.version + 1;
      const right = corrected?.year === year ? corrected : undefined;
      const rest = right?.of === 'rest' ? right : undefined;
      const { decision } = isFallen ? own : (rest ?? settled.decided);
      const keys = settledAgainKeys(transferId, year, version);
      const returned = returnedAnew(change, first);
      await post({ key: keys.returned, kind: 'settlement', decision }, returned);
      const carried = isOther(change, 'carriedOver') ? carriedEntries(first, year, after) : [];
      await post({ key: keys.carriedOver, kind: 'carryOver', decision }, carried);
      await keepSettledAgain(tx, municipalityId, {
        ...{ transferId, year, version, lines: after, decision, at },
        cause,
        accounted: right?.of === 'account' ? right.lines : null,
        decided: rest?.lines ?? null,
      });
    },
  };
}

/** What is given back beside what has been, or all of it where less is and it was taken back. */
function returnedAnew(change: Resettled, between: Between): Entry[] {
  const { year, before, after } = change;
  if (isLess(change, 'returned')) return returnedEntries(between, year, after);
  const more = after.map((line, i) => ({
    ...line,
    returned: line.returned - (before[i]?.returned ?? 0),
  }));
  return returnedEntries(between, year, more);
}

type Sum = Extract<keyof SettledLine, 'returned' | 'carriedOver'>;

function isLess({ before, after }: Resettled, sum: Sum): boolean {
  return after.some((line, i) => line[sum] < (before[i]?.[sum] ?? 0));
}

function isOther({ before, after }: Resettled, sum: Sum): boolean {
  return after.some((line, i) => line[sum] !== (before[i]?.[sum] ?? 0));
}
