import { continueAsNew } from '@temporalio/workflow';
import { weeksUntilLapse } from '../domain/newsletter/lapse';
import type { ProcessState } from '../domain/process';
import { tellSubscribers } from './activities';
import { humanTask } from './human-task';
import { runPhases, type Phase } from './phases';
import { escalation } from './standard-phases';
import { keyOf, stepKey } from './step-key';

export type NewsletterPhase = 'write' | 'send' | 'drop' | 'lapse' | 'end';

/** A newsletter: the contact point goes through the draft, and it goes to everybody who subscribes, or nowhere. */
export async function newsletter(state: ProcessState<NewsletterPhase>): Promise<void> {
  await runPhases(state, {
    phases: { write, send, drop, lapse, end },
    ended: 'end',
    brief: ['drop', 'lapse', 'end'],
    beginFreshRun: (next) => continueAsNew<typeof newsletter>(next),
  });
}

const write: Phase<NewsletterPhase> = async (context) => {
  const { state } = context;
  const outcome = await humanTask(context, {
    open: {
      key: stepKey(state, 'ask'),
      state: 'reviewing',
      events: [{ event: 'newsletterRequested', actor: 'system' }],
      task: {
        kind: 'write',
        assignee: 'contactPoint',
        ask: { key: keyOf(state, 'write/ask'), template: 'newsletterRequested' },
      },
    },
    reminder: 'newsletterReminder',
    overdue: 'newsletterOverdue',
    escalation,
    atDeadline: { closeAfterWeeks: weeksUntilLapse },
  });
  if (outcome === 'unanswered') return 'lapse';
  return outcome === 'close' ? 'drop' : 'send';
};

/** What was written stands on its page, is archived, and goes to each of those who subscribe, once. */
const send: Phase<NewsletterPhase> = async (context) => {
  const { state } = context;
  await context.record({
    key: stepKey(state, 'send'),
    state: 'completed',
    events: [{ event: 'newsletterPublished', actor: 'system' }],
    publishNewsletter: true,
  });
  await tellSubscribers({ process: state, at: Date.now() });
  context.courier.deliver();
  await context.record({ key: stepKey(state, 'end'), close: true });
  return null;
};

/** The contact point wants nothing sent. */
const drop: Phase<NewsletterPhase> = async (context) => {
  await context.record({ key: stepKey(context.state, 'drop'), state: 'closed', close: true });
  return null;
};

/** Nobody has said whether it is to be sent, and it is too old to be: told beforehand by each letter since its last day. */
const lapse: Phase<NewsletterPhase> = async (context) => {
  await context.record({
    key: stepKey(context.state, 'lapse'),
    state: 'closed',
    events: [{ event: 'newsletterLapsed', actor: 'system' }],
    tellNewsletterLapsed: true,
    close: true,
  });
  context.courier.deliver();
  return null;
};

/** A person has ended the case before anything was sent. */
const end: Phase<NewsletterPhase> = async (context) => {
  const letter = { key: 'closed', template: 'caseClosed', to: 'contactPoint' } as const;
  await context.record({
    key: stepKey(context.state, 'end'),
    state: 'closed',
    letters: [{ ...letter, link: 'desk', attach: ['closing'] }],
    close: true,
  });
  return null;
};
