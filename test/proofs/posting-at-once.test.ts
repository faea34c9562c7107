import { sql } from 'kysely';
import pg from 'pg';
import { jest } from '@jest/globals';
import { openDatabase, type Database } from '../../database/open';
import { databaseKinds, makeTestDatabase, type TestDatabasePlace } from '../support/databases';
import { eventually } from '../support/eventually';
import { LedgerForTest } from '../support/ledger';
import { OwnProcess } from '../support/own-process';
import {
  balancesAfter,
  committees,
  decided,
  manyTransfers,
  postStubbornly,
  transfers,
} from './many-transfers';

jest.setTimeout(240_000);

const municipality = 'sodertalje';

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

  /** Budgets to take from, and the case that the transfers are of. */
  async function prepare(): Promise<{ ledger: LedgerForTest; caseId: string }> {
    const ledger = await LedgerForTest.on(database);
    for (const committee of committees) await ledger.adopt(committee, 2018, decided);
    return { ledger, caseId: await ledger.aCase('KS 18/1') };
  }

  async function expectEachOnce(caseId: string): Promise<void> {
    expect(await readBalances(database)).toEqual(balancesAfter(manyTransfers(caseId)));
    expect(await readOddities(database)).toEqual({
      transfers,
      unbalanced: 0,
      wrongBalances: 0,
      gaps: 0,
    });
  }

  it('are each posted once, to the öre, however often they are tried and cut off', async () => {
    const { ledger, caseId } = await prepare();
    let isDone = false;
    let cuts = 0;
    const cutting = cutConnections(place, () => isDone).then((count) => (cuts = count));
    await Promise.all(
      manyTransfers(caseId).map(async (transfer, i) => {
        await postStubbornly(ledger, transfer);
        // An attempt whose answer was lost comes again.
        if (i % 3 === 0) await postStubbornly(ledger, transfer);
      }),
    );
    isDone = true;
    await cutting;
    if (kind === 'postgres') expect(cuts).toBeGreaterThan(20);
    await expectEachOnce(caseId);
  });

  it('are each posted once by a process that is killed again and again while it posts', async () => {
    const { caseId } = await prepare();
    await database.close();
    const script = 'test/proofs/post-transfers.process.ts';
    const start = () => {
      const posting = new OwnProcess(script, [JSON.stringify(place.where), caseId]);
      posting.start();
      return posting;
    };
    for (let kill = 0; kill < kills; kill += 1) {
      const posting = start();
      const some = 5 + Math.random() * 40;
      await eventually('it has posted some', async () => newIn(posting.said) > some, {
        intervalMs: 5,
      });
      await posting.kill();
    }
    database = await openDatabase(place.where);
    const { transfers: byThen } = await readOddities(database);
    await database.close();
    const posting = start();
    await posting.untilEnded();
    expect(posting.said).toMatch(/all posted\n$/);
    database = await openDatabase(place.where);
    await expectEachOnce(caseId);
    // The kills came in the middle of it.
    expect(byThen).toBeGreaterThan(0);
    expect(byThen).toBeLessThan(transfers);
  });
});

const kills = 5;

/** How many it has posted that nobody had. */
function newIn(said: string): number {
  return said.split('.').length - 1;
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
