import { continueAsNew } from '@temporalio/workflow';
import type { ProcessState, StepRecord } from '../../../domain/process';
import { humanTask, type HumanTask } from '../../../workflows/human-task';
import { runPhases, type Phase } from '../../../workflows/phases';

export type PeersPhase = 'prepare' | 'decide';

/** The case that engines are compared by, through our kernel: eight recorded steps, two answers. */
export async function peersCase(state: ProcessState<PeersPhase>): Promise<void> {
  await runPhases(state, {
    phases: { prepare, decide },
    ended: 'decide',
    beginFreshRun: (next) => continueAsNew<typeof peersCase>(next),
  });
}

const prepare: Phase<PeersPhase> = async (context) => {
  const before = [{ key: 'step/1', state: 'reviewing' }, { key: 'step/2' }] as const;
  await humanTask(context, {
    before,
    ...asking('step/3'),
    then: { approve: [{ key: 'step/4' }, { key: 'step/5' }, asking('step/6').open] },
  });
  return 'decide';
};

const decide: Phase<PeersPhase> = async (context) => {
  const last: StepRecord[] = [{ key: 'step/7' }, { key: 'step/8', close: true }];
  await humanTask(context, { ...asking('step/6'), then: { approve: last } });
  return null;
};

function asking(key: string): HumanTask {
  return {
    open: { key, task: { kind: 'review', assignee: 'caseOfficer' } },
    reminder: 'reviewReminder',
    overdue: 'reviewOverdue',
    atDeadline: 'stayOpen',
  };
}
