import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { openDatabase, type Database } from '../../database/open';
import type { Tx } from '../../database/database';
import type { ReceiptView } from '../../domain/api/shapes';
import { buildAll } from '../../scripts/build/index';
import { startInbox, type Inbox } from '../../scripts/inbox';
import { findFreePorts } from '../../scripts/temporal/free-ports';
import { workflowId } from '../../server/relay/wake-workflow';
import { makeTestDatabase, type TestDatabasePlace } from '../support/databases';
import { eventually } from '../support/eventually';
import { Gate } from '../support/gate';
import { OwnProcess } from '../support/own-process';
import {
  allMails,
  answer,
  apply,
  Mailbox,
  signatoryOf,
  signature,
  walkWholeCase,
  type Walk,
} from '../support/people';
import { suiteNeeding } from '../support/suites';
import { openTemporal, uniqueTaskQueue, type TestTemporal } from '../support/temporal';
import { officer } from '../support/walks';
import { expectNothingLostNothingTwice } from '../support/whole-record';
import { asksForReview } from '../support/subjects';

const municipality = 'sodertalje';
/** Each kills a process, which takes its time to come up again, and walks a whole case. */
const limitMs = 180_000;

/** Each gap is held open until it is certain that the process is in it, and then the process is killed. */
suiteNeeding('postgres')('killed in the gap', () => {
  let place: TestDatabasePlace;
  let database: Database;
  let databaseUrl: string;
  let directory: string;
  let inbox: Inbox;
  let mailbox: Mailbox;
  let temporal: TestTemporal;
  let server: OwnProcess;
  let worker: OwnProcess;
  let url: string;
  /** Between the server and Temporal, the worker and Temporal, the worker and its mail server. */
  let gates: Record<'server' | 'worker' | 'mail', Gate>;
  const walks: Walk[] = [];

  beforeAll(async () => {
    await buildAll(() => {});
    place = await makeTestDatabase('postgres');
    if (!('url' in place.where)) throw new Error('not PostgreSQL');
    databaseUrl = place.where.url;
    database = await openDatabase(place.where);
    directory = await mkdtemp(path.join(tmpdir(), 'samverkan-gaps-'));
    inbox = await startInbox({ smtpPort: 0, httpPort: 0, directory });
    mailbox = new Mailbox(inbox.url);
    temporal = await openTemporal();
    const temporalPort = portOf(`tcp://${temporal.address}`);
    gates = {
      server: await Gate.to(temporalPort),
      worker: await Gate.to(temporalPort),
      mail: await Gate.to(portOf(inbox.smtpUrl)),
    };
    const [port = 0] = await findFreePorts(1);
    url = `http://127.0.0.1:${port}`;
    const environment = {
      DATABASE_URL: place.where.url,
      TEMPORAL_TASK_QUEUE: uniqueTaskQueue(),
      PUBLIC_URL: url,
      HOST: '127.0.0.1',
      PORT: String(port),
      SMTP_URL: `smtp://127.0.0.1:${gates.mail.port}`,
      LOG_LEVEL: 'silent',
    };
    const through = (gate: Gate) => ({
      ...environment,
      TEMPORAL_ADDRESS: `127.0.0.1:${gate.port}`,
    });
    server = new OwnProcess('server/main.ts', [], through(gates.server));
    worker = new OwnProcess('worker/main.ts', [], through(gates.worker));
    server.start();
    worker.start();
    await untilReady();
  }, 120_000);

  afterEach(() => {
    for (const gate of Object.values(gates)) {
      gate.onAnswer(undefined);
      gate.release();
    }
  });

  afterAll(async () => {
    await mailbox.close();
    await Promise.all([server.kill(), worker.kill()]);
    for (const gate of Object.values(gates)) await gate.close();
    await temporal.close();
    await inbox.stop();
    await database.close();
    await place.remove();
    await rm(directory, { recursive: true, force: true });
  });

  it(
    'after an application is committed, before Temporal hears of it',
    async () => {
      const key = randomUUID();
      gates.server.hold('requests');
      const receipt = await apply(url, key, 'commit');
      expect(await words(receipt)).toEqual([{ kind: 'start', sent: false, consumed: false }]);
      expect(await hasWorkflow(receipt)).toBe(false);
      await restart(server, gates.server);
      await finish('commit', key);
    },
    limitMs,
  );

  it(
    'after Temporal has heard of an application, before that is recorded',
    async () => {
      const key = randomUUID();
      await worker.kill();
      gates.server.hold('answers');
      const receipt = await apply(url, key, 'signal');
      await eventually('the workflow is there', () => hasWorkflow(receipt));
      expect(await words(receipt)).toEqual([{ kind: 'start', sent: false, consumed: false }]);
      await restart(server, gates.server);
      worker.start();
      await finish('signal', key);
    },
    limitMs,
  );

  it(
    'after a decision is committed, before the workflow is told to look',
    async () => {
      const { key, receipt } = await waitsForOfficer('look');
      gates.server.hold('requests');
      await decide(receipt);
      expect(await words(receipt)).toContainEqual({ kind: 'look', sent: false, consumed: false });
      await restart(server, gates.server);
      await finish('look', key);
    },
    limitMs,
  );

  it(
    'after the first step is committed, before Temporal hears of it',
    async () => {
      const key = randomUUID();
      gates.worker.hold('requests');
      const receipt = await apply(url, key, 'step');
      await eventually('the step is recorded', async () => (await tasks(receipt)).length === 1);
      await restart(worker, gates.worker);
      await finish('step', key);
    },
    limitMs,
  );

  it(
    'between review and signature',
    async () => {
      const { key, receipt } = await waitsForOfficer('review');
      gates.worker.hold('requests');
      await decide(receipt);
      await eventually(
        'the answer is consumed',
        async () => (await tasks(receipt))[0]?.consumed_at,
      );
      expect(await tasks(receipt)).toHaveLength(1);
      await restart(worker, gates.worker);
      await finish('review', key);
    },
    limitMs,
  );

  it(
    'while a signature is taken, its confirmation not yet written',
    async () => {
      const { key, receipt } = await waitsForOfficer('sign');
      await decide(receipt);
      const toSign = await mailbox.find(signatoryOf('sign'), new RegExp(receipt.number));
      // One transaction takes the signature and enters the party: it is held up on the way.
      const holder = new pg.Client({ connectionString: databaseUrl });
      await holder.connect();
      await holder.query('begin; lock table party in share row exclusive mode');
      await answer(url, toSign, signature);
      await eventually('the worker is in the middle', async () => {
        const { rows } = await holder.query(
          `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        );
        return rows.length > 0;
      });
      await worker.kill();
      await holder.end();
      expect((await tasks(receipt))[1]?.consumed_at).toBeNull();
      expect(await parties(receipt)).toEqual([]);
      worker.start();
      await finish('sign', key);
    },
    limitMs,
  );

  it(
    'after the confirmation is committed, before Temporal hears of the signature',
    async () => {
      const { key, receipt } = await waitsForOfficer('confirm');
      await decide(receipt);
      const toSign = await mailbox.find(signatoryOf('confirm'), new RegExp(receipt.number));
      gates.worker.hold('requests');
      await answer(url, toSign, signature);
      await eventually(
        'the organisation is in the register',
        async () => (await parties(receipt)).length === 1,
      );
      await restart(worker, gates.worker);
      await finish('confirm', key);
    },
    limitMs,
  );

  it(
    'after the mail server’s 250, before that is recorded',
    async () => {
      const key = randomUUID();
      gates.mail.onAnswer(afterAcceptance(() => worker.strike()));
      const receipt = await apply(url, key, 'mail');
      await worker.untilEnded();
      const letters = await lettersOf(receipt);
      expect(letters.map(({ state }) => state)).toEqual(['pending', 'pending']);
      const accepted = await mailsAbout(letters);
      expect(accepted).toHaveLength(1);
      gates.mail.onAnswer(undefined);
      worker.start();
      await finish('mail', key);
      expect((await mailsAbout(letters)).map(({ messageId }) => messageId)).toContain(
        accepted[0]?.messageId,
      );
    },
    limitMs,
  );

  it('and nothing was lost and nothing done twice', async () => {
    expect(walks).toHaveLength(8);
    await expectNothingLostNothingTwice(database, await allMails(inbox.url), walks);
  });

  /** Kills a process that is held at its gate, opens the gate, and starts the process again. */
  async function restart(process: OwnProcess, gate: Gate): Promise<void> {
    await process.kill();
    gate.release();
    process.start();
  }

  async function finish(name: string, key: string): Promise<void> {
    walks.push(await walkWholeCase(url, mailbox, name, 'approve', key));
  }

  async function waitsForOfficer(name: string): Promise<{ key: string; receipt: ReceiptView }> {
    const key = randomUUID();
    const receipt = await apply(url, key, name);
    await mailbox.find(officer, asksForReview(receipt.number));
    return { key, receipt };
  }

  async function decide(receipt: ReceiptView): Promise<void> {
    const asked = await mailbox.find(officer, asksForReview(receipt.number));
    await answer(url, asked, { outcome: 'approve' });
  }

  const look = <T>(work: (tx: Tx) => Promise<T>) => database.transaction(municipality, work);

  const words = ({ caseId }: ReceiptView) =>
    look(async (tx) => {
      const rows = await tx
        .selectFrom('outbox')
        .selectAll()
        .where('case_id', '=', caseId)
        .orderBy('id')
        .execute();
      return rows.map(({ kind, sent_at, consumed_at }) => ({
        kind,
        sent: sent_at !== null,
        consumed: consumed_at !== null,
      }));
    });

  const tasks = ({ caseId }: ReceiptView) =>
    look((tx) =>
      tx
        .selectFrom('task')
        .select(['id', 'consumed_at'])
        .where('case_id', '=', caseId)
        .orderBy('opened_at')
        .execute(),
    );

  const parties = ({ caseId }: ReceiptView) =>
    look((tx) => tx.selectFrom('party').select('id').where('case_id', '=', caseId).execute());

  const lettersOf = ({ caseId }: ReceiptView) =>
    look((tx) =>
      tx.selectFrom('letter').select(['id', 'state']).where('case_id', '=', caseId).execute(),
    );

  async function mailsAbout(letters: readonly { id: string }[]) {
    const mails = await allMails(inbox.url);
    return mails.filter(({ messageId }) => letters.some(({ id }) => messageId.includes(id)));
  }

  async function hasWorkflow({ caseId }: ReceiptView): Promise<boolean> {
    const id = workflowId({ municipalityId: municipality, caseId });
    try {
      await temporal.client.workflow.getHandle(id).describe();
      return true;
    } catch (error) {
      if ((error as Error).name !== 'WorkflowNotFoundError') throw error;
      return false;
    }
  }

  async function untilReady(): Promise<void> {
    await eventually(
      'both processes are up',
      async () => {
        const fallen = [server, worker].find(({ isRunning }) => !isRunning);
        if (fallen) throw new Error(fallen.said);
        return (await fetch(`${url}/health/ready`)).ok;
      },
      { timeoutMs: 100_000, intervalMs: 200 },
    );
  }
});

/** Calls back once, as soon as a letter's 250 is on its way: the first one after a 354. */
function afterAcceptance(callback: () => void): (bytes: Buffer) => void {
  let isData = false;
  let isDone = false;
  return (bytes) => {
    const reply = bytes.toString('latin1');
    if (isDone) return;
    if (isData && reply.startsWith('250')) {
      isDone = true;
      callback();
    }
    // The answer to a command before it may come in the same breath.
    isData ||= /^354/m.test(reply);
  };
}

function portOf(address: string): number {
  return Number(new URL(address).port);
}
