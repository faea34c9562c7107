import { condition, continueAsNew } from '@temporalio/workflow';
import type { ProcessState } from '../domain/process';
import { lookAtDecision } from './activities';
import { CaseEnded } from './case-ended';
import { humanTask } from './human-task';
import { runPhases, type Phase, type PhaseContext } from './phases';
import { escalation } from './standard-phases';
import { keyOf, stepKey } from './step-key';

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
    await hear(context, 'until' in found ? found.until : undefined);
  }
};

async function hear(context: PhaseContext, until: number | undefined): Promise<void> {
  const woken = () => context.looked || context.refreshDue;
  if (until === undefined) await condition(woken);
  else await condition(woken, Math.max(1, until - Date.now()));
  if (context.refreshDue) await context.refresh();
}

const final: Phase<CommitteeMatterPhase> = async (context) => {
  await context.record({
    key: stepKey(context.state, 'end'),
    state: 'completed',
    events: [{ event: 'final', actor: 'system' }],
    final: true,
    close: true,
  });
  return null;
};

/** What only prepares a decision cannot be appealed (KL 13:2). */
const settled: Phase<CommitteeMatterPhase> = async (context) => {
  await context.record({ key: stepKey(context.state, 'end'), state: 'completed', close: true });
  return null;
};

/** The matter needs nobody here any more: a court annulled the decision, or the round has ended. */
const end: Phase<CommitteeMatterPhase> = async (context) => {
  await context.record({ key: stepKey(context.state, 'end'), state: 'closed', close: true });
  return null;
};
