import type { Setting } from '../setting';
import type { AccessionVariant } from './whole-cases';

/** Events of all runs of one accession that went from application to register: the longest of a few. */
export async function countEvents(
  { client, queues }: Setting,
  variant: AccessionVariant,
  cases = 10,
): Promise<number> {
  const events = new Map<string, number>();
  const queue = variant === 'accession' ? queues.product : queues.plain;
  const query = `TaskQueue = '${queue}' AND WorkflowType = '${variant}' AND ExecutionStatus = 'Completed'`;
  for await (const { workflowId } of client.workflow.list({ query })) {
    if (events.size === cases) break;
    events.set(workflowId, await eventsOf(client, workflowId));
  }
  return Math.max(...events.values());
}

/** Events of all runs of a workflow. */
export async function eventsOf(client: Setting['client'], workflowId: string): Promise<number> {
  let events = 0;
  for await (const { runId } of client.workflow.list({ query: `WorkflowId = '${workflowId}'` })) {
    const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    events += history.events?.length ?? 0;
  }
  return events;
}
