import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import type { System } from './system';

/**
 * Everything Temporal keeps about a system's workflows, as text: of every run its history as JSON
 * and with its payloads decoded, its description and its entry in the list with memo, search
 * attributes and ids.
 */
export async function exportWorkflows({ temporal, taskQueue }: System): Promise<string> {
  const { client, namespace } = temporal;
  const found: unknown[] = [];
  for await (const entry of client.workflow.list({ query: `TaskQueue = '${taskQueue}'` })) {
    const { workflowId, runId } = entry;
    const execution = { workflowId, runId };
    const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    found.push(entry.raw, history, historyToJSON(history));
    found.push(await client.workflowService.describeWorkflowExecution({ namespace, execution }));
  }
  return found.flatMap((each) => [...textsIn(each)]).join('\n');
}

/** Every string, name of a property and decoded sequence of bytes in a structure. */
function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (value instanceof Uint8Array) yield Buffer.from(value).toString('utf8');
  else if (typeof value === 'object' && value !== null) {
    for (const [key, each] of Object.entries(value)) {
      yield key;
      yield* textsIn(each);
    }
  }
}
