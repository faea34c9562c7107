import { mostKronor, mostSummedKronor, parseKronor, sumOf, type AmountFault } from '../money';
import { cleanLine, lengthInCharacters } from './clean-text';
import type { AmountsAnswer, Fault, Faults, FormField } from './types';

/**
 * Lines by years of whole kronor. As it is typed, an amount is text; as it is kept, a number; both are
 * read, so that what was kept can be changed. The sums are always ours: those that a sender states are
 * compared and forgotten.
 *
 * Paths: `matrix.lines.0.name`, `matrix.lines.0.amounts.2`, `matrix.years`, `matrix.stated.total`.
 */

/** The longest name of a line, in characters. */
export const mostLineName = 100;
/** The most years that can be asked for at once. */
export const mostYears = 6;
export const earliestYear = 2000;
export const latestYear = 2099;
/** The most lines where the form does not say. */
const usualLines = 20;

/** How many years the field begins with, and its most lines. */
export function amountBounds({ years, max }: FormField): { years: number; lines: number } {
  return { years: years ?? 3, lines: max ?? usualLines };
}

type Typed = Record<string, unknown>;

/** Whether nothing is written in it: the years alone are no answer. */
export function isBlankAmounts(value: unknown): boolean {
  return isObject(value) && listOf(value.lines).every((line) => isBlankLine(line, Infinity));
}

export interface JudgedAmounts {
  answer?: AmountsAnswer;
  faults: Faults;
}

/**
 * Judges what was typed, or kept earlier. Lines with nothing in them are not there; of an answer that is
 * blank and must not be, the first line says what it lacks.
 */
export function judgeAmounts(field: FormField, value: unknown, path: string): JudgedAmounts {
  const typed = isObject(value) ? value : {};
  const years = readYears(typed.years);
  if (!years) return { faults: { [`${path}.years`]: 'amountYears' } };
  const all = listOf(typed.lines);
  if (all.length > amountBounds(field).lines) return { faults: { [path]: 'tooMany' } };
  const filled = all.flatMap((line, i) => (isBlankLine(line, years.length) ? [] : [i]));
  const positions = filled.length > 0 ? filled : [0];
  const lines = positions.map((i) => judgeLine(all[i], years, `${path}.lines.${i}`));
  const faults = Object.assign({}, ...lines.map((line) => line.faults)) as Faults;
  if (Object.keys(faults).length > 0) return { faults };
  const answer = { years, lines: lines.map(({ name, amounts }) => ({ name, amounts })) };
  if (!field.fixed && sumsOf(answer).total === 0)
    return { faults: { [cell(path, positions[0])]: 'amountNothing' } };
  const wrong = wrongSums(answer, positions, typed.stated, `${path}.stated`);
  return Object.keys(wrong).length > 0 ? { faults: wrong } : { answer, faults: {} };
}

function cell(path: string, line = 0): string {
  return `${path}.lines.${line}.amounts.0`;
}

/** What is neither text nor a number is no year: JSON may hold things that nothing can be made of. */
function yearOf(value: unknown): number {
  if (typeof value === 'string') return Number(value.trim());
  return typeof value === 'number' ? value : Number.NaN;
}

/** Each year once, ascending; undefined for anything else. */
function readYears(value: unknown): number[] | undefined {
  const years = listOf(value).map(yearOf);
  const isSound = years.every(
    (year, i) =>
      Number.isInteger(year) &&
      year >= earliestYear &&
      year <= latestYear &&
      (i === 0 || year > (years[i - 1] ?? year)),
  );
  return isSound && years.length > 0 && years.length <= mostYears ? years : undefined;
}

function judgeLine(line: unknown, years: readonly number[], path: string) {
  const typed = isObject(line) ? line : {};
  const name = typeof typed.name === 'string' ? cleanLine(typed.name) : '';
  const faults: Faults = {};
  if (name === '') faults[`${path}.name`] = 'amountLine';
  if (lengthInCharacters(name) > mostLineName) faults[`${path}.name`] = 'tooLong';
  const cells = listOf(typed.amounts);
  const amounts = years.map((_, i) => {
    const parsed = readAmount(cells[i]);
    if ('kronor' in parsed) return parsed.kronor;
    faults[`${path}.amounts.${i}`] = parsed.fault;
    return 0;
  });
  return { name, amounts, faults };
}

/** Whole kronor, from text as it was typed or from a number as it was kept. */
export function readAmount(
  value: unknown,
): { kronor: number } | { fault: AmountFault | 'amountMissing' } {
  if (isNothing(value)) return { fault: 'amountMissing' };
  if (typeof value === 'string') return parseKronor(cleanLine(value));
  if (typeof value !== 'number' || !Number.isFinite(value)) return { fault: 'amount' };
  if (value < 0) return { fault: 'amountNegative' };
  if (!Number.isInteger(value)) return { fault: 'amountFraction' };
  return value > mostKronor ? { fault: 'amountTooLarge' } : { kronor: value };
}

/** What is asked for in each year, line by line, as typed or as kept; what is no amount is nothing. */
export function kronorByYear(value: unknown): { year: number; kronor: number[] }[] {
  const typed = isObject(value) ? value : {};
  const lines = listOf(typed.lines).map((line) => listOf(isObject(line) ? line.amounts : []));
  return listOf(typed.years).map((year, i) => ({
    year: Number(typeof year === 'string' ? year.trim() : year),
    kronor: lines.map((cells) => {
      const parsed = readAmount(cells[i]);
      return 'kronor' in parsed ? parsed.kronor : 0;
    }),
  }));
}

export interface AmountSums {
  /** In the order of the lines. */
  lines: number[];
  /** In the order of the years. */
  years: number[];
  total: number;
}

/** The sums of rows and columns, and of all. */
export function sumsOf({ years, lines }: AmountsAnswer): AmountSums {
  const byLine = lines.map(({ amounts }) => sumOf(amounts));
  return {
    lines: byLine,
    years: years.map((_, i) => sumOf(lines.map(({ amounts }) => amounts[i] ?? 0))),
    total: sumOf(byLine),
  };
}

/** What a sender has added up otherwise than we have. Whatever is not stated is not compared. */
function wrongSums(
  answer: AmountsAnswer,
  positions: readonly number[],
  stated: unknown,
  path: string,
): Faults {
  if (!isObject(stated)) return {};
  const ours = sumsOf(answer);
  const lines = listOf(stated.lines);
  const years = listOf(stated.years);
  return Object.fromEntries([
    ...ours.lines.flatMap((sum, i) => {
      const position = positions[i] ?? i;
      return differs(lines[position], sum, `${path}.lines.${position}`);
    }),
    ...ours.years.flatMap((sum, i) => differs(years[i], sum, `${path}.years.${i}`)),
    ...differs(stated.total, ours.total, `${path}.total`),
  ]);
}

function differs(stated: unknown, sum: number, path: string): [string, Fault][] {
  if (isNothing(stated)) return [];
  const said = readSum(stated);
  if ('kronor' in said) return said.kronor === sum ? [] : [[path, 'amountSum']];
  return [[path, said.fault === 'amountTooLarge' ? 'amountSum' : said.fault]];
}

/** A sum as it was stated: of many amounts it may be larger than any one of them may be. */
function readSum(stated: unknown): ReturnType<typeof parseKronor> {
  if (typeof stated === 'number') return { kronor: stated };
  if (typeof stated !== 'string') return { fault: 'amount' };
  return parseKronor(cleanLine(stated), mostSummedKronor);
}

function isBlankLine(line: unknown, columns: number): boolean {
  if (isNothing(line)) return true;
  if (!isObject(line)) return false;
  const cells = Array.isArray(line.amounts) ? line.amounts.slice(0, columns) : [];
  return isNothing(line.name) && cells.every(isNothing);
}

function isNothing(value: unknown): boolean {
  return (
    value === undefined || value === null || (typeof value === 'string' && cleanLine(value) === '')
  );
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function isObject(value: unknown): value is Typed {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
