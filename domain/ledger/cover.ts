import { earliestYear, kronorByYear, latestYear } from '../forms/amounts';
import type { Answers, Faults } from '../forms/types';
import type { Language } from '../language';
import { formatKronor, formatOre, oreOf, sumOf } from '../money';

/**
 * Whether whoever is to give money has it, year by year, before anything is decided. What is left of a
 * year is the balance of its pot less what other decided transfers are to take from it and have not taken
 * yet: the money is spoken for. Requests that nobody has decided do not count, as they may come to nothing;
 * neither does the transfer that is looked at, as it would stand in its own way. What the giver is to
 * receive counts once it is there.
 */

/** A budget year that has been decided. */
export interface YearLeft {
  year: number;
  /** What is left, in öre: less than nothing where more is spoken for than there is. */
  ore: number;
  /** How much of the balance is spoken for by other decided transfers. */
  reserved: number;
}

/** What a giver has in the years that have been decided. */
export interface GiverCover {
  /** What it is called. */
  committee: string;
  /** The year it is now: what begins later may still get its budget. */
  currentYear: number;
  years: readonly YearLeft[];
}

/**
 * `covered` and `notCovered` by what is left of a decided year; `planned` in a later year whose budget is
 * still to come; `undecided` in one that has begun without a budget.
 */
export type CoverState = 'covered' | 'notCovered' | 'planned' | 'undecided';

/** How a year of a request stands. */
export interface YearStand {
  year: number;
  /** The place of the year in the request. */
  column: number;
  state: CoverState;
  /** What is asked for, in öre. */
  ore: number;
  left: number;
  reserved: number;
}

/** How each year stands in which something is asked for; amounts as typed, or as kept. */
export function coverStands(amounts: unknown, cover: GiverCover): YearStand[] {
  return kronorByYear(amounts).flatMap(({ year, kronor }, column) => {
    const ore = oreOf(sumOf(kronor));
    // A year that is still being written is none.
    if (ore === 0 || !(year >= earliestYear && year <= latestYear)) return [];
    const found = cover.years.find((each) => each.year === year);
    const { ore: left = 0, reserved = 0 } = found ?? {};
    const decided = left >= ore ? 'covered' : 'notCovered';
    const open = year > cover.currentYear ? 'planned' : 'undecided';
    return [{ year, column, ore, left, reserved, state: found ? decided : open }];
  });
}

/**
 * What is wrong with the amounts of a request, said at the line with which a year comes to more than is
 * left, or at the first amount of a year that can have no cover.
 */
export function coverFaults(amounts: unknown, cover: GiverCover, path: string): Faults {
  const byYear = kronorByYear(amounts);
  return Object.fromEntries(
    coverStands(amounts, cover).flatMap(({ column, state, left }): [string, Faults[string]][] => {
      if (!isMissing({ state })) return [];
      const most = state === 'notCovered' ? Math.max(0, left) : 0;
      const line = firstBeyond(byYear[column]?.kronor ?? [], most);
      const fault = state === 'notCovered' ? 'amountNotCovered' : 'amountYearUndecided';
      return [[`${path}.lines.${line}.amounts.${column}`, fault]];
    }),
  );
}

/** The same for whoever checks the request, and cannot change it: they do not let it go on. */
export function checkFaults(answers: Answers, amounts: unknown, cover: GiverCover): Faults {
  if (answers['outcome'] !== 'approve') return {};
  const missing = coverStands(amounts, cover).find(isMissing);
  if (!missing) return {};
  return { cover: missing.state === 'notCovered' ? 'amountNotCovered' : 'amountYearUndecided' };
}

/** The later years that stay planned until their budget is adopted. */
export function plannedOnly(amounts: unknown, cover: GiverCover): number[] {
  return coverStands(amounts, cover).flatMap(({ year, state }) =>
    state === 'planned' ? [year] : [],
  );
}

/** The sentence about a year, and what it mentions. */
export function coverSentence(
  { year, state, ore, left }: Pick<YearStand, 'year' | 'state' | 'ore' | 'left'>,
  { committee }: Pick<GiverCover, 'committee'>,
  language: Language,
) {
  const values = {
    committee,
    year: String(year),
    available: formatOre(Math.max(0, left), language),
    amount: formatKronor(Math.trunc(ore / 100), language),
  };
  return { key: `cover.${state}` as const, values };
}

function isMissing({ state }: Pick<YearStand, 'state'>): boolean {
  return state === 'notCovered' || state === 'undecided';
}

/** The first of some amounts with which their sum is more than so many öre. */
function firstBeyond(kronor: readonly number[], ore: number): number {
  return kronor.findIndex((_, i) => oreOf(sumOf(kronor.slice(0, i + 1))) > ore);
}
