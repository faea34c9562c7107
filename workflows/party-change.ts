import { continueAsNew } from '@temporalio/workflow';
import type { ProcessState } from '../domain/process';
import { humanTask } from './human-task';
import { runPhases, type Phase } from './phases';
import { end, lapse } from './standard-phases';
import { keyOf, stepKey } from './step-key';

export type PartyChangePhase = 'confirm' | 'carryOut' | 'end';

/**
 * A party changes its coordinator or signatories, or leaves: those who sign for it confirm what was
 * reported, and then the register is changed.
 */
export async function partyChange(state: ProcessState<PartyChangePhase>): Promise<void> {
  await runPhases(state, {
    phases: { confirm, carryOut, end: end() },
    ended: 'end',
    brief: ['carryOut', 'end'],
    beginFreshRun: (next) => continueAsNew<typeof partyChange>(next),
  });
}

const confirm: Phase<PartyChangePhase> = async (context) => {
  const { state } = context;
  const outcome = await humanTask(context, {
    open: {
      key: stepKey(state, 'ask'),
      state: 'awaitingSignature',
      events: [{ event: 'signatureRequested', actor: 'system' }],
      letters: [
        {
          key: 'received',
          template: 'applicationReceived',
          to: 'coordinator',
          link: 'case',
          attach: ['application'],
        },
      ],
      task: {
        kind: 'confirm',
        assignee: 'partySignatory',
        ask: {
          key: keyOf(state, 'confirm/ask'),
          template: 'confirmationRequested',
          attach: ['application'],
        },
      },
    },
    reminder: 'confirmationReminder',
    overdue: 'confirmationOverdue',
    atDeadline: { draft: lapse(state) },
  });
  if (outcome === 'answered') return 'carryOut';
  if (outcome === 'proceed') return { next: 'confirm', again: true };
  return { next: 'end', ending: outcome === 'decline' ? 'declined' : 'lapsed' };
};

const carryOut: Phase<PartyChangePhase> = async (context) => {
  await context.record({
    key: stepKey(context.state, 'end'),
    state: 'completed',
    events: [{ event: 'completed', actor: 'system' }],
    // Before the change, so that it also reaches those who were there until now.
    letters: [
      { key: 'changed', template: 'partyChanged', to: 'partyContacts', attach: ['partyChange'] },
    ],
    party: 'asReported',
    close: true,
  });
  return null;
};
