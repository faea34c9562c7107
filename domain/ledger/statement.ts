import type { CsvCell } from '../csv';
import { translator } from '../texts/index';
import type { Language } from '../language';
import { plainKronor } from '../money';
import type { TransactionKind } from './posting';

/** Where the statements of a committee and year are filed. */
export function statementPrefix({ committee, year }: { committee: string; year: number }): string {
  return `ledger/${committee}/${year}/`;
}

/** The process that makes a statement as a document, as the record and the relay name it. */
export const statementFiling = {
  process: 'statementFiling',
  phase: { phase: 'make', generation: 1 },
};

/** The key of a statement as it stood when it had so many entries. */
export function statementKey(
  pot: { committee: string; year: number },
  { entries, language }: { entries: number; language: Language },
): string {
  return `${statementPrefix(pot)}${entries}/${language}`;
}

/** An entry of a statement, as it is written in a table. */
export interface StatementLine {
  postedOn: string;
  kind: TransactionKind;
  line: string;
  counterpart: string;
  decision: string;
  number: string | null;
  ore: number;
  balance: number;
}

/** The statement as a table, its first row the headings; amounts with two decimals and a comma. */
export function statementTable(entries: readonly StatementLine[], language: Language): CsvCell[][] {
  const t = translator(language, 'document');
  const columns = [
    'postedOn',
    'kind',
    'line',
    'counterpart',
    'decision',
    'number',
    'amount',
    'balance',
  ] as const;
  const amount = (ore: number) => ({ figure: plainKronor(ore).replace('.', ',') });
  return [
    columns.map((column) => t(`ledger.columns.${column}`)),
    ...entries.map((entry) => [
      entry.postedOn,
      t(`ledger.kinds.${entry.kind}`),
      entry.line,
      entry.counterpart,
      entry.decision,
      entry.number ?? '',
      amount(entry.ore),
      amount(entry.balance),
    ]),
  ];
}
