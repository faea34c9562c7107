import { randomUUID } from 'node:crypto';
import { Client, Connection, type WorkflowHandle } from '@temporalio/client';
import { defaultPayloadConverter, toPayloads, type Duration } from '@temporalio/common';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { msToTs } from '@temporalio/common/lib/time';
import { clockworkOf } from '../../scripts/rehearsal/time-skipping';
import { sharedPart } from './run/shared-part';

export { forward, skipFreely } from '../../scripts/rehearsal/time-skipping';

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

/** What time it is for the workflow. */
export async function virtualTime(client: Client, workflowId: string): Promise<Date> {
  return new Date((await clockworkOf(client, workflowId)).now);
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
