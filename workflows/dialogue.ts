import { continueAsNew } from '@temporalio/workflow';
import { nthOf } from '../domain/document-keys';
import type { LetterPlan, ProcessState } from '../domain/process';
import { humanTask } from './human-task';
import { runPhases, type Phase } from './phases';
import { end } from './standard-phases';
import { keyOf, stepKey } from './step-key';

export type DialoguePhase = 'reply' | 'react' | 'settle' | 'lapse' | 'end';

/** Who hears of a question that the contact point leaves unanswered. */
const escalation = { to: 'caseOfficer', template: 'escalated' } as const;

/**
 * Somebody complains or wants something made clear: the contact point answers in writing, and whoever
 * asked says that it is enough or asks on, as often as they like.
 */
export async function dialogue(state: ProcessState<DialoguePhase>): Promise<void> {
  await runPhases(state, {
    phases: { reply, react, settle, lapse, end: end({ to: 'asker', link: 'case' }) },
    ended: 'end',
    brief: ['settle', 'lapse', 'end'],
    beginFreshRun: (next) => continueAsNew<typeof dialogue>(next),
  });
}

const reply: Phase<DialoguePhase> = async (context) => {
  const { state } = context;
  const { lap = 1 } = state;
  await humanTask(context, {
    open: {
      key: stepKey(state, 'ask'),
      state: 'reviewing',
      events: [{ event: 'replyRequested', actor: 'system' }],
      task: {
        kind: 'reply',
        assignee: 'contactPoint',
        ask: {
          key: keyOf(state, 'reply/ask'),
          template: lap === 1 ? 'replyRequested' : 'replyAgain',
        },
      },
    },
    reminder: 'replyReminder',
    overdue: 'replyOverdue',
    escalation,
    atDeadline: 'stayOpen',
  });
  return 'react';
};

/** Silence is told beforehand to be a yes: the letter and its reminders say the day. */
const react: Phase<DialoguePhase> = async (context) => {
  const { state } = context;
  const { lap = 1 } = state;
  const outcome = await humanTask(context, {
    open: {
      key: stepKey(state, 'ask'),
      state: 'awaitingReplies',
      task: {
        kind: 'react',
        assignee: 'asker',
        ask: {
          key: keyOf(state, 'react/ask'),
          template: 'replied',
          attach: [nthOf('conversation', lap)],
        },
      },
    },
    reminder: 'reactReminder',
    overdue: 'reactReminder',
    atDeadline: 'close',
  });
  if (outcome === 'return') return { next: 'reply', again: true };
  return outcome === 'unanswered' ? 'lapse' : 'settle';
};

/** Whoever asked is done. */
const settle: Phase<DialoguePhase> = async (context) => {
  const { state } = context;
  await context.record({
    key: stepKey(state, 'end'),
    state: 'completed',
    letters: [toAsker(state, 'dialogueSettled')],
    close: true,
  });
  return null;
};

/** Whoever asked has said nothing more. */
const lapse: Phase<DialoguePhase> = async (context) => {
  const { state } = context;
  await context.record({
    key: stepKey(state, 'end'),
    state: 'completed',
    events: [{ event: 'dialogueLapsed', actor: 'system' }],
    letters: [toAsker(state, 'dialogueLapsed')],
    close: true,
  });
  return null;
};

/** With the whole conversation, which is kept. */
function toAsker(
  { lap = 1 }: ProcessState,
  template: 'dialogueSettled' | 'dialogueLapsed',
): LetterPlan {
  return { key: 'ended', template, to: 'asker', attach: [nthOf('conversation', lap + 1)] };
}
