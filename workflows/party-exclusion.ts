import { continueAsNew } from '@temporalio/workflow';
import type { ProcessState, StepRecord } from '../domain/process';
import { humanTask } from './human-task';
import { runPhases, type Phase, type PhaseContext } from './phases';
import { end, escalation } from './standard-phases';
import { keyOf, stepKey } from './step-key';

export type PartyExclusionPhase = 'hear' | 'review' | 'exclude' | 'keep' | 'end';

/** A party is told why it may be excluded and may answer; then somebody decides. */
export async function partyExclusion(state: ProcessState<PartyExclusionPhase>): Promise<void> {
  await runPhases(state, {
    phases: { hear, review, exclude, keep, end: end() },
    ended: 'end',
    brief: ['exclude', 'keep', 'end'],
    beginFreshRun: (next) => continueAsNew<typeof partyExclusion>(next),
  });
}

/** Silence is no answer, but it keeps nobody from deciding once the time for it is over. */
const hear: Phase<PartyExclusionPhase> = async (context) => {
  const { state } = context;
  await humanTask(context, {
    open: {
      key: stepKey(state, 'ask'),
      state: 'awaitingCompletion',
      events: [{ event: 'completionRequested', actor: 'system' }],
      task: {
        kind: 'hear',
        assignee: 'partyCoordinator',
        ask: {
          key: keyOf(state, 'hear/ask'),
          template: 'hearingRequested',
          attach: ['application'],
        },
      },
    },
    reminder: 'hearingReminder',
    overdue: 'hearingReminder',
    atDeadline: 'close',
  });
  return 'review';
};

const review: Phase<PartyExclusionPhase> = async (context) => {
  const { state } = context;
  const outcome = await humanTask(context, {
    open: {
      key: stepKey(state, 'ask'),
      state: 'reviewing',
      events: [{ event: 'reviewRequested', actor: 'system' }],
      task: {
        kind: 'review',
        assignee: 'caseOfficer',
        ask: { key: keyOf(state, 'review/ask'), template: 'reviewRequested' },
      },
    },
    reminder: 'reviewReminder',
    overdue: 'reviewOverdue',
    escalation,
    atDeadline: 'stayOpen',
  });
  return outcome === 'approve' ? 'exclude' : 'keep';
};

const exclude: Phase<PartyExclusionPhase> = async (context) => {
  await decide(context, { state: 'completed', party: 'excluded' });
  return null;
};

const keep: Phase<PartyExclusionPhase> = async (context) => {
  await decide(context, { state: 'rejected' });
  return null;
};

async function decide(
  context: PhaseContext,
  what: Pick<StepRecord, 'state' | 'party'>,
): Promise<void> {
  await context.record({
    key: stepKey(context.state, 'end'),
    letters: [
      {
        key: 'decided',
        template: 'decided',
        to: 'partyCoordinator',
        link: 'case',
        attach: ['decision'],
      },
    ],
    ...what,
    close: true,
  });
}
