import type {
  AppropriationsAnswer,
  BudgetRequest,
  CoverAnswer,
  LedgerAnswer,
  LedgerFileRequest,
  LedgerFilesAnswer,
  MistakenReversalRequest,
  ReversalRequest,
  StatementAnswer,
} from '../../../domain/api/ledger';
import { call } from '../../shared/api/client';
import { api } from '../../shared/api/endpoints';

const ledger = (id: string, ...parts: string[]) => api(id, 'desk', 'ledger', ...parts);

export function getLedger(
  id: string,
  language: string,
  signal: AbortSignal,
): Promise<LedgerAnswer> {
  return call('GET', `${ledger(id)}?language=${language}`, { signal });
}

export function getAppropriations(
  id: string,
  language: string,
  signal: AbortSignal,
): Promise<AppropriationsAnswer> {
  return call('GET', `${api(id, 'desk', 'appropriations')}?language=${language}`, { signal });
}

/** What a committee has left to give. */
export function getCover(
  id: string,
  committee: string,
  language: string,
  signal: AbortSignal,
): Promise<CoverAnswer> {
  return call('GET', `${api(id, 'desk', 'cover', committee)}?language=${language}`, { signal });
}

/** A committee and a budget year. */
export interface Pot {
  committee: string;
  year: string;
}

export function getStatement(
  id: string,
  { committee, year }: Pot,
  { after, language }: { after: number; language: string },
  signal?: AbortSignal,
): Promise<StatementAnswer> {
  const path = `${ledger(id, committee, year)}?language=${language}&after=${after}`;
  return call('GET', path, signal ? { signal } : {});
}

export function statementFiles(id: string, { committee, year }: Pot, language: string) {
  return {
    csv: `${ledger(id, committee, year, 'statement.csv')}?language=${language}`,
    sie: ledger(id, committee, year, 'statement.si'),
    document: (document: string) => ledger(id, committee, year, 'documents', document),
  };
}

/** Has the statement as it stands now saved as a document; tells at which entry it ends. */
export function saveStatement(
  id: string,
  { committee, year }: Pot,
  language: string,
): Promise<Pick<StatementAnswer['documents'][number], 'entries' | 'budgets'>> {
  return call('POST', `${ledger(id, committee, year, 'documents')}?language=${language}`);
}

export function getLedgerFiles(id: string, signal: AbortSignal): Promise<LedgerFilesAnswer> {
  return call('GET', api(id, 'desk', 'ledger-files'), { signal });
}

/** Where a file for the accounting system is fetched. */
export function ledgerFile(id: string, year: number, number: number): string {
  return api(id, 'desk', 'ledger-files', String(year), String(number));
}

/** Makes a file of what is in none of the year's yet. */
export function makeLedgerFile(
  id: string,
  year: number,
  body: LedgerFileRequest,
): Promise<{ number: number }> {
  return call('POST', api(id, 'desk', 'ledger-files', String(year)), { body });
}

export async function recordBudget(id: string, body: BudgetRequest): Promise<void> {
  await call('POST', ledger(id, 'budgets'), { body });
}

export async function reverse(
  id: string,
  transaction: string,
  body: ReversalRequest,
): Promise<void> {
  await call('POST', ledger(id, 'transactions', transaction, 'reversal'), { body });
}

/** Says that a reversal was a mistake: what it took back is posted anew. */
export async function sayMistaken(
  id: string,
  transaction: string,
  body: MistakenReversalRequest,
): Promise<void> {
  await call('POST', ledger(id, 'transactions', transaction, 'mistake'), { body });
}
