import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { pino } from 'pino';
import type { Database } from '../../database/database';
import { loadMunicipalities } from '../../database/load';
import { startOutboxRelay, type OutboxRelay } from '../../server/relay/outbox-relay';
import { createWakeWorkflow } from '../../server/relay/wake-workflow';
import { realClock } from '../../server/clock';
import { startServer } from '../../server/run';
import { startWorker } from '../../worker/run';
import { ensureBuilt } from '../build/product';
import { findFreePorts } from '../temporal/free-ports';
import { namespace } from '../temporal/server-process';
import { startLetterSink, type LetterSink } from './letter-sink';
import {
  benchMunicipalities,
  manyParties,
  peers,
  plain,
  product,
  someParties,
} from './municipalities';
import { startPlainWorker } from './plain/worker';
import { watched, type WatchedDatabase } from './watched-database';
import { benchWorkflows } from './workflow-bundle';

/** The product and a plain worker beside it, on one database, one Temporal server, one mail server. */
export interface Setting {
  database: WatchedDatabase;
  client: Client;
  letters: LetterSink;
  /** Task queues of the product's worker and of the plain one. */
  queues: { product: string; plain: string };
  /** Where the product's API answers. */
  url: string;
  /** Carries word to the workflows of {@link peers}. */
  relay: OutboxRelay;
  /** Closes everything but the database and Temporal. */
  close(): Promise<void>;
}

const unlimited = { applications: 1e9, links: 1e9, linkRequests: 1e9 };

/** Starts everything that is measured, in this process, as `npm start` does. */
export async function startSetting(opened: Database, temporalAddress: string): Promise<Setting> {
  const database = watched(opened);
  await ensureBuilt(benchWorkflows, () => undefined);
  await loadMunicipalities(database, benchMunicipalities);
  const directory = await mkdtemp(join(tmpdir(), 'samverkan-bench-'));
  const letters = await startLetterSink(join(directory, 'letters'));
  const [port = 0] = await findFreePorts(1);
  const connection = await Connection.connect({ address: temporalAddress });
  const client = new Client({ connection, namespace });
  const common = {
    database,
    publicUrl: `http://127.0.0.1:${port}`,
    logLevel: 'silent',
    smtpUrl: letters.smtpUrl,
    workflowBundlePath: benchWorkflows.output,
  };
  const queues = { product: `product-${randomUUID()}`, plain: `plain-${randomUUID()}` };
  const at = (taskQueue: string) => ({ address: temporalAddress, namespace, taskQueue });
  const server = await startServer({
    ...common,
    temporal: at(queues.product),
    host: '127.0.0.1',
    port,
    pageDirectory: directory,
    municipalities: [product],
    limits: unlimited,
  });
  const worker = await startWorker({
    ...common,
    temporal: at(queues.product),
    municipalities: [product, peers, someParties, manyParties],
  });
  const plainWorker = await startPlainWorker({
    ...common,
    temporal: at(queues.plain),
    municipalities: [plain],
  });
  // Who waits for their work in vain would wait for ever.
  for (const each of [worker, plainWorker]) each.done.catch(endBench);
  const relay = startOutboxRelay({
    database,
    municipalityIds: [peers.id],
    wake: createWakeWorkflow(client, queues.product),
    clock: realClock,
    log: pino({ level: 'silent' }),
  });
  return {
    database,
    client,
    letters,
    queues,
    url: common.publicUrl,
    relay,
    async close() {
      await relay.stop();
      await Promise.all([worker.stop(), plainWorker.stop()]);
      await server.close();
      await letters.stop();
      await connection.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

function endBench(error: unknown): never {
  console.error('A worker of the bench has ended.', error);
  process.exit(1);
}
