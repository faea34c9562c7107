import { sql } from 'kysely';
import pg from 'pg';
import { jest } from '@jest/globals';
import { openDatabase, type Database } from '../../database/open';
import { databaseKinds, makeTestDatabase, type TestDatabasePlace } from '../support/databases';
import { aTransfer, LedgerForTest } from '../support/ledger';

jest.setTimeout(240_000);

const transfers = 500;
const municipality = 'sodertalje';
const committees = ['KS', 'KFN', 'EN', 'HM', 'JÄ', 'VM'];
const decided = 10_000;

/** The giver and the receiver of a transfer: every pair by turns, in both directions. */
function between(i: number) {
  const giver = committees[i % committees.length]!;
  const others = committees.filter((each) => each !== giver);
  return { giver, receiver: others[Math.floor(i / committees.length) % others.length]! };
}

describe.each(databaseKinds())('five hundred transfers at once on %s', (kind) => {
  let place: TestDatabasePlace;
  let database: Database;

  beforeEach(async () => {
    place = await makeTestDatabase(kind);
    database = await openDatabase(place.where);
  });
  afterEach(async () => {
    await database.close();
    await place.remove();
  });

  it('are each posted once, to the öre, however often they are tried and cut off', async () => {
    const ledger = await LedgerForTest.on(database);
    for (const committee of committees) await ledger.adopt(committee, 2018, decided);
    const caseId = await ledger.aCase('KS 18/1');
    const asked = Array.from({ length: transfers }, (_, i) => ({
      ...aTransfer(caseId, `t${i}`, (i % 7) + 1, between(i)),
      kronor: (i % 7) + 1,
      ...between(i),
    }));
    let isDone = false;
    let cuts = 0;
    const cutting = cutConnections(place, () => isDone).then((count) => (cuts = count));
    await Promise.all(
      asked.map(async ({ kronor: _kronor, giver: _giver, receiver: _receiver, ...posting }, i) => {
        await untilPosted(() => ledger.post(posting));
        // An attempt whose answer was lost comes again.
        if (i % 3 === 0) await untilPosted(() => ledger.post(posting));
      }),
    );
    isDone = true;
    await cutting;
    if (kind === 'postgres') expect(cuts).toBeGreaterThan(20);
    const wanted = Object.fromEntries(
      committees.map((committee) => {
        const received = asked.filter(({ receiver }) => receiver === committee);
        const given = asked.filter(({ giver }) => giver === committee);
        const sum = (each: typeof asked) => each.reduce((total, { kronor }) => total + kronor, 0);
        return [committee, (decided + sum(received) - sum(given)) * 100];
      }),
    );
    expect(await readBalances(database)).toEqual(wanted);
    expect(await readOddities(database)).toEqual({
      transfers,
      unbalanced: 0,
      wrongBalances: 0,
      gaps: 0,
    });
  });
});

/** As an activity is tried again: until the answer is there. */
async function untilPosted(post: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await post();
      return;
    } catch (error) {
      if (attempt === 200) throw error;
      await new Promise((resolve) => setTimeout(resolve, 5 * Math.random() * attempt));
    }
  }
}

/** Ends the server's side of connections, in the middle of whatever they do. PGlite has none. */
async function cutConnections(place: TestDatabasePlace, isDone: () => boolean): Promise<number> {
  if (!('url' in place.where)) return 0;
  const client = new pg.Client({ connectionString: place.where.url });
  await client.connect();
  let cuts = 0;
  while (!isDone()) {
    const { rowCount } = await client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'
       order by random() limit 2`,
    );
    cuts += rowCount ?? 0;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  await client.end();
  return cuts;
}

function readBalances(database: Database): Promise<Record<string, number>> {
  return database.transaction(municipality, async (tx) => {
    const rows = await tx
      .selectFrom('ledger_balance')
      .select(['committee', 'ore'])
      .where('limited', '=', true)
      .execute();
    return Object.fromEntries(rows.map(({ committee, ore }) => [committee, Number(ore)]));
  });
}

/** How many transfers there are, and how much about them is not as it must be. */
function readOddities(database: Database): Promise<Record<string, number>> {
  return database.transaction(municipality, async (tx) => {
    const { rows } = await sql<Record<string, number>>`
      select
        (select count(*)::integer from ledger_transaction where kind = 'transfer') as transfers,
        (select count(*)::integer from (
          select transaction_id from ledger_entry group by 1 having sum(ore) <> 0
        ) as odd) as unbalanced,
        (select count(*)::integer from (
          select balance, sum(ore) over (partition by committee, year order by sequence) as sum
            from ledger_entry
        ) as running where balance <> sum) as "wrongBalances",
        (select count(*)::integer from (
          select max(sequence) as last, count(*) as entries from ledger_entry group by committee, year
        ) as pots where last <> entries) as gaps
    `.execute(tx);
    return rows[0] ?? {};
  });
}
