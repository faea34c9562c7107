/**
 * Exits with 0 when a worker asks Temporal for work: the health check of the worker's container.
 * Workers are anonymous, so of several it tells only that one of them is well.
 */
import { Connection } from '@temporalio/client';
import { readWorkerSettings } from '../../config/settings';

const DEADLINE_MS = 5000;
/** A waiting worker asks again at least once a minute. */
const FRESH_MS = 90_000;

const { temporalAddress, temporalNamespace, temporalTaskQueue } = readWorkerSettings();

async function isPolling(): Promise<boolean> {
  const connection = await Connection.connect({ address: temporalAddress });
  const { pollers } = await connection.withDeadline(Date.now() + DEADLINE_MS, () =>
    connection.workflowService.describeTaskQueue({
      namespace: temporalNamespace,
      taskQueue: { name: temporalTaskQueue },
      taskQueueType: 1,
    }),
  );
  await connection.close();
  const since = (Date.now() - FRESH_MS) / 1000;
  return pollers.some(({ lastAccessTime }) => Number(lastAccessTime?.seconds ?? 0) > since);
}

process.exit((await isPolling()) ? 0 : 1);
