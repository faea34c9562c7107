import type { CommitteeOutcome } from '../committees/committee';
import type { AmountsAnswer, Fault, Faults } from '../forms/types';
import { oreOf, sumOf } from '../money';
import { carryOverEntries, settlementEntries, type Between, type Entry } from './posting';

/**
 * The settlement of one budget year of a transfer: what the receiver has used of what it got, line by
 * line. The rest goes back to the giver, or along to the next year by a decision of its own.
 */

/** What the receiver got on a line for the year, in öre: transferred, and carried over from the year before. */
export interface MovedLine {
  name: string;
  ore: number;
}

/** What became of a line, in öre: `moved` is the sum of the three others. */
export interface SettledLine {
  name: string;
  moved: number;
  used: number;
  returned: number;
  carriedOver: number;
}

/** What becomes of the rest: all back, all along to the next year, or as somebody has recorded it. */
export const restWays = ['giveBack', 'carryOver', 'asRecorded'] as const;
export type RestWay = (typeof restWays)[number];

/** What a body has decided about the rest of a settled year, and what somebody has said of it in sums. */
export interface RestStand {
  outcome: CommitteeOutcome;
  /** When the decision was recorded as it stands. */
  recordedAt: Date;
  /** When somebody said last how much goes along; undefined where nobody has. */
  saidAt: Date | undefined;
  /** Whether the year was settled by taking what was left along. */
  wentAlong: boolean;
}

/**
 * Whether somebody has to say how much of the rest goes along: it is a yes, and the year was settled by
 * something else. Other words may mean other sums; a no needs nobody, as everything goes back.
 */
export function isRestUnsaid({ outcome, recordedAt, saidAt, wentAlong }: RestStand): boolean {
  if (saidAt && saidAt >= recordedAt) return false;
  if (outcome === 'approve') return saidAt !== undefined || !wentAlong;
  return outcome === 'approveWithChange';
}

/** Whether two say the same of every line; a line that one of them leaves out has nothing. */
export function isSameOnLines(some: readonly MovedLine[], others: readonly MovedLine[]): boolean {
  const oreOn = (lines: readonly MovedLine[], line: string) =>
    lines.find(({ name }) => name === line)?.ore ?? 0;
  return [...some, ...others].every(({ name }) => oreOn(some, name) === oreOn(others, name));
}

/** What the receiver has to account for in a year; a line that is there twice is one. */
export function movedInYear(
  transferred: readonly MovedLine[],
  carriedIn: readonly MovedLine[],
): MovedLine[] {
  const lines = new Map<string, number>();
  for (const { name, ore } of [...transferred, ...carriedIn]) {
    if (ore > 0) lines.set(name, sumOf([lines.get(name) ?? 0, ore]));
  }
  return [...lines].map(([name, ore]) => ({ name, ore }));
}

/** The same as an answer of whole kronor, and back. */
export function asAmounts(year: number, lines: readonly MovedLine[]): AmountsAnswer {
  return {
    years: [year],
    lines: lines.map(({ name, ore }) => ({ name, amounts: [Math.trunc(ore / 100)] })),
  };
}

export function asLines({ lines }: AmountsAnswer): MovedLine[] {
  return lines.map(({ name, amounts: [kronor = 0] }) => ({ name, ore: oreOf(kronor) }));
}

/** What is wrong with amounts of the lines of a year: other lines, or more than there is on one. */
export function linesAbove(
  field: string,
  said: AmountsAnswer,
  { year, lines }: { year: number; lines: readonly MovedLine[] },
): Faults {
  if (said.years.length !== 1 || said.years[0] !== year)
    return { [`${field}.years`]: 'amountYears' };
  if (said.lines.length !== lines.length) return { [field]: 'amountLine' };
  return Object.fromEntries(
    asLines(said).flatMap(({ name, ore }, i): [string, Fault][] => {
      const most = lines[i];
      if (most?.name !== name) return [[`${field}.lines.${i}.name`, 'amountLine']];
      return ore > most.ore ? [[`${field}.lines.${i}.amounts.0`, 'amountAbove']] : [];
    }),
  );
}

/** What is left of each line. Throws RangeError where more was used than there was. */
export function restOf(moved: readonly MovedLine[], used: readonly MovedLine[]): MovedLine[] {
  requireLike(moved, used);
  return moved.map(({ name, ore }, i) => {
    const left = ore - (used[i]?.ore ?? 0);
    if (left < 0) throw new RangeError('more cannot be used than there was');
    return { name, ore: left };
  });
}

/** What becomes of every line. `carried` is read only where somebody has recorded it. */
export function settle(
  moved: readonly MovedLine[],
  used: readonly MovedLine[],
  way: RestWay,
  carried: readonly MovedLine[] = [],
): SettledLine[] {
  const rest = restOf(moved, used);
  const nothing = rest.map((line) => ({ ...line, ore: 0 }));
  const along = { giveBack: nothing, carryOver: rest, asRecorded: carried }[way];
  const back = restOf(rest, along);
  return moved.map(({ name, ore }, i) => {
    const returned = back[i]?.ore ?? 0;
    const left = rest[i]?.ore ?? 0;
    return { name, moved: ore, used: ore - left, returned, carriedOver: left - returned };
  });
}

/** The entries that give back what is left. */
export function returnedEntries(
  { giver, receiver }: Between,
  year: number,
  lines: readonly SettledLine[],
): Entry[] {
  const back = { giver: receiver, receiver: giver };
  return lines.flatMap(({ name, returned }) => settlementEntries(back, year, returned, name));
}

/** The entries that take it along to the next year. */
export function carriedEntries(
  { receiver }: Between,
  year: number,
  lines: readonly SettledLine[],
): Entry[] {
  return lines.flatMap(({ name, carriedOver }) =>
    carryOverEntries(receiver, year, carriedOver, name),
  );
}

/** The lines that are there in the year after. */
export function carriedIn(lines: readonly SettledLine[]): MovedLine[] {
  return lines.map(({ name, carriedOver: ore }) => ({ name, ore })).filter(({ ore }) => ore > 0);
}

export interface SettlementSums {
  moved: number;
  used: number;
  returned: number;
  carriedOver: number;
}

export function sumsOfSettled(lines: readonly SettledLine[]): SettlementSums {
  const sum = (of: keyof SettlementSums) => sumOf(lines.map((line) => line[of]));
  return {
    moved: sum('moved'),
    used: sum('used'),
    returned: sum('returned'),
    carriedOver: sum('carriedOver'),
  };
}

/** The first day (`YYYY-MM-DD`) on which the settlement of a year is asked for. */
export function settlesOn(year: number, from = '01-15'): string {
  return `${year + 1}-${from}`;
}

function requireLike(lines: readonly MovedLine[], others: readonly MovedLine[]): void {
  const isLike =
    lines.length === others.length && lines.every(({ name }, i) => others[i]?.name === name);
  if (!isLike) throw new RangeError('an account is of the lines that were transferred');
}
