import { continueAsNew } from '@temporalio/workflow';
import type { LetterPlan, ProcessState } from '../domain/process';
import { humanTask } from './human-task';
import { runPhases, type Phase } from './phases';
import { end, escalation } from './standard-phases';
import { keyOf, stepKey } from './step-key';

export type RaisedAppropriationPhase = 'appraise' | 'postponed' | 'granted' | 'refused' | 'end';

/** A request waits in the budget process's list until it is answered there, this year or a later one. */
export async function raisedAppropriation(
  state: ProcessState<RaisedAppropriationPhase>,
): Promise<void> {
  await runPhases(state, {
    phases: {
      appraise,
      postponed,
      granted: answered('completed'),
      refused: answered('rejected'),
      end: end(),
    },
    ended: 'end',
    brief: ['postponed', 'granted', 'refused', 'end'],
    beginFreshRun: (next) => continueAsNew<typeof raisedAppropriation>(next),
  });
}

const appraise: Phase<RaisedAppropriationPhase> = async (context) => {
  const { state } = context;
  const { lap = 1 } = state;
  const outcome = await humanTask(context, {
    open: {
      key: stepKey(state, 'ask'),
      state: 'awaitingDecision',
      events: [{ event: 'appraiseRequested', actor: 'system' }],
      task: {
        kind: 'appraise',
        assignee: 'controller',
        ...(lap > 1 && { from: 'nextYear' }),
        ask: {
          key: keyOf(state, 'appraise/ask'),
          template: 'appraiseRequested',
          attach: ['application'],
        },
      },
    },
    reminder: 'appraiseReminder',
    overdue: 'appraiseOverdue',
    escalation,
    atDeadline: 'stayOpen',
  });
  if (outcome === 'table') return 'postponed';
  return outcome === 'approve' ? 'granted' : 'refused';
};

/** It stands in the next year's list; whoever asked hears why. */
const postponed: Phase<RaisedAppropriationPhase> = async (context) => {
  const { state } = context;
  await context.record({ key: stepKey(state, 'answered'), letters: [answer(state)] });
  return { next: 'appraise', again: true };
};

function answered(how: 'completed' | 'rejected'): Phase<RaisedAppropriationPhase> {
  return async (context) => {
    const { state } = context;
    await context.record({
      key: stepKey(state, 'end'),
      state: how,
      letters: [answer(state)],
      ...(how === 'completed' && { raiseBudgets: true }),
      close: true,
    });
    return null;
  };
}

/** The letter with the answer, one for every time it was tried. */
function answer(state: ProcessState): LetterPlan {
  const { lap = 1 } = state;
  return {
    key: keyOf(state, 'answered'),
    template: 'appropriationAnswered',
    to: 'initiator',
    link: 'desk',
    attach: [lap === 1 ? 'appropriationAnswer' : `appropriationAnswer#${lap}`],
  };
}
