import { continueAsNew } from '@temporalio/workflow';
import type { ProcessState, StepRecord } from '../domain/process';
import { lookAtDecision } from './activities';
import { CaseEnded } from './case-ended';
import { humanTask } from './human-task';
import { runPhases, type Phase } from './phases';
import { escalation } from './standard-phases';
import { keyOf, stepKey } from './step-key';
import { waitForWord } from './wait-for-word';

export type CommitteeMatterPhase = 'decide' | 'minutes' | 'appeal' | 'final' | 'settled' | 'end';

/**
 * One body deals with a matter: its secretary records what it decided, when the minutes were adjusted
 * and announced, and the time for appeal runs out. What is tabled comes back at the next meeting.
 */
export async function committeeMatter(state: ProcessState<CommitteeMatterPhase>): Promise<void> {
  await runPhases(state, {
    phases: { decide, minutes, appeal, final, settled, end },
    ended: 'end',
    brief: ['final', 'settled', 'end'],
    beginFreshRun: (next) => continueAsNew<typeof committeeMatter>(next),
  });
}

const decide: Phase<CommitteeMatterPhase> = async (context) => {
  const { state } = context;
  const outcome = await humanTask(context, {
    open: {
      key: stepKey(state, 'ask'),
      state: 'awaitingDecision',
      events: [{ event: 'matterSent', actor: 'system' }],
      task: {
        kind: 'decide',
        assignee: 'secretary',
        from: 'meeting',
        ask: {
          key: keyOf(state, 'decide/ask'),
          template: 'matterSent',
          attach: ['officialReport'],
        },
      },
    },
    reminder: 'matterReminder',
    overdue: 'matterOverdue',
    escalation,
    atDeadline: 'stayOpen',
  });
  // Where nobody answers it any more, the matter had been decided before: it was not tabled after all.
  return outcome === 'table' ? { next: 'decide', again: true } : 'minutes';
};

const minutes: Phase<CommitteeMatterPhase> = async (context) => {
  const { state } = context;
  const { lap = 1 } = state;
  await humanTask(context, {
    open: {
      key: stepKey(state, 'ask'),
      task: {
        kind: 'minutes',
        assignee: 'secretary',
        from: 'minutes',
        ask: {
          key: keyOf(state, 'minutes/ask'),
          template: 'minutesRequested',
          attach: [lap === 1 ? 'extract' : `extract#${lap}`],
        },
      },
    },
    reminder: 'minutesReminder',
    overdue: 'minutesOverdue',
    escalation,
    atDeadline: 'stayOpen',
  });
  return 'appeal';
};

/** Waits until nobody can appeal any more, or a court has said what holds. */
const appeal: Phase<CommitteeMatterPhase> = async (context) => {
  for (;;) {
    context.looked = false;
    const found = await lookAtDecision({ process: context.state, at: Date.now() });
    if (found.state === 'ended') throw new CaseEnded(found.how);
    if (found.state === 'final' || found.state === 'settled') return found.state;
    if (found.state === 'annulled') return 'end';
    if (found.state === 'tabled') return { next: 'decide', again: true };
    await waitForWord(context, 'until' in found ? found.until : undefined);
  }
};

const final: Phase<CommitteeMatterPhase> = closing({
  state: 'completed',
  events: [{ event: 'final', actor: 'system' }],
  final: true,
});

/** What only prepares a decision cannot be appealed (KL 13:2). */
const settled: Phase<CommitteeMatterPhase> = closing({ state: 'completed' });

/** The matter needs nobody here any more: a court annulled the decision, or the round has ended. */
const end: Phase<CommitteeMatterPhase> = closing({ state: 'closed' });

/** Closes the case, unless something has been said of the decision since the process looked: then it looks again. */
function closing(step: Omit<StepRecord, 'key'>): Phase<CommitteeMatterPhase> {
  return async (context) => {
    const key = stepKey(context.state, 'end');
    const [result] = await context.record({ ...step, key, close: true, unlessWord: true });
    return result?.unheard ? 'appeal' : null;
  };
}
