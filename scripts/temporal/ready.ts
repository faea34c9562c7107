import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import proto from '@temporalio/proto';

const day = 24 * 60 * 60;
/** Closed workflows may vanish after this; the register, decisions and documents never depend on them. */
const retentionSeconds = 30 * day;

/**
 * Waits until the server at `address` answers, registers `namespace` unless it exists, and waits
 * until every service knows it.
 * @throws {Error} when it takes longer than `timeoutMilliseconds`.
 */
export async function prepareNamespace(
  address: string,
  namespace: string,
  signal: AbortSignal,
  timeoutMilliseconds = 90_000,
): Promise<void> {
  const deadline = Date.now() + timeoutMilliseconds;
  const connection = await retry(() => connect(address), deadline, signal);
  try {
    await retry(() => registerNamespace(connection, namespace), deadline, signal);
    await retry(() => useNamespace(connection, namespace), deadline, signal);
  } finally {
    await connection.close();
  }
}

function connect(address: string): Promise<Connection> {
  return Connection.connect({ address, connectTimeout: '2s' });
}

async function registerNamespace(connection: Connection, namespace: string): Promise<void> {
  try {
    await connection.workflowService.registerNamespace({
      namespace,
      workflowExecutionRetentionPeriod: proto.google.protobuf.Duration.fromObject({
        seconds: retentionSeconds,
      }),
    });
  } catch (error) {
    if (!isNamespaceThere(error)) throw error;
  }
}

/** Asks the frontend, matching and history services; each keeps its own list of namespaces. */
async function useNamespace(connection: Connection, namespace: string): Promise<void> {
  const service = connection.workflowService;
  const taskQueue = { name: 'readiness-probe' };
  const taskQueueType = proto.temporal.api.enums.v1.TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW;
  const execution = { workflowId: 'readiness-probe' };
  await service.listWorkflowExecutions({ namespace, pageSize: 1 });
  await service.describeTaskQueue({ namespace, taskQueue, taskQueueType });
  await service.describeWorkflowExecution({ namespace, execution }).catch((error: unknown) => {
    if (!isWorkflowMissing(error)) throw error;
  });
}

const alreadyExists = 6;
const notFound = 5;

function isNamespaceThere(error: unknown): boolean {
  return codeOf(error) === alreadyExists;
}

function isWorkflowMissing(error: unknown): boolean {
  return codeOf(error) === notFound && !/namespace/i.test(String(error));
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}

async function retry<T>(
  attempt: () => Promise<T>,
  deadline: number,
  signal: AbortSignal,
): Promise<T> {
  for (;;) {
    signal.throwIfAborted();
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await sleep(100);
    }
  }
}
