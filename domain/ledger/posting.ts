import type { AmountsAnswer } from '../forms/types';
import { oreOf, sumOf } from '../money';

/**
 * What is posted in the ledger, worked out before anything is written. Money stands in pots: what a
 * committee has in one budget year. A transaction moves it between pots, so its entries come to nothing
 * together. All amounts are whole öre.
 */

export const transactionKinds = [
  'budget',
  'transfer',
  'carryOver',
  'settlement',
  'reversal',
] as const;
export type TransactionKind = (typeof transactionKinds)[number];

/** One change of one pot. */
export interface Entry {
  committee: string;
  year: number;
  /** More than nothing is money in. */
  ore: number;
  /** The line of the request, in its sender's words; empty where there are no lines. */
  line: string;
  /** Whom the money comes from or goes to. */
  counterpart: string;
}

/** What makes a posting one that is made once: the case, its phase and its step. */
export interface PostingKey {
  /** Null for what no case has brought, such as an adopted budget. */
  caseId: string | null;
  phase: string;
  step: string;
}

export interface Posting {
  key: PostingKey;
  kind: TransactionKind;
  /** `YYYY-MM-DD` */
  postedOn: string;
  /** The decision it rests on: `KF 2018-09-24 § 142`. */
  decision: string;
  /** Who has it posted: a process (`system`) or the subject of an official; never a name. */
  recordedBy: string;
  entries: readonly Entry[];
  /** The transaction that it takes back. */
  reverses?: string;
}

/** Who gives and who receives, by the committees' ids. */
export interface Between {
  giver: string;
  receiver: string;
}

/** A year of a transfer: the entries of its lines, lines of nothing left out. */
export function transferEntries(amounts: AmountsAnswer, between: Between, year: number): Entry[] {
  const column = amounts.years.indexOf(year);
  return amounts.lines.flatMap(({ name, amounts: kronor }) =>
    moved({ ...between, year, ore: oreOf(kronor[column] ?? 0), line: name }),
  );
}

/** What changes when a budget of `ore` is adopted after one of `before`; nothing where they are equal. */
export function budgetEntries(
  {
    committee,
    year,
    ore,
    before,
  }: { committee: string; year: number; ore: number; before: number },
  source: string,
): Entry[] {
  const [giver, receiver] = ore >= before ? [source, committee] : [committee, source];
  return moved({ giver, receiver, year, ore: Math.abs(ore - before), line: '' });
}

/** What is left of a year, taken along to the next one by a decision of its own. */
export function carryOverEntries(committee: string, year: number, ore: number, line = ''): Entry[] {
  if (ore === 0) return [];
  const entry = { committee, line, counterpart: committee };
  return [
    { ...entry, year, ore: -positive(ore) },
    { ...entry, year: year + 1, ore },
  ];
}

/** What is left of a year, given back when the year is settled. */
export function settlementEntries(between: Between, year: number, ore: number, line = ''): Entry[] {
  return ore === 0 ? [] : moved({ ...between, year, ore: positive(ore), line });
}

/** The same the other way. */
export function reversedEntries(entries: readonly Entry[]): Entry[] {
  return entries.map((entry) => ({ ...entry, ore: -entry.ore }));
}

/** Money out of one pot and into another of the same year. */
function moved({
  giver,
  receiver,
  year,
  ore,
  line,
}: Between & { year: number; ore: number; line: string }): Entry[] {
  if (ore === 0) return [];
  return [
    { committee: giver, year, ore: -ore, line, counterpart: receiver },
    { committee: receiver, year, ore, line, counterpart: giver },
  ];
}

function positive(ore: number): number {
  if (!(ore > 0)) throw new RangeError('an amount is more than nothing');
  return ore;
}

/** What a transaction changes in one pot. */
export interface PotChange {
  committee: string;
  year: number;
  ore: number;
}

/** The pots that entries touch, with what changes in each, in an order that is the same for everybody. */
export function potChanges(entries: readonly Entry[]): PotChange[] {
  const pots = new Map<string, PotChange>();
  for (const { committee, year, ore } of entries) {
    const key = `${year} ${committee}`;
    const before = pots.get(key)?.ore ?? 0;
    pots.set(key, { committee, year, ore: sumOf([before, ore]) });
  }
  return [...pots.values()].sort(byPot);
}

/**
 * Entries in the order in which they are written: pot by pot, so that two who post at once wait for each
 * other instead of both waiting for ever; in each pot what comes in before what goes out.
 */
export function inPostingOrder<E extends Entry>(entries: readonly E[]): E[] {
  return [...entries].sort((a, b) => byPot(a, b) || b.ore - a.ore);
}

function byPot(a: PotChange, b: PotChange): number {
  if (a.year !== b.year) return a.year - b.year;
  return a.committee < b.committee ? -1 : Number(a.committee > b.committee);
}

/** Throws unless the entries are a transaction: two at least, of whole öre, none of nothing, balanced. */
export function requireBalanced(entries: readonly Entry[]): void {
  const ore = entries.map((entry) => entry.ore);
  if (entries.length < 2 || ore.includes(0) || sumOf(ore) !== 0) {
    throw new RangeError('the entries of a transaction come to nothing together');
  }
}
