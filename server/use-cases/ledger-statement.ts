import type { Tx } from '../../database/database';
import {
  budgetVersions,
  countBudgetVersions,
  plannedYears,
  type PlanStand,
} from '../../database/repositories/budget.repository';
import { documentsByPrefix } from '../../database/repositories/document.repository';
import { officialNames } from '../../database/repositories/official.repository';
import {
  potsOf,
  statementRows,
  type PotKey,
} from '../../database/repositories/statement.repository';
import type {
  LedgerAnswer,
  PlannedView,
  StatementAnswer,
  StatementEntry,
} from '../../domain/api/ledger';
import { DomainError } from '../../domain/errors';
import type { Language } from '../../domain/language';
import { codingInWords, type LedgerConfiguration } from '../../domain/ledger/coding';
import { standOf, statementPrefix } from '../../domain/ledger/statement';
import type { Municipality } from '../../domain/municipality';

/** The most entries that are shown at once. */
export const pageOfEntries = 200;

/** How a municipality keeps its ledger; throws `ledger.none` where it keeps none. */
export function bookOf({ ledger }: Municipality): LedgerConfiguration {
  if (!ledger) throw new DomainError('ledger.none');
  return ledger;
}

/** What every committee has in every year, and who may have anything. */
export async function readLedger(
  tx: Tx,
  municipality: Municipality,
  language: Language,
): Promise<LedgerAnswer> {
  const book = bookOf(municipality);
  const pots = await potsOf(tx, municipality.id);
  return {
    pots: pots.map(({ committee, year, budget, ore: balance }) => ({
      committee: named(book, committee, language),
      ...{ year, budget, balance },
    })),
    committees: Object.keys(book.accounts)
      .filter((id) => id !== book.source)
      .map((id) => named(book, id, language)),
    budgets: await countBudgetVersions(tx, municipality.id),
  };
}

/** What a committee has in a year, entry by entry. */
export async function readStatement(
  tx: Tx,
  municipality: Municipality,
  pot: PotKey,
  { after, language }: { after: number; language: Language },
): Promise<StatementAnswer> {
  const book = bookOf(municipality);
  const account = accountOf(book, pot.committee);
  const { id } = municipality;
  const [found] = await potsOf(tx, id, pot);
  const budgets = await budgetVersions(tx, id, pot.committee, pot.year);
  const planned = await plannedYears(tx, id, pot);
  const rows = await statementRows(tx, id, pot, { after, limit: pageOfEntries + 1 });
  const names = await officialNames(
    tx,
    id,
    budgets.map(({ recorded_by: by }) => by),
  );
  const documents = await documentsByPrefix(tx, id, statementPrefix(pot));
  return {
    committee: named(book, pot.committee, language),
    year: pot.year,
    coding: codingInWords(account, book.dimensions, language),
    balance: found?.ore ?? 0,
    budgets: budgets.map(({ version, ore, decided_on: decidedOn, decision, recorded_by: by }) => ({
      ...{ version, ore, decidedOn, decision },
      recordedBy: names.get(by) ?? null,
    })),
    planned: planned.map((each) => plannedYear(book, each, language)),
    entries: rows.slice(0, pageOfEntries),
    more: rows.length > pageOfEntries,
    documents: documents.reverse().map(({ id: document, title, created_at: at, ...filed }) => ({
      ...{ id: document, title, language: filed.language },
      ...standOf(filed.document_key, pot),
      createdAt: at.toISOString(),
    })),
  };
}

/** What a decided transfer moves year by year, and where each year stands; nothing for any other case. */
export async function readPlan(
  tx: Tx,
  { id, ledger }: Municipality,
  { caseId, language }: { caseId: string; language: Language },
): Promise<PlannedView[]> {
  if (!ledger) return [];
  const planned = await plannedYears(tx, id, { caseId });
  return planned.map((each) => plannedYear(ledger, each, language));
}

/** All entries of a pot, page by page. */
export async function allEntries(
  tx: Tx,
  municipalityId: string,
  pot: PotKey,
): Promise<StatementEntry[]> {
  const all: StatementEntry[] = [];
  for (;;) {
    const page = { after: all.at(-1)?.sequence ?? 0, limit: pageOfEntries };
    const rows = await statementRows(tx, municipalityId, pot, page);
    all.push(...rows);
    if (rows.length < pageOfEntries) return all;
  }
}

/** The account of a committee; throws `page.unknown` for one that has none. */
export function accountOf({ accounts, source }: LedgerConfiguration, committee: string) {
  const account = Object.hasOwn(accounts, committee) ? accounts[committee] : undefined;
  if (!account || committee === source) throw new DomainError('page.unknown');
  return account;
}

function plannedYear(
  book: LedgerConfiguration,
  { giver, receiver, caseId, number, year, ore, state, missing, posted }: PlanStand,
  language: Language,
): PlannedView {
  return {
    ...{ caseId, number, year, ore, state, missing, posted },
    giver: named(book, giver, language),
    receiver: named(book, receiver, language),
  };
}

function named({ accounts }: LedgerConfiguration, id: string, language: Language) {
  return { id, name: Object.hasOwn(accounts, id) ? (accounts[id]?.name[language] ?? id) : id };
}
