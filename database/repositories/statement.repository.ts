import { sql } from 'kysely';
import type { TransactionKind } from '../../domain/ledger/posting';
import type { Tx } from '../database';
import { plannedPhase } from './budget.repository';

/** What a committee has in a year. */
export interface PotKey {
  committee: string;
  year: number;
}

export interface Pot extends PotKey {
  /** What is left, in öre. */
  ore: number;
  /** The budget as last decided, in öre; null where none is. */
  budget: number | null;
  entries: number;
}

/** Every pot that has a limit, or one of them: years newest first, committees by name. */
export async function potsOf(tx: Tx, municipalityId: string, only?: PotKey): Promise<Pot[]> {
  const chosen = only
    ? sql`and balance.committee = ${only.committee} and balance.year = ${only.year}`
    : sql``;
  const { rows } = await sql<{
    committee: string;
    year: number;
    ore: string;
    entries: number;
    budget: string | null;
  }>`
    select balance.committee, balance.year, balance.ore, balance.entries,
      (select budget.ore from budget
        where budget.municipality_id = ${municipalityId} and budget.committee = balance.committee
          and budget.year = balance.year
        order by version desc limit 1) as budget
    from ledger_balance balance
    where balance.municipality_id = ${municipalityId} and balance.limited ${chosen}
    order by balance.year desc, balance.committee
  `.execute(tx);
  return rows.map(({ ore, budget, ...pot }) => ({
    ...pot,
    ore: Number(ore),
    budget: budget === null ? null : Number(budget),
  }));
}

export interface StatementRow {
  sequence: number;
  transactionId: string;
  kind: TransactionKind;
  postedOn: string;
  decision: string;
  caseId: string | null;
  /** The case's number. */
  number: string | null;
  line: string;
  counterpart: string;
  ore: number;
  /** What was left after it. */
  balance: number;
  /** It has been taken back. */
  reversed: boolean;
  /** It took back a year of a transfer, by mistake: the year is posted anew. */
  mistaken: boolean;
  /** It took back a year of a transfer, and nothing has been posted for that since: it may be a mistake. */
  undoable: boolean;
}

/** The entries of a pot after a place in it, oldest first. */
export async function statementRows(
  tx: Tx,
  municipalityId: string,
  { committee, year }: PotKey,
  { after, limit }: { after: number; limit: number },
): Promise<StatementRow[]> {
  const { rows } = await sql<
    Omit<StatementRow, 'ore' | 'balance'> & Record<'ore' | 'balance', string>
  >`
    select entry.sequence, entry.line, entry.counterpart, entry.ore, entry.balance,
      posted.id as "transactionId", posted.kind, posted.posted_on as "postedOn", posted.decision,
      posted.case_id as "caseId", cases.number,
      exists (select from ledger_transaction reversal where reversal.reverses = posted.id) as reversed,
      mistake.reversal_id is not null as mistaken,
      taken.id is not null and mistake.reversal_id is null
        and not exists (select from ledger_transaction later
          where later.municipality_id = ${municipalityId} and later.case_id = taken.case_id
            and later.phase = ${plannedPhase} and later.recorded_at > posted.recorded_at
            and split_part(later.step, '/', 1) = split_part(taken.step, '/', 1)) as undoable
    from ledger_entry entry
      join ledger_transaction posted on posted.id = entry.transaction_id
      left join cases on cases.id = posted.case_id
      left join ledger_transaction taken on taken.id = posted.reverses and taken.phase = ${plannedPhase}
      left join mistaken_reversal mistake on mistake.reversal_id = posted.id
    where entry.municipality_id = ${municipalityId} and entry.committee = ${committee}
      and entry.year = ${year} and entry.sequence > ${after}
    order by entry.sequence
    limit ${limit}
  `.execute(tx);
  return rows.map(({ ore, balance, ...row }) => ({
    ...row,
    ore: Number(ore),
    balance: Number(balance),
  }));
}
