import { randomUUID } from 'node:crypto';
import { Client, Connection, type WorkflowHandle } from '@temporalio/client';
import { defaultPayloadConverter, toPayloads, type Duration } from '@temporalio/common';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { msToTs, tsToMs } from '@temporalio/common/lib/time';
import proto from '@temporalio/proto';
import { sharedPart } from './run/shared-part';

export const namespace = 'default';

/** The run's Temporal server, where workflows may skip time, with a client of one's own. */
export interface TestTemporal {
  /** host:port for gRPC. */
  address: string;
  namespace: string;
  client: Client;
  close(): Promise<void>;
}

/** Connects to the run's Temporal server; the first suite that asks starts it. */
export async function openTemporal(): Promise<TestTemporal> {
  const { address } = await sharedPart('temporal');
  const connection = await Connection.connect({ address });
  return {
    address,
    namespace,
    client: new Client({ connection, namespace }),
    close: () => connection.close(),
  };
}

/** A task queue that no other suite listens to. */
export function uniqueTaskQueue(name = 'test'): string {
  return `${name}-${randomUUID()}`;
}

export interface SkippingStart {
  workflowId: string;
  taskQueue: string;
  args?: unknown[];
  /** Starts it this far in the future of the virtual calendar; otherwise now. */
  bornIn?: Duration;
}

/**
 * Starts a workflow that skips every wait by itself; with `bornIn` it is born that far in the
 * future and stays there in normal time until it is forwarded.
 */
export async function startSkipping(
  client: Client,
  workflowType: string,
  { workflowId, taskQueue, args = [], bornIn }: SkippingStart,
): Promise<WorkflowHandle> {
  const duration = bornIn === undefined ? undefined : msToTs(bornIn);
  await client.workflowService.startWorkflowExecution({
    namespace,
    workflowId,
    workflowType: { name: workflowType },
    taskQueue: { name: taskQueue },
    input: { payloads: toPayloads(defaultPayloadConverter, ...args) ?? [] },
    requestId: randomUUID(),
    timeSkippingConfig: {
      enabled: true,
      ...(duration && { fastForwardConfig: { id: randomUUID(), duration } }),
    },
    ...(duration && { workflowStartDelay: duration }),
  });
  return client.workflow.getHandle(workflowId);
}

/** Lets a running workflow skip every wait from now on, to its end. */
export async function skipFreely(client: Client, workflowId: string): Promise<void> {
  await setTimeSkipping(client, workflowId, { enabled: true });
}

/**
 * Moves a running workflow's clock forward by exactly this much, due timers and their work
 * included, and then lets it run in normal time again. Returns its virtual time.
 * @throws Error when it cannot get there, e.g. because it closes on the way
 */
export async function forward(
  client: Client,
  workflowId: string,
  duration: Duration,
): Promise<Date> {
  const fastForwardId = randomUUID();
  await setTimeSkipping(client, workflowId, {
    enabled: true,
    fastForwardConfig: { id: fastForwardId, duration: msToTs(duration) },
  });
  await untilForwarded(client, workflowId, fastForwardId);
  return virtualTime(client, workflowId);
}

/** One poll may end before the workflow has got there: its activities take real time. */
async function untilForwarded(
  client: Client,
  workflowId: string,
  fastForwardId: string,
): Promise<void> {
  const results = proto.temporal.api.enums.v1.FastForwardPollingResult;
  for (;;) {
    const { fastForwardPollingResult: result, failedReason } =
      await client.workflowService.pollWorkflowExecutionTimeSkipping({
        namespace,
        workflowExecution: { workflowId },
        fastForwardId,
      });
    if (result === results.FAST_FORWARD_POLLING_RESULT_FAST_FORWARD_COMPLETED) return;
    if (result !== results.FAST_FORWARD_POLLING_RESULT_POLL_TIMEOUT) {
      throw new Error(`${workflowId} cannot be forwarded: ${failedReason}`);
    }
  }
}

/** What time it is for the workflow. */
export async function virtualTime(client: Client, workflowId: string): Promise<Date> {
  const { workflowExtendedInfo } = await client.workflowService.describeWorkflowExecution({
    namespace,
    execution: { workflowId },
  });
  const time = workflowExtendedInfo?.timeSkippingInfo?.currentTime;
  return time ? new Date(tsToMs(time)) : new Date();
}

async function setTimeSkipping(
  client: Client,
  workflowId: string,
  timeSkippingConfig: proto.temporal.api.common.v1.ITimeSkippingConfig,
): Promise<void> {
  await client.workflowService.updateWorkflowExecutionOptions({
    namespace,
    workflowExecution: { workflowId },
    workflowExecutionOptions: { timeSkippingConfig },
    updateMask: { paths: ['time_skipping_config'] },
  });
}

/** A run's history (the newest run's, unless named) as Temporal's JSON, as replay takes it. */
export async function historyJson(
  client: Client,
  workflowId: string,
  runId?: string,
): Promise<string> {
  const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
  return historyToJSON(history);
}
