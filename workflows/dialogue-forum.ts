import { continueAsNew } from '@temporalio/workflow';
import type { ProcessState } from '../domain/process';
import { lookAtForum, tellForum } from './activities';
import { CaseEnded } from './case-ended';
import { humanTask } from './human-task';
import { runPhases, type Phase } from './phases';
import { escalation } from './standard-phases';
import { keyOf, stepKey } from './step-key';
import { waitForWord } from './wait-for-word';

export type DialogueForumPhase = 'announce' | 'notes' | 'share' | 'end';

/**
 * A dialogue forum: everybody is invited, told of changes and reminded; when it is over, what was said
 * and decided goes to everybody.
 */
export async function dialogueForum(state: ProcessState<DialogueForumPhase>): Promise<void> {
  await runPhases(state, {
    phases: { announce, notes, share, end },
    ended: 'end',
    brief: ['share', 'end'],
    beginFreshRun: (next) => continueAsNew<typeof dialogueForum>(next),
  });
}

/** Until it is over. What is told is told once for each version of the announcement. */
const announce: Phase<DialogueForumPhase> = async (context) => {
  await context.record({
    key: stepKey(context.state, 'ask'),
    state: 'awaitingReplies',
    events: [{ event: 'forumAnnounced', actor: 'system' }],
  });
  for (;;) {
    const { state: process } = context;
    context.looked = false;
    const found = await lookAtForum({ process, at: Date.now() });
    if (found.state === 'ended') throw new CaseEnded(found.how);
    if (found.state === 'held') return 'notes';
    if (found.state === 'paused') {
      await waitForWord(context);
      continue;
    }
    const { version, reminds, until } = found;
    await tellForum({ process, at: Date.now(), what: 'announced', version });
    if (reminds) await tellForum({ process, at: Date.now(), what: 'soon', version });
    context.courier.deliver();
    await waitForWord(context, until);
  }
};

/** Whoever arranged it writes down what was said and decided. */
const notes: Phase<DialogueForumPhase> = async (context) => {
  const { state } = context;
  await humanTask(context, {
    open: {
      key: stepKey(state, 'ask'),
      state: 'reviewing',
      events: [{ event: 'notesRequested', actor: 'system' }],
      forgetNeeds: true,
      task: {
        kind: 'notes',
        assignee: 'initiator',
        ask: { key: keyOf(state, 'notes/ask'), template: 'notesRequested' },
      },
    },
    reminder: 'notesReminder',
    overdue: 'notesOverdue',
    escalation,
    atDeadline: 'stayOpen',
  });
  return 'share';
};

const share: Phase<DialogueForumPhase> = async (context) => {
  const { state } = context;
  await context.record({
    key: stepKey(state, 'share'),
    state: 'completed',
    events: [{ event: 'notesShared', actor: 'system' }],
    forgetNeeds: true,
  });
  await tellForum({ process: state, at: Date.now(), what: 'notes', version: 1 });
  context.courier.deliver();
  await context.record({ key: stepKey(state, 'end'), close: true });
  return null;
};

/** Somebody has ended it: whoever was invited hears so, unless it has been. */
const end: Phase<DialogueForumPhase> = async (context) => {
  const { state } = context;
  await tellForum({ process: state, at: Date.now(), what: 'cancelled', version: 1 });
  context.courier.deliver();
  await context.record({
    key: stepKey(state, 'end'),
    state: 'closed',
    forgetNeeds: true,
    close: true,
  });
  return null;
};
