import { carriedIn, movedInYear, type MovedLine, type SettledLine } from './settlement';

/**
 * What settled years come to when a decision to take money along does not hold, or an account of a year was
 * wrong: every year is worked out anew from what was transferred, accounted for and decided, as the years
 * after it may have had more or less.
 */

/**
 * Why a settled year is settled anew: a decision does not hold, or does so again, or its account, or what was
 * recorded about its rest, was wrong.
 */
export const resettlingCauses = ['decision', 'restored', 'account', 'rest'] as const;
export type ResettlingCause = (typeof resettlingCauses)[number];

/** A year as it is settled. */
export interface SettledBefore {
  year: number;
  lines: readonly SettledLine[];
  /** What its receiver has accounted for, line by line, as it was said last. */
  accounted: readonly MovedLine[];
  /** What was decided to be taken along, line by line. */
  decided: readonly MovedLine[];
}

/** A year whose settlement has to be changed. */
export interface Resettled {
  year: number;
  before: readonly SettledLine[];
  after: readonly SettledLine[];
}

interface Facts {
  /** What was transferred for a year, line by line. */
  transferred: (year: number) => readonly MovedLine[];
  /** The years whose money was taken along by a decision that does not hold. */
  fallen: ReadonlySet<number>;
}

/** The years that are not settled as they ought to be, oldest first; nothing where all are. */
export function resettle(settled: readonly SettledBefore[], facts: Facts): Resettled[] {
  const changes: Resettled[] = [];
  let along: MovedLine[] = [];
  let last: number | undefined;
  for (const known of [...settled].sort((a, b) => a.year - b.year)) {
    const { year, lines: before } = known;
    const moved = movedInYear(facts.transferred(year), last === year - 1 ? along : []);
    const after = linesOf(known, moved, facts.fallen.has(year));
    if (after.some((line, i) => !isSame(line, before[i]))) changes.push({ year, before, after });
    along = carriedIn(after);
    last = year;
  }
  return changes;
}

/** The lines of a year in their order, and after them those that there was nothing on before. */
function linesOf(
  { lines, accounted, decided }: SettledBefore,
  moved: readonly MovedLine[],
  isFallen: boolean,
): SettledLine[] {
  const names = new Set([...lines, ...moved].map(({ name }) => name));
  return [...names].map((name) => {
    const most = oreOf(moved, name);
    // What was used beyond what there was the receiver has paid of its own.
    const used = Math.min(oreOf(accounted, name), most);
    // As much as was decided is taken along, where there is so much; the rest goes back.
    const carriedOver = isFallen ? 0 : Math.min(oreOf(decided, name), most - used);
    return { name, moved: most, used, carriedOver, returned: most - used - carriedOver };
  });
}

function oreOf(lines: readonly MovedLine[], line: string): number {
  return lines.find(({ name }) => name === line)?.ore ?? 0;
}

function isSame(line: SettledLine, other: SettledLine | undefined): boolean {
  return (['moved', 'used', 'returned', 'carriedOver'] as const).every(
    (sum) => line[sum] === (other?.[sum] ?? 0),
  );
}
