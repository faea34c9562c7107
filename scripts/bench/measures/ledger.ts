import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Database, Tx } from '../../../database/database';
import { loadMunicipalities } from '../../../database/load';
import { adoptBudget } from '../../../database/repositories/budget.repository';
import { postTransaction } from '../../../database/repositories/ledger.repository';
import { statementRows } from '../../../database/repositories/statement.repository';
import type { LedgerConfiguration } from '../../../domain/ledger/coding';
import { transferEntries, type Posting } from '../../../domain/ledger/posting';
import { atOnce, timed } from '../at-once';
import { product } from '../municipalities';
import { ratesOf, type Rates } from '../rounds';

export interface LedgerFigures {
  /** Transfers per second: by the posting function, and the same rows by plain statements. */
  posting: Rates<'posted' | 'plain'>;
  /** Milliseconds for a statement of 200 lines, in turn: in a ledger of 1,000 entries and of 100,000. */
  statement: { small: number[]; large: number[] };
}

const year = 2018;
const linesOfStatement = 200;
const ledgers = { small: 1_000, large: 100_000 };
const pot = { committee: 'KFN', year };

/** Two ledgers of their own, each of a municipality that nobody else looks at. */
export async function measureLedger(
  database: Database,
  amount: { rounds: number; single: number },
): Promise<LedgerFigures> {
  const book = bookOf();
  const names = Object.keys(ledgers) as (keyof typeof ledgers)[];
  for (const name of names) {
    await loadMunicipalities(database, [{ municipality: { ...product, id: name } }]);
    await begin(database, name, book);
    await fill(database, name, ledgers[name]);
  }
  const statement: LedgerFigures['statement'] = { small: [], large: [] };
  for (let i = -20; i < amount.single; i += 1) {
    for (const name of names) {
      const took = await timed(() => readOne(database, name));
      if (i >= 0) statement[name].push(took);
    }
  }
  const posting = await ratesOf(
    ['posted', 'plain'],
    { rounds: amount.rounds, cases: amount.single * 3, warmUp: 30 },
    (variant, count) => atOnce(1, count, () => postOne[variant](database, book)),
  );
  return { posting, statement };
}

function bookOf(): LedgerConfiguration {
  if (!product.ledger) throw new Error('the municipality of the bench keeps no ledger');
  return product.ledger;
}

/** A budget for the giver and a first transfer, so that every account is there. */
async function begin(database: Database, name: string, book: LedgerConfiguration): Promise<void> {
  const decided = { decidedOn: '2017-11-27', decision: 'KF § 210', recordedBy: 'bench', after: 0 };
  await database.transaction(name, async (tx) => {
    await adoptBudget(tx, name, { committee: 'KS', year, ore: 1e12, ...decided }, book);
    await postTransaction(tx, name, aTransfer(), book);
  });
}

function aTransfer(): Posting {
  const amounts = { years: [year], lines: [{ name: 'Konferens', amounts: [1] }] };
  return {
    key: { caseId: null, phase: 'post', step: randomUUID() },
    kind: 'transfer',
    postedOn: '2018-10-01',
    decision: 'KF 2018-09-24 § 142',
    recordedBy: 'bench',
    entries: transferEntries(amounts, { giver: 'KS', receiver: 'KFN' }, year),
  };
}

/** The statement's pot gets its lines, the rest of the entries are of other years. */
async function fill(database: Database, name: string, entries: number): Promise<void> {
  await addTransfers(database, name, year, linesOfStatement);
  const chunk = 2_000;
  const others = Math.floor(entries / 2) - linesOfStatement;
  for (let done = 0; done < others; done += chunk) {
    await addTransfers(database, name, year + 1, Math.min(chunk, others - done));
  }
}

function addTransfers(
  database: Database,
  name: string,
  ofYear: number,
  count: number,
): Promise<unknown> {
  return database.transaction(name, async (tx) => {
    await sql`
      insert into ledger_account (id, municipality_id, committee, year, kind, coding_key, coding)
        select gen_random_uuid(), municipality_id, committee, ${ofYear}::integer, 'source',
          coding_key, coding
        from ledger_account where municipality_id = ${name} and year = ${year}
        on conflict do nothing`.execute(tx);
    await sql`
      with posted as (
        insert into ledger_transaction (id, municipality_id, phase, step, kind, posted_on, decision,
            entries, fingerprint, recorded_by)
          select gen_random_uuid(), ${name}, 'fill', gen_random_uuid()::text, 'transfer',
            '2018-10-01', 'KF § 142', 2, '', 'bench'
          from generate_series(1, ${count}::integer)
          returning id
      )
      insert into ledger_entry (municipality_id, transaction_id, committee, year, account_id, ore,
          line, counterpart)
        select account.municipality_id, posted.id, account.committee, account.year, account.id,
          case account.committee when 'KFN' then 100 else -100 end, 'Konferens', ''
        from posted, ledger_account account
        where account.municipality_id = ${name} and account.year = ${ofYear}
          and account.committee in ('KS', 'KFN')
    `.execute(tx);
  });
}

async function readOne(database: Database, name: string): Promise<void> {
  const rows = await database.transaction(name, (tx) =>
    statementRows(tx, name, pot, { after: 0, limit: linesOfStatement }),
  );
  if (rows.length !== linesOfStatement) throw new Error('the statement is not whole');
}

const postOne: Record<
  'posted' | 'plain',
  (database: Database, book: LedgerConfiguration) => Promise<void>
> = {
  async posted(database, book) {
    await database.transaction('small', (tx) => postTransaction(tx, 'small', aTransfer(), book));
  },
  async plain(database) {
    await database.transaction('small', insertPlainly);
  },
};

/** The same rows by two statements that look at nothing, with accounts that are known. */
async function insertPlainly(tx: Tx): Promise<void> {
  const { key, kind, postedOn, decision, recordedBy, entries } = aTransfer();
  const id = randomUUID();
  await sql`
    insert into ledger_transaction (id, municipality_id, phase, step, kind, posted_on, decision,
        entries, fingerprint, recorded_by)
      values (${id}, 'small', ${key.phase}, ${key.step}, ${kind}, ${postedOn}, ${decision},
        ${entries.length}, '', ${recordedBy})`.execute(tx);
  const [given, received] = entries;
  if (!given || !received) throw new Error('a transfer has two entries');
  await sql`
    insert into ledger_entry (municipality_id, transaction_id, committee, year, account_id, ore, line,
        counterpart)
      select 'small', ${id}, account.committee, account.year, account.id,
        case account.committee when 'KFN' then ${received.ore}::bigint else ${given.ore}::bigint end,
        ${given.line}, ''
      from ledger_account account
      where account.municipality_id = 'small' and account.year = ${year}
        and account.committee in ('KS', 'KFN')`.execute(tx);
}
