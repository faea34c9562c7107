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

/** How far a statement had come: how many entries it has, and by how many versions of the budget. */
export interface StatementStand {
  entries: number;
  /** Null where that was not kept: all that there were when it was made. */
  budgets: number | null;
}

/** The key of a statement as it stood when it had come so far. */
export function statementKey(
  pot: { committee: string; year: number },
  { entries, budgets, language }: StatementStand & { language: Language },
): string {
  const stand = budgets === null ? String(entries) : `${entries}.${budgets}`;
  return `${statementPrefix(pot)}${stand}/${language}`;
}

/** How far the statement had come that is filed under a key. */
export function standOf(key: string, pot: { committee: string; year: number }): StatementStand {
  const [stand = ''] = key.slice(statementPrefix(pot).length).split('/');
  const [entries, budgets] = stand.split('.');
  return { entries: Number(entries), budgets: budgets === undefined ? null : Number(budgets) };
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
