import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@temporalio/client';

/** Waits until no workflow of a type runs any more. */
export async function untilIdle(client: Client, workflowType: string): Promise<void> {
  const query = `WorkflowType = '${workflowType}' AND ExecutionStatus = 'Running'`;
  while ((await client.workflow.count(query)).count > 0) await sleep(20);
}
