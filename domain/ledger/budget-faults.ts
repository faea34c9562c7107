import { earliestYear, latestYear, readAmount } from '../forms/amounts';
import type { Fault, Faults } from '../forms/types';

/** What `budgetFaults` finds, and what nobody else has to be believed about. */
export const budgetJudges: readonly Fault[] = ['budgetYear'];

/**
 * What is wrong with a budget as it is recorded, typed or parsed: its year is none that money is kept for, or its
 * amount is none that money comes in.
 */
export function budgetFaults({ year, kronor }: Readonly<Record<string, unknown>>): Faults {
  // What is typed and no amount is said by the field itself.
  const read = typeof kronor === 'number' ? readAmount(kronor) : undefined;
  return { ...yearFaults(year), ...(read && 'fault' in read && { kronor: read.fault }) };
}

function yearFaults(year: unknown): Faults {
  const typed = typeof year === 'number' ? String(year) : year;
  // What is no number at all is said by the field itself.
  if (typeof typed !== 'string' || !/^\s*\d{1,6}\s*$/.test(typed)) return {};
  const isKept = Number(typed) >= earliestYear && Number(typed) <= latestYear;
  return isKept ? {} : { year: 'budgetYear' };
}
