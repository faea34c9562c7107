import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { NativeConnection, Worker } from '@temporalio/worker';
import { pino, type DestinationStream } from 'pino';
import { createActivities } from '../activities';
import { createPdfPool } from '../activities/documents/pdf-pool';
import { createMailer } from '../activities/mail/mailer';
import type { BounceMailbox } from '../database/bounce-address';
import type { Database } from '../database/database';
import { DomainError } from '../domain/errors';
import type { FormDefinition } from '../domain/forms/types';
import { requireSound } from '../domain/check-municipality';
import type { Municipality } from '../domain/municipality';
import { builtInProcesses } from '../domain/processes';
import type { ProcessDefinition } from '../domain/processes/definition';
import { createProcessRegistry } from '../domain/processes/registry';
import { activityFailures } from './activity-failures';
import { heartbeats } from './heartbeats';
import { installRuntime } from './runtime';

export interface WorkerOptions {
  database: Database;
  temporal: { address: string; namespace: string; taskQueue: string };
  smtpUrl: string;
  /** Where letters that do not arrive come back to; without it to the municipalities' senders. */
  bounces?: BounceMailbox | undefined;
  publicUrl: string;
  /** Bundle of `workflows/index.ts`; see `scripts/build`. */
  workflowBundlePath: string;
  municipalities: readonly Municipality[];
  logLevel: string;
  /** Processes beside the built-in ones; their workflows are in the bundle. */
  processes?: readonly ProcessDefinition[];
  /** Forms beside those of the processes. */
  forms?: readonly FormDefinition[];
  /** Threads that workflows run in, each with a copy of their code; Temporal's own choice unless told. */
  workflowThreads?: number;
  /** Most attempts at an activity. A rehearsal needs it: time skips the pauses between attempts. */
  activityAttempts?: number;
  /** Where log lines go; standard output unless told otherwise. */
  logTo?: DestinationStream;
}

export interface RunningWorker {
  /** Lets running activities finish, for a few seconds, and stops. */
  stop(): Promise<void>;
  /** Settles when the worker has ended, by `stop` or by a fault. */
  done: Promise<void>;
}

const pdfThreads = 2;
const graceMs = 5_000;

/** Goes with the bundle: both sides of a history must agree on what a failure says. */
export const failureConverterPath = fileURLToPath(
  new URL('./failure-converter.cjs', import.meta.url),
);

/** Starts the worker: workflows, activities and what they need. */
export async function startWorker(options: WorkerOptions): Promise<RunningWorker> {
  installRuntime('warn', options.logTo);
  const log = pino({ level: options.logLevel, name: 'worker' }, options.logTo);
  requireSound(options.municipalities);
  const byId = new Map(options.municipalities.map((each) => [each.id, each]));
  const pdf = createPdfPool({ size: pdfThreads });
  const mailer = createMailer({ smtpUrl: options.smtpUrl });
  const processes = createProcessRegistry(
    [...builtInProcesses, ...(options.processes ?? [])],
    options.forms,
  );
  const connection = await NativeConnection.connect({ address: options.temporal.address });
  const worker = await Worker.create({
    connection,
    namespace: options.temporal.namespace,
    taskQueue: options.temporal.taskQueue,
    identity: newIdentity(),
    workflowBundle: { codePath: options.workflowBundlePath },
    activities: createActivities({
      database: options.database,
      forms: processes.forms,
      processes,
      mailer,
      bounces: options.bounces,
      pdf,
      publicUrl: options.publicUrl,
      municipality(id) {
        const municipality = byId.get(id);
        if (!municipality) throw new DomainError('municipality.unknown');
        return municipality;
      },
    }),
    dataConverter: { failureConverterPath },
    interceptors: { activity: [heartbeats, activityFailures(log, options.activityAttempts)] },
    shutdownGraceTime: graceMs,
    maxConcurrentActivityTaskExecutions: 20,
    ...(options.workflowThreads && { workflowThreadPoolSize: options.workflowThreads }),
  });
  const done = worker.run().finally(async () => {
    mailer.close();
    await Promise.all([pdf.close(), connection.close()]);
  });
  return {
    done,
    async stop() {
      if (worker.getState() === 'RUNNING') worker.shutdown();
      await done;
    },
  };
}

/** Stands in every history: it tells workers apart, not machines. */
function newIdentity(): string {
  return `samverkan-worker-${randomBytes(4).toString('hex')}`;
}
