import { jest } from '@jest/globals';
import { sql } from 'kysely';
import pg from 'pg';
import { openDatabase } from '../../database/open';
import { CommitteeRoom, meetToday } from '../support/committees';
import { makeTestDatabase, type TestDatabasePlace } from '../support/databases';
import { eventually } from '../support/eventually';
import { OwnProcess } from '../support/own-process';
import { OwnTemporal } from '../support/own-temporal';
import { suiteNeeding } from '../support/suites';
import { startSystem, type System } from '../support/system';
import { TransferDesk } from '../support/transfers';
import { beginAgain } from '../support/walks';
import { comingYears } from '../support/years';

jest.setTimeout(600_000);

const transfers = 500;
const [year] = comingYears;
const kills = 4;
const patience = { timeoutMs: 90_000, intervalMs: 100 };

/** Tables of a transfer and of its committees' cases, in an order in which they can be written. */
const copied = [
  ...['cases', 'submission', 'round', 'task', 'committee_decision', 'decision_event'],
  ...['circulation', 'matter', 'step', 'planned_transfer'],
] as const;

/**
 * Five hundred transfers wait for a budget in as many workflows. When it is adopted all of them are
 * posted at once, by a worker that is killed again and again.
 */
suiteNeeding('postgres', 'poppler')('five hundred transfers by a worker that is killed', () => {
  let place: TestDatabasePlace;
  let temporal: OwnTemporal;
  let system: System;
  let smtpUrl = '';
  let worker: OwnProcess;

  beforeAll(async () => {
    place = await makeTestDatabase('postgres');
    temporal = await OwnTemporal.start();
    system = await startSystem('postgres', {
      database: await openDatabase(place.where),
      temporal: await temporal.connect(),
      smtpUrl: (inbox) => (smtpUrl = inbox),
    });
    worker = new OwnProcess('worker/main.ts', [], {
      DATABASE_URL: urlOf(place),
      TEMPORAL_ADDRESS: system.temporal.address,
      TEMPORAL_TASK_QUEUE: system.taskQueue,
      PUBLIC_URL: system.url,
      SMTP_URL: smtpUrl,
      LOG_LEVEL: 'silent',
    });
  });
  afterAll(async () => {
    await worker.kill();
    await system.close();
    await temporal.remove();
    await place.remove();
  });

  it('are each posted once, to the öre', async () => {
    const room = new CommitteeRoom(system);
    const desk = new TransferDesk(room);
    await copyTransfer(await aDecidedTransfer(room, desk));
    await system.worker.stop();
    await beginAgain(system);
    worker.start();
    await desk.adopt('KS', year, 100_000_000);
    for (let kill = 1; kill <= kills; kill += 1) {
      const some = ((kill - 0.5) * transfers) / (kills + 1);
      await eventually('it has posted some', async () => (await posted()) >= some, patience);
      await worker.kill();
      // The kill came in the middle of it.
      expect(await posted()).toBeLessThan(transfers);
      worker.start();
    }
    await eventually('all are posted', async () => (await posted()) >= transfers, patience);
    expect(await oddities()).toEqual({ transfers, twice: 0, unbalanced: 0, missing: 0 });
  });

  /** One that has gone all the way to its plan, by its committees and their decisions. */
  async function aDecidedTransfer(room: CommitteeRoom, desk: TransferDesk): Promise<string> {
    for (const committee of ['KFN', 'KS', 'KF']) await meetToday(system, committee);
    const { caseId } = await desk.begun();
    await desk.verify(caseId);
    for (const committee of ['KFN', 'KS', 'KF']) {
      await desk.decide(caseId, committee, committee === 'KF' ? 'approve' : 'support');
    }
    await eventually('it waits for the budget', async () => {
      return (await desk.years(caseId)).length === 3;
    });
    return caseId;
  }

  /** As many more that have come as far, each with rows of its own. */
  async function copyTransfer(caseId: string): Promise<void> {
    const client = new pg.Client({ connectionString: urlOf(place) });
    await client.connect();
    await client.query(
      `create temporary table own as
         select $1::uuid as id, true as is_transfer
         union select case_id, false from matter where parent_case_id = $1`,
      [caseId],
    );
    try {
      for (const table of copied) await client.query(copyRows(table), [transfers - 1]);
    } finally {
      await client.end();
    }
  }

  async function posted(): Promise<number> {
    return (await oddities()).transfers ?? 0;
  }

  /** How many are posted for the year, and how much about them is not as it must be. */
  function oddities(): Promise<Record<string, number>> {
    return system.server.database.transaction('sodertalje', async (tx) => {
      const { rows } = await sql<Record<string, number>>`
        select
          (select count(distinct case_id)::integer from ledger_transaction
            where kind = 'transfer') as transfers,
          (select count(*)::integer from (
            select case_id from ledger_transaction where kind = 'transfer'
            group by case_id, step having count(*) > 1
          ) as more) as twice,
          (select count(*)::integer from (
            select transaction_id from ledger_entry group by 1 having sum(ore) <> 0
          ) as odd) as unbalanced,
          (select (sum(ore) - (select sum(ore) from ledger_entry join ledger_transaction
              on ledger_transaction.id = transaction_id and kind = 'transfer'
              where ledger_entry.ore > 0))::integer
            from planned_transfer where year = ${year}) as missing
      `.execute(tx);
      return rows[0] ?? {};
    });
  }
});

function urlOf({ where }: TestDatabasePlace): string {
  if (!('url' in where)) throw new Error('not PostgreSQL');
  return where.url;
}

/** Ids of the copies follow from those they are copied from, so that they point at each other. */
function copyRows(table: (typeof copied)[number]): string {
  const anew = (id: string) => `md5(${id}::text || '/' || i)::uuid`;
  const ids: Record<(typeof copied)[number], Record<string, string>> = {
    cases: {
      id: anew('row.id'),
      number: `row.number || '/' || i`,
      number_key: `row.number_key || '/' || i`,
      // Only the transfers go on.
      closed_at: 'case when is_transfer then null else row.opened_at end',
    },
    submission: {
      id: anew('row.id'),
      case_id: anew('row.case_id'),
      task_id: anew('row.task_id'),
      submission_key: anew('row.submission_key'),
    },
    round: { case_id: anew('row.case_id') },
    task: {
      id: anew('row.id'),
      case_id: anew('row.case_id'),
      submission_id: anew('row.submission_id'),
    },
    committee_decision: {
      id: anew('row.id'),
      case_id: anew('row.case_id'),
      task_id: anew('row.task_id'),
      submission_id: anew('row.submission_id'),
    },
    decision_event: { id: anew('row.id'), decision_id: anew('row.decision_id') },
    circulation: { case_id: anew('row.case_id') },
    matter: { parent_case_id: anew('row.parent_case_id'), case_id: anew('row.case_id') },
    step: { case_id: anew('row.case_id') },
    planned_transfer: { case_id: anew('row.case_id') },
  };
  const changes = Object.entries(ids[table]).map(([column, value]) => `'${column}', ${value}`);
  const owners: Partial<Record<(typeof copied)[number], string>> = {
    cases: 'row.id',
    matter: 'row.parent_case_id',
    decision_event: '(select case_id from committee_decision as d where d.id = row.decision_id)',
  };
  return `insert into ${table} overriding user value
    select (jsonb_populate_record(null::${table},
      to_jsonb(row) || jsonb_strip_nulls(jsonb_build_object(${changes.join(', ')})))).*
    from ${table} as row join own on own.id = ${owners[table] ?? 'row.case_id'}, generate_series(1, $1) as i`;
}
