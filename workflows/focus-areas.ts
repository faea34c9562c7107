import { continueAsNew } from '@temporalio/workflow';
import type { ProcessState } from '../domain/process';
import { tellEverybody } from './activities';
import { collect } from './collect';
import { humanTask } from './human-task';
import { runPhases, type Phase } from './phases';
import { escalation, overOrEnded } from './standard-phases';
import { keyOf, stepKey } from './step-key';

export type FocusAreasPhase =
  'shortlist' | 'vote' | 'collectVotes' | 'count' | 'breakTie' | 'decide' | 'result' | 'end';

/**
 * The focus areas until the next follow-up: the contact point makes a short list of what was proposed, the
 * parties vote on it or a group decides, and everybody is told.
 */
export async function focusAreas(state: ProcessState<FocusAreasPhase>): Promise<void> {
  await runPhases(state, {
    phases: {
      shortlist,
      vote,
      collectVotes,
      count,
      breakTie,
      decide,
      result,
      end: overOrEnded({ to: 'contactPoint', link: 'desk', also: { endCollections: true } }),
    },
    ended: 'end',
    brief: ['vote', 'count', 'result', 'end'],
    beginFreshRun: (next) => continueAsNew<typeof focusAreas>(next),
  });
}

const shortlist: Phase<FocusAreasPhase> = async (context) => {
  const { state } = context;
  await humanTask(context, {
    open: {
      key: stepKey(state, 'ask'),
      state: 'reviewing',
      events: [{ event: 'shortlistRequested', actor: 'system' }],
      task: {
        kind: 'shortlist',
        assignee: 'contactPoint',
        ask: { key: keyOf(state, 'shortlist/ask'), template: 'shortlistRequested' },
      },
    },
    reminder: 'shortlistReminder',
    overdue: 'shortlistOverdue',
    escalation,
    atDeadline: 'stayOpen',
  });
  return state.options?.includes('decideFocus') ? 'decide' : 'vote';
};

/** What the parties vote on is settled; where there is room for all of it, nobody has to choose. */
const vote: Phase<FocusAreasPhase> = async (context) => {
  const [kept] = await context.record({ key: stepKey(context.state, 'list'), focus: 'list' });
  return kept?.focus === 'vote' ? 'collectVotes' : 'result';
};

/** Every party has one vote. Who is silent until the last day has used none. */
const collectVotes: Phase<FocusAreasPhase> = async (context) => {
  await collect(context, {
    open: {
      key: stepKey(context.state, 'ask'),
      state: 'awaitingReplies',
      collect: 'voteFocus',
    },
    asked: 'voteFocusAsked',
    reminder: 'voteFocusReminder',
  });
  return 'count';
};

/** Counted as nobody can vote any more: the same votes come to the same, whenever it is read. */
const count: Phase<FocusAreasPhase> = async (context) => {
  const [counted] = await context.record({
    key: stepKey(context.state, 'count'),
    endCollections: true,
    focus: 'count',
  });
  return counted?.focus === 'tied' ? 'breakTie' : 'result';
};

/** The votes have not told some areas apart: the contact point chooses, and says why. */
const breakTie: Phase<FocusAreasPhase> = async (context) => {
  const { state } = context;
  await humanTask(context, {
    open: {
      key: stepKey(state, 'ask'),
      state: 'awaitingDecision',
      events: [{ event: 'focusTied', actor: 'system' }],
      task: {
        kind: 'breakTie',
        assignee: 'contactPoint',
        ask: { key: keyOf(state, 'breakTie/ask'), template: 'breakTieRequested' },
      },
    },
    reminder: 'breakTieReminder',
    overdue: 'breakTieOverdue',
    escalation,
    atDeadline: 'stayOpen',
  });
  await context.record({ key: stepKey(state, 'chosen'), focus: 'tieBroken' });
  return 'result';
};

/** The group stands behind the proposal, or wants it changed. */
const decide: Phase<FocusAreasPhase> = async (context) => {
  const { state } = context;
  const outcome = await humanTask(context, {
    open: {
      key: stepKey(state, 'ask'),
      state: 'awaitingDecision',
      task: {
        kind: 'decideFocus',
        assignee: 'reviewer',
        ask: { key: keyOf(state, 'decideFocus/ask'), template: 'decideFocusRequested' },
      },
    },
    reminder: 'decideFocusReminder',
    overdue: 'decideFocusOverdue',
    escalation,
    atDeadline: 'stayOpen',
  });
  if (outcome === 'return') return { next: 'shortlist', again: true };
  await context.record({ key: stepKey(state, 'chosen'), focus: 'decided' });
  return 'result';
};

/** The areas stand on the page for everybody, and all parties, offices and companies are told. */
const result: Phase<FocusAreasPhase> = async (context) => {
  const { state } = context;
  await context.record({
    key: stepKey(state, 'publish'),
    state: 'completed',
    events: [{ event: 'focusAreasChosen', actor: 'system' }],
  });
  await tellEverybody({ process: state, at: Date.now(), template: 'focusAreasChosen' });
  context.courier.deliver();
  return 'end';
};
