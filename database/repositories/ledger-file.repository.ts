import { sql, type RawBuilder } from 'kysely';
import { DomainError } from '../../domain/errors';
import type { BookedTransaction } from '../../domain/ledger/vouchers';
import type { AccountCoding } from '../../domain/ledger/coding';
import type { TransactionKind } from '../../domain/ledger/posting';
import type { Tx } from '../database';
import type { PotKey } from './statement.repository';

/** A file that the accounting system gets. */
export interface LedgerFile {
  year: number;
  /** From 1 within the year. */
  number: number;
  /** How many entries of the year it has. */
  entries: number;
  madeAt: Date;
  madeBy: string;
}

/** The files of all years, or of one: in the order in which they were made. */
export async function ledgerFiles(
  tx: Tx,
  municipalityId: string,
  year?: number,
): Promise<LedgerFile[]> {
  const rows = await tx
    .selectFrom('ledger_file')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .$if(year !== undefined, (files) => files.where('year', '=', year ?? 0))
    .orderBy('year')
    .orderBy('number')
    .execute();
  return rows.map(({ year: of, number, entries, made_at: madeAt, made_by: madeBy }) => ({
    ...{ year: of, number, entries, madeAt, madeBy },
  }));
}

/** How many entries each year has in the ledger, the source's among them. */
export async function entriesByYear(
  tx: Tx,
  municipalityId: string,
): Promise<{ year: number; entries: number }[]> {
  const rows = await tx
    .selectFrom('ledger_balance')
    .select((of) => ['year', of.fn.sum<string>('entries').as('entries')])
    .where('municipality_id', '=', municipalityId)
    .groupBy('year')
    .orderBy('year')
    .execute();
  return rows.map(({ year, entries }) => ({ year, entries: Number(entries) }));
}

/**
 * Makes the next file of a year of every transaction that is in none of them yet. `after` is how many files
 * there were when whoever asks looked. Throws `ledger.fileChanged` where somebody else has made one
 * meanwhile, and `ledger.nothingNew`.
 */
export async function makeLedgerFile(
  tx: Tx,
  municipalityId: string,
  {
    year,
    after,
    madeAt,
    madeBy,
  }: Pick<LedgerFile, 'year' | 'madeAt' | 'madeBy'> & { after: number },
): Promise<{ number: number }> {
  const isSeen = async () => (await ledgerFiles(tx, municipalityId, year)).length === after;
  if (!(await isSeen())) throw new DomainError('ledger.fileChanged');
  const number = after + 1;
  const { rows } = await sql`
    with fresh as (
      select entry.transaction_id, count(*) as entries from ledger_entry entry
        where entry.municipality_id = ${municipalityId} and entry.year = ${year}
          and not exists (select from ledger_file_transaction sent
            where sent.municipality_id = ${municipalityId} and sent.year = ${year}
              and sent.transaction_id = entry.transaction_id)
        group by entry.transaction_id
    ), made as (
      insert into ledger_file (municipality_id, year, number, entries, made_at, made_by)
        select ${municipalityId}, ${year}, ${number}, sum(entries)::integer, ${madeAt}, ${madeBy}
          from fresh having count(*) > 0
        on conflict do nothing
        returning number
    )
    insert into ledger_file_transaction (municipality_id, year, transaction_id, number)
      select ${municipalityId}, ${year}, fresh.transaction_id, made.number from fresh, made
      returning transaction_id
  `.execute(tx);
  if (rows.length > 0) return { number };
  throw new DomainError((await isSeen()) ? 'ledger.nothingNew' : 'ledger.fileChanged');
}

interface EntryRow {
  id: string;
  kind: TransactionKind;
  postedOn: string;
  decision: string;
  number: string | null;
  committee: string;
  year: number;
  coding: AccountCoding;
  line: string;
  ore: string;
}

/** The transactions of a file with all of their entries, in the order in which they were posted. */
export function transactionsOfFile(
  tx: Tx,
  municipalityId: string,
  { year, number }: Pick<LedgerFile, 'year' | 'number'>,
): Promise<BookedTransaction[]> {
  return transactionsAmong(
    tx,
    sql`select transaction_id from ledger_file_transaction
      where municipality_id = ${municipalityId} and year = ${year} and number = ${number}`,
  );
}

/** The same of every transaction that touches what a committee has in a year. */
export function transactionsOfPot(
  tx: Tx,
  municipalityId: string,
  { committee, year }: PotKey,
): Promise<BookedTransaction[]> {
  return transactionsAmong(
    tx,
    sql`select distinct transaction_id from ledger_entry
      where municipality_id = ${municipalityId} and committee = ${committee} and year = ${year}`,
  );
}

/** @param chosen a query for `transaction_id` */
async function transactionsAmong(
  tx: Tx,
  chosen: RawBuilder<unknown>,
): Promise<BookedTransaction[]> {
  const { rows } = await sql<EntryRow>`
    select posted.id, posted.kind, posted.posted_on as "postedOn", posted.decision, cases.number,
      entry.committee, entry.year, account.coding, entry.line, entry.ore
    from (${chosen}) chosen
      join ledger_transaction posted on posted.id = chosen.transaction_id
      join ledger_entry entry on entry.transaction_id = posted.id
      join ledger_account account on account.id = entry.account_id
      left join cases on cases.id = posted.case_id
    order by posted.recorded_at, posted.id, entry.year, entry.committee, entry.sequence
  `.execute(tx);
  const transactions = new Map<string, EntryRow[]>();
  for (const row of rows) transactions.set(row.id, [...(transactions.get(row.id) ?? []), row]);
  return [...transactions.values()].flatMap((all) => {
    const [first] = all;
    if (!first) return [];
    const { kind, postedOn, decision, number: ofCase } = first;
    const entries = all.map(({ committee, year, coding, line, ore }) => ({
      ...{ committee, year, coding, line, ore: Number(ore) },
    }));
    return [{ kind, postedOn, decision, number: ofCase, entries }];
  });
}
