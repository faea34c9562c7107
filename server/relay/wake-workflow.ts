import { WorkflowIdConflictPolicy, WorkflowIdReusePolicy, type Client } from '@temporalio/client';
import type { ProcessState } from '../../domain/process';
import { wakeSignal, type WakeReason } from '../../workflows/messages';

/** Wakes the workflow of a case, starting it from the record's state when it is not running. */
export type WakeWorkflow = (
  process: string,
  state: ProcessState,
  reason: WakeReason,
) => Promise<void>;

/** One workflow per case, for ever: the id says which. */
export function workflowId({
  municipalityId,
  caseId,
}: Pick<ProcessState, 'municipalityId' | 'caseId'>) {
  return `${municipalityId}/${caseId}`;
}

export function createWakeWorkflow(client: Client, taskQueue: string): WakeWorkflow {
  return async (process, state, reason) => {
    await client.workflow.signalWithStart(process, {
      taskQueue,
      workflowId: workflowId(state),
      args: [state],
      signal: wakeSignal,
      signalArgs: [reason],
      workflowIdReusePolicy: WorkflowIdReusePolicy.ALLOW_DUPLICATE,
      workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
    });
  };
}
