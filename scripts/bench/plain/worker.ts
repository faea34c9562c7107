import { NativeConnection, Worker } from '@temporalio/worker';
import { createActivities } from '../../../activities';
import { createPdfPool } from '../../../activities/documents/pdf-pool';
import { createMailer } from '../../../activities/mail/mailer';
import { builtInProcesses } from '../../../domain/processes';
import { createProcessRegistry } from '../../../domain/processes/registry';
import { failureConverterPath, type RunningWorker, type WorkerOptions } from '../../../worker/run';
import { createPlainActivities } from './activities';

/** A worker for the plain workflows, with the product's documents and mail and as many threads. */
export async function startPlainWorker(options: WorkerOptions): Promise<RunningWorker> {
  const pdf = createPdfPool({ size: 2 });
  const mailer = createMailer({ smtpUrl: options.smtpUrl });
  const connection = await NativeConnection.connect({ address: options.temporal.address });
  const processes = createProcessRegistry(builtInProcesses);
  const dependencies = {
    database: options.database,
    forms: processes.forms,
    processes,
    mailer,
    pdf,
    publicUrl: options.publicUrl,
    municipality(id: string) {
      const municipality = options.municipalities.find((each) => each.id === id);
      if (!municipality) throw new Error(`no municipality ${id}`);
      return municipality;
    },
  };
  const worker = await Worker.create({
    connection,
    namespace: options.temporal.namespace,
    taskQueue: options.temporal.taskQueue,
    workflowBundle: { codePath: options.workflowBundlePath },
    activities: { ...createActivities(dependencies), ...createPlainActivities(dependencies) },
    dataConverter: { failureConverterPath },
    shutdownGraceTime: 5_000,
    maxConcurrentActivityTaskExecutions: 20,
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
