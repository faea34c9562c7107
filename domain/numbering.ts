import type { NumberSeries } from './municipality';

/** A case's number in its municipality's style: `KFN 26/114`, `KS26/114`. `year` has four digits. */
export function formatNumber(series: NumberSeries, year: number, running: number): string {
  const shortYear = String(year % 100).padStart(2, '0');
  const padded = String(running).padStart(series.digits, '0');
  return `${series.committee}${series.separator}${shortYear}/${padded}`;
}

// Committee, year, running number and, for a record in the case, its own number: `BUN17 170-3`.
const typedNumber = /^(\p{L}*)\s*(\d+)(?:\s*\/\s*|\s+)0*(\d+)(?:\s*-\s*0*(\d+))?$/u;

/** Whether a text reads as the number of a case: `KFN 18/58`, `BUN17/170`; a record's number is none. */
export function isCaseNumber(typed: string): boolean {
  const [, committee, , , record] = typedNumber.exec(typed.toUpperCase()) ?? [];
  return committee !== undefined && committee !== '' && record === undefined;
}

/** The number of a record within its case: `KFN 18/58-3`. */
export function recordNumber(caseNumber: string, record: number): string {
  return `${caseNumber}-${record}`;
}

/**
 * One form for every way of writing the same number, for searching and comparing: capitals, no
 * spaces, no leading zeros (`KFN 18/058` and `kfn18/58` give `KFN18/58`). The year stays as typed:
 * other registers number as they like. What is not a number comes back in capitals with single spaces.
 */
export function normalizeNumber(typed: string): string {
  const text = typed.normalize('NFKC').toUpperCase().normalize('NFKC').trim().replace(/\s+/g, ' ');
  const [, committee, year, running, record] = typedNumber.exec(text) ?? [];
  if (running === undefined) return text;
  return `${committee}${year}/${running}${record === undefined ? '' : `-${record}`}`;
}
