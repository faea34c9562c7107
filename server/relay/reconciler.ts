import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { Database } from '../../database/database';
import { unfinishedCases } from '../../database/repositories/case.repository';
import { keptDrafts } from '../../database/repositories/draft.repository';
import { openMendings } from '../../database/repositories/mending.repository';
import { unfinishedSubscriptions } from '../../database/repositories/subscriber.repository';
import { findWheel } from '../../database/repositories/wheel.repository';
import { draftKeeping } from '../../domain/drafts';
import { agreementWheel } from '../../domain/follow-up/wheel';
import { letterMending } from '../../domain/mending';
import { subscriptionKeeping } from '../../domain/newsletter/subscription';
import type { ProcessState } from '../../domain/process';
import { workflowId, type WakeWorkflow } from './wake-workflow';

const intervalMs = 60_000;
/** After a failed comparison, until the next one: Temporal is perhaps still starting. */
const retryMs = 5_000;

export interface Reconciler {
  /** Compares once; returns how many cases and drafts were started again. */
  reconcile(): Promise<number>;
  stop(): Promise<void>;
}

/**
 * Compares the record with Temporal: every case that has not ended must have a running workflow, every
 * draft that is kept, letters to see to, every subscription that nobody has confirmed yet, and every year's
 * wheel. One that has none, because Temporal lost its store or somebody terminated it, starts again from the
 * state in the record. Steps that were recorded are not repeated.
 */
export function startReconciler(options: {
  database: Database;
  municipalityIds: readonly string[];
  client: Client;
  taskQueue: string;
  wake: WakeWorkflow;
  log: Logger;
}): Reconciler {
  const { database, municipalityIds, client, taskQueue, wake, log } = options;
  let stopped = false;
  let running: Promise<number> | undefined;

  const compare = async () => {
    const live = await runningWorkflowIds(client, taskQueue);
    let restarted = 0;
    for (const municipalityId of municipalityIds) {
      const unfinished = await database.transaction(municipalityId, async (tx) => {
        const wheel = await findWheel(tx, municipalityId);
        return [
          ...(await unfinishedCases(tx, municipalityId)),
          ...(await keptDrafts(tx, municipalityId)).map((id) => ({ id, ...draftKeeping })),
          ...(await openMendings(tx, municipalityId)).map((id) => ({ id, ...letterMending })),
          ...(await unfinishedSubscriptions(tx, municipalityId)).map((id) => ({
            ...{ id, ...subscriptionKeeping },
          })),
          ...(wheel ? [{ id: wheel.id, ...agreementWheel }] : []),
        ];
      });
      for (const { id, process, phase } of unfinished) {
        const state: ProcessState = { municipalityId, caseId: id, ...phase };
        const workflow = workflowId(state);
        if (stopped || live.has(workflow) || (await isRunning(client, workflow))) continue;
        await wake(process, state, 'resume');
        restarted += 1;
      }
    }
    if (restarted > 0) log.info({ restarted }, 'workflows started again from the record');
    return restarted;
  };
  const reconcile = () => {
    running ??= compare().finally(() => {
      running = undefined;
    });
    return running;
  };
  let timer: NodeJS.Timeout | undefined;
  const attempt = async () => {
    let pause = intervalMs;
    await reconcile().catch((error: Error) => {
      log.warn({ error: error.name }, 'could not compare with Temporal, will try again');
      pause = retryMs;
    });
    if (!stopped) timer = setTimeout(() => void attempt(), pause);
  };
  void attempt();
  return {
    reconcile,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running?.catch(() => {});
    },
  };
}

/**
 * What runs on the queue, as the list knows it, which lags. Others in the namespace are not asked for: a
 * server answers ten questions about lists a second, and a list of thousands is several.
 */
async function runningWorkflowIds(client: Client, taskQueue: string): Promise<Set<string>> {
  const ids = new Set<string>();
  for await (const { workflowId: id } of client.workflow.list({
    query: `ExecutionStatus = 'Running' AND TaskQueue = '${taskQueue}'`,
  })) {
    ids.add(id);
  }
  return ids;
}

/** Asks for one that the list lacks: it is newer than the list, or began on a queue of another name. */
async function isRunning(client: Client, id: string): Promise<boolean> {
  try {
    return (await client.workflow.getHandle(id).describe()).status.name === 'RUNNING';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}
