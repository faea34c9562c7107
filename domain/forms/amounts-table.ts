import type { Language } from '../language';
import { formatKronor, kronorInWords } from '../money';
import { readAmount } from './amounts';
import type { AmountsAnswer } from './types';

/** Rows and columns of text, the last row and the last column the sums. */
export interface AmountsTable {
  header: string[];
  rows: string[][];
}

const words: Record<Language, { total: string }> = {
  sv: { total: 'Totalt' },
  en: { total: 'Total' },
};

/**
 * The amounts with their sums, as pages, documents and spreadsheets show them. What has been typed so
 * far is shown as it stands; where it is no amount yet, there is no sum either.
 * @param lineLabel heads the column of the lines' names
 */
export function amountsTable(
  answer: AmountsAnswer,
  lineLabel: string,
  language: Language,
): AmountsTable {
  return {
    header: [lineLabel, ...answer.years.map(String), words[language].total],
    rows: rowsOf(answer, language).map(({ name, figures, sum }) => [
      name,
      ...figures,
      sum === undefined ? '' : formatKronor(sum, language),
    ]),
  };
}

interface Row {
  name: string;
  /** One for each year. */
  figures: string[];
  sum: number | undefined;
}

/** The lines, and below them the sums of the years. */
function rowsOf({ years, lines }: AmountsAnswer, language: Language): Row[] {
  const cells: unknown[][] = lines.map(({ amounts }) => years.map((_, i) => amounts[i]));
  const sums = years.map((_, i) => addUp(cells.map((row) => row[i])));
  return [
    ...lines.map(({ name }, i) => {
      const row = cells[i] ?? [];
      return { name, figures: row.map((cell) => inFigures(cell, language)), sum: addUp(row) };
    }),
    {
      name: words[language].total,
      figures: sums.map((sum) => inFigures(sum, language)),
      sum: addUp(cells.flat()),
    },
  ];
}

/** An amount with its grouping; what is none as it was typed. */
function inFigures(amount: unknown, language: Language): string {
  const parsed = readAmount(amount);
  if ('kronor' in parsed) return formatKronor(parsed.kronor, language);
  return typeof amount === 'string' ? amount : '';
}

/** The sum of what has been typed; undefined where something is no amount. What is blank counts as 0. */
export function addUp(amounts: readonly unknown[]): number | undefined {
  let total = 0;
  for (const amount of amounts) {
    const parsed = readAmount(amount);
    if ('kronor' in parsed) total += parsed.kronor;
    else if (parsed.fault !== 'amountMissing') return undefined;
  }
  return total;
}

/** The same in lines of text, for where there is no room for a table. */
export function amountsInWords(answer: AmountsAnswer, language: Language): string {
  const total = words[language].total.toLowerCase();
  return rowsOf(answer, language)
    .map(({ name, figures, sum }) => {
      const byYear = figures.map((figure, i) => `${answer.years[i] ?? ''} ${figure}`);
      const all = sum === undefined ? [] : [`${total} ${kronorInWords(sum, language)}`];
      return `${name}: ${[...byYear, ...all].join('; ')}`;
    })
    .join('\n');
}
