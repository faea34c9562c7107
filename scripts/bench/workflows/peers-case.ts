import { continueAsNew } from '@temporalio/workflow';
import type { ProcessState } from '../../../domain/process';
import { humanTask } from '../../../workflows/human-task';
import { runPhases, type Phase, type PhaseContext } from '../../../workflows/phases';

export type PeersPhase = 'prepare' | 'decide' | 'finish';

/** The case that engines are compared by, through our kernel: eight recorded steps, two answers. */
export async function peersCase(state: ProcessState<PeersPhase>): Promise<void> {
  await runPhases(state, { prepare, decide, finish }, (next) =>
    continueAsNew<typeof peersCase>(next),
  );
}

const prepare: Phase<PeersPhase> = async (context) => {
  await ask(context, ['step/1', 'step/2', 'step/3']);
  return 'decide';
};

const decide: Phase<PeersPhase> = async (context) => {
  await ask(context, ['step/4', 'step/5', 'step/6']);
  return 'finish';
};

const finish: Phase<PeersPhase> = async (context) => {
  await context.record({ key: 'step/7' }, { key: 'step/8', close: true });
  return null;
};

/** Three steps, the last of which asks. */
async function ask(context: PhaseContext, [first, second, third]: [string, string, string]) {
  await humanTask(context, {
    before: [{ key: first }, { key: second }],
    open: { key: third, task: { kind: 'review', assignee: 'caseOfficer' } },
    reminder: 'reviewReminder',
    overdue: 'reviewOverdue',
    atDeadline: 'stayOpen',
  });
}
