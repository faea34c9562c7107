import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { buildAll } from '../../scripts/build/index';
import { startInbox, type Inbox } from '../../scripts/inbox';
import { findFreePorts, findFreeRow } from '../../scripts/temporal/free-ports';
import { endRecordedProcess } from '../../scripts/temporal/process-record';
import { wakeSignal } from '../../workflows/messages';
import { operatorSettings, readComposeFile } from '../deployment/compose-file';
import { anApplication } from '../support/applications';
import { makeTestDatabase, type TestDatabasePlace } from '../support/databases';
import { eventually } from '../support/eventually';
import { OwnProcess } from '../support/own-process';
import { OwnTemporal } from '../support/own-temporal';
import { suiteNeeding } from '../support/suites';

const cases = 200;
const atOnce = 4;
const megabyte = 1024 ** 2;
/** What a municipality with many open cases may expect of the machine it runs on. */
const most = { everything: 800 * megabyte, alone: 300 * megabyte };
const patience = { timeoutMs: 240_000, intervalMs: 500 };

/** Applications from as many addresses, as visitors behind a proxy have them. */
async function apply(url: string): Promise<string[]> {
  const ids: string[] = [];
  for (let i = 0; i < cases; i += atOnce) {
    const batch = Array.from({ length: atOnce }, async (_, j) => {
      const response = await fetch(`${url}/api/sodertalje/applications`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': `10.0.0.${i + j}` },
        body: JSON.stringify(anApplication({ organisationName: `Förening ${i + j}` })),
      });
      if (response.status !== 201) throw new Error(await response.text());
      return ((await response.json()) as { caseId: string }).caseId;
    });
    ids.push(...(await Promise.all(batch)));
  }
  return ids;
}

/** Until every officer has been asked: each case then waits in its workflow. */
async function untilAllWait(inboxUrl: string): Promise<void> {
  const query = new URLSearchParams({ to: 'handlaggare@sodertalje.example' });
  await eventually(
    'every case waits for its officer',
    async () => {
      const response = await fetch(`${inboxUrl}/api/messages?${query}`);
      return ((await response.json()) as unknown[]).length >= cases;
    },
    patience,
  );
}

/** Every workflow is told to look, so that the worker takes all of them up again. */
async function wakeAll(address: string, ids: readonly string[]): Promise<void> {
  const connection = await Connection.connect({ address });
  try {
    const client = new Client({ connection });
    for (const id of ids) {
      await client.workflow.getHandle(`sodertalje/${id}`).signal(wakeSignal, 'look');
    }
    for (const id of ids) {
      // The first waits for the worker, which may be up later than the server.
      await eventually(
        'it has looked',
        async () => {
          const { raw } = await client.workflow.getHandle(`sodertalje/${id}`).describe();
          return !raw.pendingWorkflowTask && !raw.pendingActivities?.length;
        },
        patience,
      );
    }
  } finally {
    await connection.close();
  }
}

/** One of the two programs with the flags and the allocator that docker-compose.yml gives it. */
function asComposed(name: 'server' | 'worker', environment: Record<string, string>): OwnProcess {
  const { command = [], environment: settings = {} } =
    readComposeFile(operatorSettings).services[name] ?? {};
  const flags = command.filter((word) => word.startsWith('--max-'));
  const { MALLOC_ARENA_MAX: arenas = '' } = settings;
  const own = { ...environment, MALLOC_ARENA_MAX: arenas };
  return new OwnProcess(`${name}/main.ts`, [], own, flags);
}

/** Bytes of memory that a process holds now (Linux). */
async function memoryOf(process: OwnProcess): Promise<number> {
  const status = await readFile(`/proc/${process.id}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024;
}

async function untilReady(url: string, processes: readonly OwnProcess[]): Promise<void> {
  await eventually(
    'every part is up',
    async () => {
      const fallen = processes.find(({ isRunning }) => !isRunning);
      if (fallen) throw new Error(fallen.said);
      return (await fetch(`${url}/health/ready`)).ok;
    },
    patience,
  );
}

const common = { HOST: '127.0.0.1', LOG_LEVEL: 'silent', TRUSTED_PROXIES: '1' };

describe('memory with two hundred open cases, after a restart', () => {
  it('is enough for everything in one process with PGlite', async () => {
    const data = await mkdtemp(path.join(tmpdir(), 'samverkan-memory-'));
    const port = await findFreeRow(4);
    const url = `http://127.0.0.1:${port}`;
    const args = ['--port', String(port), '--data', data];
    const system = new OwnProcess('scripts/start.ts', args, common);
    try {
      system.start();
      await untilReady(url, [system]);
      const ids = await apply(url);
      await untilAllWait(`http://127.0.0.1:${port + 1}`);
      expect(await system.stop()).toBe(0);
      system.start();
      await untilReady(url, [system]);
      await wakeAll(`127.0.0.1:${port + 2}`, ids);
      expect(await memoryOf(system)).toBeLessThan(most.everything);
    } finally {
      await system.kill();
      await endRecordedProcess(path.join(data, 'temporal'));
      await rm(data, { recursive: true, force: true });
    }
  }, 600_000);
});

suiteNeeding('postgres')('memory of server and worker, each alone', () => {
  let place: TestDatabasePlace;
  let directory: string;
  let inbox: Inbox;
  let temporal: OwnTemporal;

  beforeAll(async () => {
    await buildAll(() => {});
    place = await makeTestDatabase('postgres');
    directory = await mkdtemp(path.join(tmpdir(), 'samverkan-memory-'));
    inbox = await startInbox({ smtpPort: 0, httpPort: 0, directory });
    temporal = await OwnTemporal.start();
  }, 120_000);

  afterAll(async () => {
    await temporal.remove();
    await inbox.stop();
    await place.remove();
    await rm(directory, { recursive: true, force: true });
  });

  it('is enough with two hundred open cases, after a restart', async () => {
    if (!('url' in place.where)) throw new Error('not PostgreSQL');
    const [port = 0] = await findFreePorts(1);
    const url = `http://127.0.0.1:${port}`;
    const { address, close } = await temporal.connect();
    await close();
    const environment = {
      ...common,
      DATABASE_URL: place.where.url,
      TEMPORAL_ADDRESS: address,
      PUBLIC_URL: url,
      PORT: String(port),
      SMTP_URL: inbox.smtpUrl,
    };
    const [server, worker] = (['server', 'worker'] as const).map((name) =>
      asComposed(name, environment),
    ) as [OwnProcess, OwnProcess];
    const both = [server, worker];
    try {
      for (const each of both) each.start();
      await untilReady(url, both);
      const ids = await apply(url);
      await untilAllWait(inbox.url);
      expect(await Promise.all(both.map((each) => each.stop()))).toEqual([0, 0]);
      for (const each of both) each.start();
      await untilReady(url, both);
      await wakeAll(address, ids);
      expect(await memoryOf(server)).toBeLessThan(most.alone);
      expect(await memoryOf(worker)).toBeLessThan(most.alone);
    } finally {
      await Promise.all(both.map((each) => each.kill()));
    }
  }, 600_000);
});
