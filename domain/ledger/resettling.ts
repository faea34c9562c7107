import { carriedIn, movedInYear, type MovedLine, type SettledLine } from './settlement';

/**
 * What settled years come to when a decision to take money along does not hold: what was taken along goes
 * back, and the years after it are settled without it.
 */

/** A year as it is settled. */
export interface SettledBefore {
  year: number;
  lines: readonly SettledLine[];
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
  for (const { year, lines } of [...settled].sort((a, b) => a.year - b.year)) {
    const moved = movedInYear(facts.transferred(year), last === year - 1 ? along : []);
    const fewer = lines.map((line) => withAtMost(line, oreOf(moved, line.name)));
    const after = facts.fallen.has(year) ? fewer.map(nothingAlong) : fewer;
    if (after.some((line, i) => !isSame(line, lines[i]))) {
      changes.push({ year, before: lines, after });
    }
    along = carriedIn(after);
    last = year;
  }
  return changes;
}

/**
 * A line of a year that has at most so much. What was used beyond it the receiver has paid of its own; of
 * what is left as much as was decided is taken along, and the rest goes back.
 */
function withAtMost(line: SettledLine, most: number): SettledLine {
  if (line.moved <= most) return line;
  const used = Math.min(line.used, most);
  const carriedOver = Math.min(line.carriedOver, most - used);
  return { ...line, moved: most, used, carriedOver, returned: most - used - carriedOver };
}

function nothingAlong(line: SettledLine): SettledLine {
  return { ...line, returned: line.returned + line.carriedOver, carriedOver: 0 };
}

function oreOf(lines: readonly MovedLine[], line: string): number {
  return lines.find(({ name }) => name === line)?.ore ?? 0;
}

function isSame(line: SettledLine, other: SettledLine | undefined): boolean {
  return (['moved', 'used', 'returned', 'carriedOver'] as const).every(
    (sum) => line[sum] === other?.[sum],
  );
}
