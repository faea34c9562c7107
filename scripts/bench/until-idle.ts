import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@temporalio/client';

/** Waits until no workflow of a type runs any more that was started on a queue since a moment. */
export async function untilIdle(
  client: Client,
  { workflowType, taskQueue, since }: { workflowType: string; taskQueue: string; since: Date },
): Promise<void> {
  const query =
    `WorkflowType = '${workflowType}' AND TaskQueue = '${taskQueue}' ` +
    `AND StartTime >= '${since.toISOString()}' AND ExecutionStatus = 'Running'`;
  while ((await client.workflow.count(query)).count > 0) await sleep(20);
}
