import { continueAsNew } from '@temporalio/workflow';
import type { ProcessState } from '../domain/process';
import { humanTask } from './human-task';
import { runPhases, type Phase } from './phases';
import { keyOf, stepKey } from './step-key';

export type CommissionPhase = 'answer' | 'report' | 'end';

/** Who hears of it when an office does not answer: the committee that wants to know. */
const escalation = { to: 'secretary', template: 'commissionEscalated' } as const;

/**
 * An office has a task from a committee: it answers by a link, however late, and the committee's
 * secretary says at which meeting the answer was reported.
 */
export async function commission(state: ProcessState<CommissionPhase>): Promise<void> {
  await runPhases(state, {
    phases: { answer, report, end },
    ended: 'end',
    brief: ['end'],
    beginFreshRun: (next) => continueAsNew<typeof commission>(next),
  });
}

const answer: Phase<CommissionPhase> = async (context) => {
  const { state } = context;
  await humanTask(context, {
    open: {
      key: stepKey(state, 'ask'),
      state: 'awaitingCompletion',
      events: [{ event: 'commissionGiven', actor: 'system' }],
      task: {
        kind: 'commission',
        assignee: 'office',
        from: 'commission',
        ask: {
          key: keyOf(state, 'answer/ask'),
          template: 'commissionGiven',
          attach: ['application'],
        },
      },
    },
    reminder: 'commissionReminder',
    overdue: 'commissionOverdue',
    escalation,
    atDeadline: 'stayOpen',
  });
  return 'report';
};

const report: Phase<CommissionPhase> = async (context) => {
  const { state } = context;
  await humanTask(context, {
    open: {
      key: stepKey(state, 'ask'),
      state: 'reviewing',
      task: {
        kind: 'report',
        assignee: 'secretary',
        from: 'nextMeeting',
        ask: {
          key: keyOf(state, 'report/ask'),
          template: 'commissionAnswered',
          attach: ['commissionAnswer'],
        },
      },
    },
    reminder: 'reportReminder',
    overdue: 'reportOverdue',
    atDeadline: 'stayOpen',
  });
  await context.record({ key: stepKey(state, 'end'), state: 'completed', close: true });
  return null;
};

/** A person has ended it: the office is told that nobody waits for its answer any more. */
const end: Phase<CommissionPhase> = async (context) => {
  await context.record({
    key: stepKey(context.state, 'end'),
    state: 'closed',
    letters: [{ key: 'ended', template: 'commissionEnded', to: 'office' }],
    close: true,
  });
  return null;
};
