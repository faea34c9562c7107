import { continueAsNew } from '@temporalio/workflow';
import { nthOf } from '../domain/document-keys';
import type { ProcessState } from '../domain/process';
import { tellInvited } from './activities';
import { collect } from './collect';
import { humanTask } from './human-task';
import { runPhases, type Phase } from './phases';
import { escalation } from './standard-phases';
import { keyOf, stepKey } from './step-key';

export type FirstAgreementPhase = 'meet' | 'survey' | 'workshops' | 'draft' | 'handOver' | 'end';

/**
 * The way to a municipality's first agreement (001): those who are invited meet, answer a survey and
 * work on the text at workshops; the draft is handed over. Meetings and workshops are forums, cases of
 * their own. No day takes it further: the contact person does.
 */
export async function firstAgreement(state: ProcessState<FirstAgreementPhase>): Promise<void> {
  await runPhases(state, {
    phases: { meet, survey, workshops, draft, handOver, end },
    ended: 'end',
    brief: ['handOver', 'end'],
    beginFreshRun: (next) => continueAsNew<typeof firstAgreement>(next),
  });
}

/** Everybody hears that the work begins. There are meetings until the contact person says enough. */
const meet: Phase<FirstAgreementPhase> = async (context) => {
  const { state } = context;
  await context.record({
    key: stepKey(state, 'invite'),
    state: 'reviewing',
    events: [{ event: 'invited', actor: 'system' }],
    invite: true,
  });
  await tellInvited({ process: state, at: Date.now(), template: 'firstInvited' });
  context.courier.deliver();
  await humanTask(context, {
    open: {
      key: stepKey(state, 'ask'),
      task: {
        kind: 'openSurvey',
        assignee: 'contactPerson',
        ask: { key: keyOf(state, 'openSurvey/ask'), template: 'openSurveyRequested' },
      },
    },
    reminder: 'openSurveyReminder',
    overdue: 'openSurveyOverdue',
    escalation,
    atDeadline: 'stayOpen',
  });
  return 'survey';
};

/** Until the day that the contact person has set. */
const survey: Phase<FirstAgreementPhase> = async (context) => {
  const { state } = context;
  await collect(context, {
    open: { key: stepKey(state, 'ask'), state: 'awaitingReplies', collect: 'survey' },
    asked: 'surveyAsked',
    reminder: 'surveyReminder',
  });
  return 'workshops';
};

/** With what was answered the text is worked on together, until the contact person says enough. */
const workshops: Phase<FirstAgreementPhase> = async (context) => {
  const { state } = context;
  await humanTask(context, {
    open: {
      key: stepKey(state, 'ask'),
      state: 'reviewing',
      events: [{ event: 'workshopsBegun', actor: 'system' }],
      task: {
        kind: 'closeWorkshops',
        assignee: 'contactPerson',
        ask: {
          key: keyOf(state, 'closeWorkshops/ask'),
          template: 'closeWorkshopsRequested',
          attach: ['surveyCompilation'],
        },
      },
    },
    reminder: 'closeWorkshopsReminder',
    overdue: 'closeWorkshopsOverdue',
    escalation,
    atDeadline: 'stayOpen',
  });
  return 'draft';
};

const draft: Phase<FirstAgreementPhase> = async (context) => {
  const { state } = context;
  await humanTask(context, {
    open: {
      key: stepKey(state, 'ask'),
      events: [{ event: 'draftRequested', actor: 'system' }],
      task: {
        kind: 'handOver',
        assignee: 'contactPerson',
        from: 'draftDay',
        ask: { key: keyOf(state, 'handOver/ask'), template: 'handOverRequested' },
      },
    },
    reminder: 'handOverReminder',
    overdue: 'handOverOverdue',
    escalation,
    atDeadline: 'stayOpen',
  });
  return 'handOver';
};

/** The draft is kept for the revision to take up. Everybody gets it with the final compilation, and is thanked. */
const handOver: Phase<FirstAgreementPhase> = async (context) => {
  const { state } = context;
  await context.record({
    key: stepKey(state, 'keep'),
    state: 'completed',
    events: [{ event: 'draftHandedOver', actor: 'system' }],
    endCollections: true,
    agreementDraft: true,
  });
  await tellInvited({
    process: state,
    at: Date.now(),
    template: 'draftHandedOver',
    attach: ['agreementDraft', nthOf('surveyCompilation', 2)],
  });
  context.courier.deliver();
  await context.record({ key: stepKey(state, 'end'), close: true });
  return null;
};

/** A person has ended it: everybody who is invited hears so. */
const end: Phase<FirstAgreementPhase> = async (context) => {
  const { state } = context;
  await tellInvited({ process: state, at: Date.now(), template: 'firstEnded' });
  const letter = { key: 'closed', template: 'caseClosed', to: 'contactPerson' } as const;
  await context.record({
    key: stepKey(state, 'end'),
    state: 'closed',
    letters: [{ ...letter, link: 'desk', attach: ['closing'] }],
    endCollections: true,
    close: true,
  });
  return null;
};
