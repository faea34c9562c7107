import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '../../database/open';
import { buildAll } from '../../scripts/build/index';
import { startInbox, type Inbox } from '../../scripts/inbox';
import { findFreePorts } from '../../scripts/temporal/free-ports';
import { makeTestDatabase, type TestDatabasePlace } from '../support/databases';
import { eventually } from '../support/eventually';
import { OwnProcess } from '../support/own-process';
import { OwnTemporal } from '../support/own-temporal';
import { allMails, Mailbox, walkWholeCase } from '../support/people';
import { suiteNeeding } from '../support/suites';
import { expectNothingLostNothingTwice } from '../support/whole-record';

const cases = 20;
const rounds = 3;

/** The production layout: server, worker and Temporal as processes of their own, on PostgreSQL. */
suiteNeeding('postgres')('server, worker and Temporal, each killed at random under load', () => {
  let place: TestDatabasePlace;
  let directory: string;
  let inbox: Inbox;
  let mailbox: Mailbox;
  let temporal: OwnTemporal;
  let server: OwnProcess;
  let worker: OwnProcess;
  let url: string;

  beforeAll(async () => {
    await buildAll(() => {});
    place = await makeTestDatabase('postgres');
    if (!('url' in place.where)) throw new Error('not PostgreSQL');
    directory = await mkdtemp(path.join(tmpdir(), 'samverkan-kills-'));
    inbox = await startInbox({ smtpPort: 0, httpPort: 0, directory });
    mailbox = new Mailbox(inbox.url);
    temporal = await OwnTemporal.start();
    const [port = 0] = await findFreePorts(1);
    url = `http://127.0.0.1:${port}`;
    const { address, close } = await temporal.connect();
    await close();
    const environment = {
      DATABASE_URL: place.where.url,
      TEMPORAL_ADDRESS: address,
      PUBLIC_URL: url,
      HOST: '127.0.0.1',
      PORT: String(port),
      SMTP_URL: inbox.smtpUrl,
      LOG_LEVEL: 'silent',
    };
    server = new OwnProcess('server/main.ts', [], environment);
    worker = new OwnProcess('worker/main.ts', [], environment);
    server.start();
    worker.start();
    await untilReady();
  }, 120_000);

  afterAll(async () => {
    await mailbox.close();
    await Promise.all([server.kill(), worker.kill()]);
    await temporal.remove();
    await inbox.stop();
    await place.remove();
    await rm(directory, { recursive: true, force: true });
  });

  it('lose nothing and do nothing twice', async () => {
    const walks = Promise.all(
      Array.from({ length: cases }, (_, i) =>
        walkWholeCase(url, mailbox, `number-${i}`, i % 4 === 3 ? 'refuse' : 'approve'),
      ),
    );
    // Awaited below; a walk that fails early must not end the process here.
    walks.catch(() => {});
    for (let round = 0; round < rounds; round += 1) {
      for (const strike of inRandomOrder([strikeServer, strikeWorker, strikeTemporal])) {
        await sleep(Math.random() * 2_500);
        await strike();
      }
    }
    const walked = await walks.catch((error: unknown) => {
      throw new Error(`server: ${server.said}\nworker: ${worker.said}`, { cause: error });
    });
    // The last kills may have come after the last walk's end: what is still starting cannot be asked to end.
    walked.push(await walkWholeCase(url, mailbox, `number-${cases}`, 'approve'));
    expect([await server.stop(), await worker.stop()]).toEqual([0, 0]);
    const database = await openDatabase(place.where);
    try {
      await expectNothingLostNothingTwice(database, await allMails(inbox.url), walked);
    } finally {
      await database.close();
    }
  }, 500_000);

  const strikeServer = () => strike(server);
  const strikeWorker = () => strike(worker);

  async function strike(process: OwnProcess): Promise<void> {
    expect(process.isRunning).toBe(true);
    await process.kill();
    await sleep(Math.random() * 1_000);
    process.start();
  }

  async function strikeTemporal(): Promise<void> {
    await temporal.kill();
    await sleep(Math.random() * 1_000);
    await temporal.begin();
  }

  async function untilReady(): Promise<void> {
    await eventually(
      'every part is up',
      async () => {
        const fallen = [server, worker].find(({ isRunning }) => !isRunning);
        if (fallen) throw new Error(fallen.said);
        return (await fetch(`${url}/health/ready`)).ok;
      },
      { timeoutMs: 100_000, intervalMs: 200 },
    );
  }
});

function inRandomOrder<T>(things: readonly T[]): T[] {
  return things
    .map((thing) => ({ thing, rank: Math.random() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ thing }) => thing);
}
