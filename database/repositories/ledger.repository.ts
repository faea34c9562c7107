import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { DomainError } from '../../domain/errors';
import {
  codingKey,
  type AccountCoding,
  type LedgerConfiguration,
} from '../../domain/ledger/coding';
import {
  inPostingOrder,
  potChanges,
  requireBalanced,
  reversedEntries,
  type Entry,
  type PotChange,
  type Posting,
  type PostingKey,
} from '../../domain/ledger/posting';
import { formatOre } from '../../domain/money';
import type { Tx } from '../database';
import { fingerprint } from '../fingerprint';

export interface Posted {
  id: string;
  /** It was there already, posted by an earlier attempt. */
  again: boolean;
}

/** An entry and what its account is named; where that is left out it is as configured. */
export type CodedEntry = Entry & { coding?: AccountCoding };
export type CodedPosting = Omit<Posting, 'entries'> & { entries: readonly CodedEntry[] };

/**
 * Posts a transaction, once: the same key again gives the first one and changes nothing. Never beyond
 * what is decided for a year. Throws `ledger.differentPosting` for another content under the same key,
 * `ledger.yearNotDecided` and `ledger.notCovered` (after the latter the transaction `tx` is lost where
 * somebody else has taken the money at the same moment), `ledger.alreadyReversed` and `ledger.noAccount`.
 */
export async function postTransaction(
  tx: Tx,
  municipalityId: string,
  posting: CodedPosting,
  book: LedgerConfiguration,
): Promise<Posted> {
  requireBalanced(posting.entries);
  const print = fingerprintOf(posting);
  const coded = inPostingOrder(posting.entries).map((entry) => withAccount(entry, book));
  const stand = await readStand(tx, municipalityId, posting, coded);
  if (stand.earlier) return againAs(stand.earlier, print);
  if (stand.isReversed) throw new DomainError('ledger.alreadyReversed');
  const short = findShort(potChanges(posting.entries), stand, book.source);
  if (short) throw short;
  const accounts = await ensureAccounts(tx, municipalityId, coded, stand, book.source);
  const id = await covered(posting, () =>
    insertPosted(tx, municipalityId, posting, print, coded, accounts),
  );
  if (id !== undefined) return { id, again: false };
  const earlier = await findByKey(tx, municipalityId, posting.key);
  // Nothing was in the way but the other reversal of the same transaction.
  if (!earlier) throw new DomainError('ledger.alreadyReversed');
  return againAs(earlier, print);
}

/** Takes a transaction back by a new one that points at it; once. Throws `ledger.unknown` and `ledger.notReversible`. */
export async function reverseTransaction(
  tx: Tx,
  municipalityId: string,
  {
    id,
    ...reversal
  }: Pick<Posting, 'key' | 'postedOn' | 'decision' | 'recordedBy'> & { id: string },
  book: LedgerConfiguration,
): Promise<Posted> {
  const found = await findTransaction(tx, municipalityId, id);
  if (!found) throw new DomainError('ledger.unknown');
  if (found.kind === 'reversal') throw new DomainError('ledger.notReversible');
  const entries = reversedEntries(found.entries);
  return postTransaction(
    tx,
    municipalityId,
    { ...reversal, kind: 'reversal', entries, reverses: id },
    book,
  );
}

/** What somebody has taken a transaction back by, if anybody has. */
export async function findReversal(
  tx: Tx,
  municipalityId: string,
  id: string,
): Promise<{ id: string; decision: string; recordedBy: string } | undefined> {
  return tx
    .selectFrom('ledger_transaction')
    .select(['id', 'decision', 'recorded_by as recordedBy'])
    .where('municipality_id', '=', municipalityId)
    .where('reverses', '=', id)
    .executeTakeFirst();
}

/** Who has said that a reversal was a mistake, if anybody has. */
export async function findMistake(
  tx: Tx,
  municipalityId: string,
  reversalId: string,
): Promise<{ recordedBy: string } | undefined> {
  return tx
    .selectFrom('mistaken_reversal')
    .select('recorded_by as recordedBy')
    .where('municipality_id', '=', municipalityId)
    .where('reversal_id', '=', reversalId)
    .executeTakeFirst();
}

/** Keeps that a reversal was a mistake, and why; it stays, as does what it says of. */
export async function recordMistake(
  tx: Tx,
  municipalityId: string,
  mistake: { reversalId: string; reason: string; recordedBy: string },
): Promise<void> {
  await tx
    .insertInto('mistaken_reversal')
    .values({
      municipality_id: municipalityId,
      reversal_id: mistake.reversalId,
      reason: mistake.reason,
      recorded_by: mistake.recordedBy,
    })
    .execute();
}

export type LedgerTransaction = Awaited<ReturnType<typeof findTransaction>>;

/** A transaction with its entries and the coding of their accounts. */
export async function findTransaction(tx: Tx, municipalityId: string, id: string) {
  const rows = await tx
    .selectFrom('ledger_entry as entry')
    .innerJoin('ledger_transaction as posted', 'posted.id', 'entry.transaction_id')
    .innerJoin('ledger_account as account', 'account.id', 'entry.account_id')
    .select(['posted.kind', 'posted.case_id', 'posted.posted_on', 'posted.decision'])
    .select('posted.reverses')
    .select(['entry.committee', 'entry.year', 'entry.ore', 'entry.line', 'entry.counterpart'])
    .select('account.coding')
    .where('entry.municipality_id', '=', municipalityId)
    .where('entry.transaction_id', '=', id)
    .orderBy('entry.year')
    .orderBy('entry.committee')
    .orderBy('entry.sequence')
    .execute();
  const [first] = rows;
  if (!first) return undefined;
  const { kind, case_id: caseId, posted_on: postedOn, decision, reverses } = first;
  const entries: CodedEntry[] = rows.map(({ committee, year, ore, line, counterpart, coding }) => ({
    ...{ committee, year, ore: Number(ore), line, counterpart, coding },
  }));
  return { id, kind, caseId, postedOn, decision, reverses, entries };
}

type Coded = Entry & { coding: AccountCoding; key: string };

function withAccount(entry: CodedEntry, { accounts, dimensions }: LedgerConfiguration): Coded {
  const { committee } = entry;
  const usual = Object.hasOwn(accounts, committee) ? accounts[committee] : undefined;
  const { account, objects } = entry.coding ?? usual ?? {};
  if (account === undefined || objects === undefined) {
    throw new DomainError('ledger.noAccount', {}, {}, { committee });
  }
  const coding = { account, objects };
  return { ...entry, coding, key: codingKey(coding, dimensions) };
}

/** The day is not part of it: an attempt that is repeated the next day is still the same posting. */
function fingerprintOf({ kind, decision, reverses, entries }: CodedPosting): string {
  return fingerprint({ kind, decision, reverses: reverses ?? null, entries });
}

interface Earlier {
  id: string;
  fingerprint: string;
}

function againAs({ id, fingerprint: before }: Earlier, now: string): Posted {
  if (before !== now) throw new DomainError('ledger.differentPosting', { transaction: id });
  return { id, again: true };
}

interface Stand {
  earlier: Earlier | undefined;
  /** What it would take back has been taken back already. */
  isReversed: boolean;
  pots: readonly Pot[];
}

interface Pot {
  committee: string;
  year: number;
  key: string;
  accountId: string | null;
  ore: number;
  /** There has been money in it: a budget, or what others have given. */
  decided: boolean;
}

/** Everything that must be known before posting, in one question: accounts, cover, an earlier attempt. */
async function readStand(
  tx: Tx,
  municipalityId: string,
  { key, reverses }: CodedPosting,
  entries: readonly Coded[],
): Promise<Stand> {
  const accounts = distinctAccounts(entries);
  const { rows } = await sql<{
    committee: string;
    year: number;
    key: string;
    account_id: string | null;
    ore: string | null;
    decided: boolean;
    earlier: string | null;
    earlier_fingerprint: string | null;
    reversed: boolean;
  }>`
    select pot.committee, pot.year, pot.key, account.id as account_id, balance.ore,
      exists (select from budget where budget.municipality_id = ${municipalityId}
        and budget.committee = pot.committee and budget.year = pot.year)
        or balance.ore is not null as decided,
      earlier.id as earlier, earlier.fingerprint as earlier_fingerprint,
      exists (select from ledger_transaction where reverses = ${reverses ?? null}) as reversed
    from unnest(${accounts.map(({ committee }) => committee)}::text[],
        ${accounts.map(({ year }) => year)}::integer[],
        ${accounts.map((account) => account.key)}::text[]) as pot (committee, year, key)
      left join ledger_account account on account.municipality_id = ${municipalityId}
        and account.committee = pot.committee and account.year = pot.year
        and account.coding_key = pot.key
      left join ledger_balance balance on balance.municipality_id = ${municipalityId}
        and balance.committee = pot.committee and balance.year = pot.year
      left join ledger_transaction earlier on earlier.municipality_id = ${municipalityId}
        and ${isCase(key)} and earlier.phase = ${key.phase} and earlier.step = ${key.step}
  `.execute(tx);
  const [first] = rows;
  const { earlier, earlier_fingerprint: print } = first ?? {};
  return {
    earlier: earlier != null && print != null ? { id: earlier, fingerprint: print } : undefined,
    isReversed: first?.reversed ?? false,
    pots: rows.map(({ account_id: accountId, ore, committee, year, key: coding, decided }) => ({
      ...{ accountId, committee, year, key: coding, decided, ore: Number(ore ?? 0) },
    })),
  };
}

function isCase({ caseId }: PostingKey) {
  return caseId === null ? sql`earlier.case_id is null` : sql`earlier.case_id = ${caseId}`;
}

function distinctAccounts(entries: readonly Coded[]): Coded[] {
  const found = new Map(entries.map((entry) => [accountName(entry), entry]));
  return [...found.values()];
}

function accountName({ committee, year, key }: Pick<Coded, 'committee' | 'year' | 'key'>): string {
  return `${committee} ${year} ${key}`;
}

/** Why somebody cannot give what is asked of them, if they cannot. */
function findShort(
  changes: readonly PotChange[],
  { pots }: Stand,
  source: string,
): DomainError | undefined {
  for (const { committee, year, ore } of changes) {
    const pot = pots.find((each) => each.committee === committee && each.year === year);
    if (committee === source || ore >= 0 || !pot || pot.ore + ore >= 0) continue;
    const values = {
      committee,
      year: String(year),
      available: formatOre(pot.ore, 'sv'),
      amount: formatOre(-ore, 'sv'),
    };
    return new DomainError(
      pot.decided ? 'ledger.notCovered' : 'ledger.yearNotDecided',
      {},
      {},
      values,
    );
  }
  return undefined;
}

/** What the database says where somebody else has taken the money since it was looked at. */
async function covered<T>({ entries }: CodedPosting, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if ((error as { constraint?: string }).constraint !== 'ledger_balance_covered') throw error;
    const short = potChanges(entries).find(({ ore }) => ore < 0);
    throw new DomainError(
      'ledger.notCovered',
      {},
      {},
      {
        committee: short?.committee ?? '',
        year: String(short?.year ?? ''),
        available: '0',
        amount: formatOre(-(short?.ore ?? 0), 'sv'),
      },
    );
  }
}

/** The id of each account by its name; makes those that are not there yet. */
async function ensureAccounts(
  tx: Tx,
  municipalityId: string,
  entries: readonly Coded[],
  { pots }: Stand,
  source: string,
): Promise<ReadonlyMap<string, string>> {
  const known = new Map(
    pots.flatMap((pot) => (pot.accountId === null ? [] : [[accountName(pot), pot.accountId]])),
  );
  const missing = distinctAccounts(entries).filter((entry) => !known.has(accountName(entry)));
  if (missing.length === 0) return known;
  await tx
    .insertInto('ledger_account')
    .values(
      missing.map(({ committee, year, key, coding }) => ({
        id: randomUUID(),
        municipality_id: municipalityId,
        committee,
        year,
        kind: committee === source ? ('source' as const) : ('committee' as const),
        coding_key: key,
        coding: JSON.stringify(coding),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const rows = await tx
    .selectFrom('ledger_account')
    .select(['id', 'committee', 'year', 'coding_key as key'])
    .where('municipality_id', '=', municipalityId)
    .where('committee', 'in', [...new Set(missing.map(({ committee }) => committee))])
    .where('year', 'in', [...new Set(missing.map(({ year }) => year))])
    .execute();
  return new Map([...known, ...rows.map((row) => [accountName(row), row.id] as const)]);
}

/** The transaction and its entries in one statement; undefined where its key, or its reversal, is there already. */
async function insertPosted(
  tx: Tx,
  municipalityId: string,
  posting: CodedPosting,
  print: string,
  entries: readonly Coded[],
  accounts: ReadonlyMap<string, string>,
): Promise<string | undefined> {
  const { key, kind, postedOn, decision, recordedBy, reverses } = posting;
  const id = randomUUID();
  const { rows } = await sql<{ id: string }>`
    with posted as (
      insert into ledger_transaction (id, municipality_id, case_id, phase, step, kind, posted_on,
          decision, reverses, entries, fingerprint, recorded_by)
        values (${id}, ${municipalityId}, ${key.caseId}, ${key.phase}, ${key.step}, ${kind},
          ${postedOn}, ${decision}, ${reverses ?? null}, ${entries.length}, ${print}, ${recordedBy})
        on conflict do nothing
        returning id
    )
    insert into ledger_entry (municipality_id, transaction_id, committee, year, account_id, ore, line,
        counterpart)
      select ${municipalityId}, posted.id, entry.*
        from posted, unnest(
          ${entries.map(({ committee }) => committee)}::text[],
          ${entries.map(({ year }) => year)}::integer[],
          ${entries.map((entry) => accounts.get(accountName(entry)))}::uuid[],
          ${entries.map(({ ore }) => ore)}::bigint[],
          ${entries.map(({ line }) => line)}::text[],
          ${entries.map(({ counterpart }) => counterpart)}::text[]) as entry
      returning transaction_id as id
  `.execute(tx);
  return rows.length === 0 ? undefined : id;
}

/** The id of what was posted under a key. */
export async function findTransactionByKey(
  tx: Tx,
  municipalityId: string,
  key: PostingKey,
): Promise<string | undefined> {
  return (await findByKey(tx, municipalityId, key))?.id;
}

function findByKey(
  tx: Tx,
  municipalityId: string,
  { caseId, phase, step }: PostingKey,
): Promise<Earlier | undefined> {
  return tx
    .selectFrom('ledger_transaction')
    .select(['id', 'fingerprint'])
    .where('municipality_id', '=', municipalityId)
    .where('case_id', caseId === null ? 'is' : '=', caseId)
    .where('phase', '=', phase)
    .where('step', '=', step)
    .executeTakeFirst();
}
