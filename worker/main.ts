import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { configuredMunicipalities } from '../config/municipalities';
import { runProcess, type Running } from '../config/run-process';
import { explainSettings, readWorkerSettings } from '../config/settings';
import { openDatabase } from '../database/open';
import { keepTrying } from './keep-running';
import { startWorker } from './run';
import { installRuntime } from './runtime';

const workflowBundlePath = fileURLToPath(new URL('../.build/workflow-bundle.js', import.meta.url));

/**
 * The worker as a process of its own, on PostgreSQL; see docker-compose.yml. It waits for a
 * Temporal server that is not there yet, or not there any more.
 */
async function begin(): Promise<Running> {
  const settings = readWorkerSettings();
  installRuntime(settings.logLevel);
  const log = pino({ level: settings.logLevel, name: 'worker' });
  const database = await openDatabase({ url: settings.databaseUrl });
  const kept = keepTrying({
    onFault: (error) => log.warn({ reason: reasonOf(error) }, 'the worker is down; trying again'),
    begin: async () => {
      const worker = await startWorker({
        database,
        temporal: {
          address: settings.temporalAddress,
          namespace: settings.temporalNamespace,
          taskQueue: settings.temporalTaskQueue,
        },
        smtpUrl: settings.smtpUrl,
        bounces: settings.bounces,
        publicUrl: settings.publicUrl,
        workflowBundlePath,
        municipalities: configuredMunicipalities.map(({ municipality }) => municipality),
        logLevel: settings.logLevel,
        // Whoever needs more runs another worker; a second thread costs as much memory as the cases.
        workflowThreads: 1,
      });
      return { ended: worker.done, stop: () => worker.stop() };
    },
  });
  return {
    async stop() {
      await kept.stop();
      await database.close();
    },
  };
}

/** Faults of the worker as a whole speak of servers and files, never of people. */
function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : 'it ended';
}

await runProcess(begin, { explain: explainSettings });
