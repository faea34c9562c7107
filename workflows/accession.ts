import { continueAsNew } from '@temporalio/workflow';
import type { ProcessState } from '../domain/process';
import { makeDocument } from './activities';
import { humanTask } from './human-task';
import { runPhases, type Phase } from './phases';

export type AccessionPhase = 'review' | 'refuse' | 'sign' | 'confirm' | 'end';

/** An organisation accedes to the agreement: application, review, signature, confirmation (002, section 1). */
export async function accession(state: ProcessState<AccessionPhase>): Promise<void> {
  await runPhases(state, {
    phases: { review, refuse, sign, confirm, end },
    ended: 'end',
    brief: ['refuse', 'confirm', 'end'],
    beginFreshRun: (next) => continueAsNew<typeof accession>(next),
  });
}

const review: Phase<AccessionPhase> = async (context) => {
  const outcome = await humanTask(context, {
    open: {
      key: stepKey(context.state, 'ask'),
      state: 'reviewing',
      events: [{ event: 'reviewRequested', actor: 'system' }],
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
        kind: 'review',
        assignee: 'caseOfficer',
        ask: { key: 'review/ask', template: 'reviewRequested' },
      },
    },
    reminder: 'reviewReminder',
    overdue: 'reviewOverdue',
    atDeadline: 'stayOpen',
  });
  return outcome === 'approve' ? 'sign' : 'refuse';
};

const refuse: Phase<AccessionPhase> = async (context) => {
  await context.record({
    key: stepKey(context.state, 'end'),
    state: 'rejected',
    letters: [
      {
        key: 'refused',
        template: 'applicationRefused',
        to: 'coordinator',
        link: 'case',
        attach: ['decision'],
      },
    ],
    close: true,
  });
  return null;
};

const sign: Phase<AccessionPhase> = async (context) => {
  // The signatory's link is bound to the hash of this document, so it must exist first.
  await makeDocument({ ...context.state, kind: 'agreement', at: Date.now() });
  await humanTask(context, {
    open: {
      key: stepKey(context.state, 'ask'),
      state: 'awaitingSignature',
      events: [{ event: 'signatureRequested', actor: 'system' }],
      letters: [
        {
          key: 'approved',
          template: 'applicationApproved',
          to: 'coordinator',
          link: 'case',
          attach: ['decision'],
        },
      ],
      task: {
        kind: 'sign',
        assignee: 'signatory',
        document: 'agreement',
        ask: { key: 'sign/ask', template: 'signatureRequested', attach: ['agreement'] },
      },
    },
    reminder: 'signatureReminder',
    overdue: 'signatureOverdue',
    atDeadline: 'stayOpen',
  });
  return 'confirm';
};

const confirm: Phase<AccessionPhase> = async (context) => {
  const attach = ['signedAgreement', 'confirmation'] as const;
  await context.record({
    key: stepKey(context.state, 'end'),
    state: 'completed',
    events: [{ event: 'completed', actor: 'system' }],
    letters: [
      {
        key: 'signed/coordinator',
        template: 'agreementSigned',
        to: 'coordinator',
        attach,
      },
      {
        key: 'signed/signatory',
        template: 'agreementSigned',
        to: 'signatory',
        attach,
      },
    ],
    accede: true,
    close: true,
  });
  return null;
};

/** A person has ended the case. */
const end: Phase<AccessionPhase> = async (context) => {
  await context.record({ key: stepKey(context.state, 'end'), state: 'closed', close: true });
  return null;
};

/** Case, phase, step, generation: the case is the row's, the rest is here. */
function stepKey({ phase, generation }: ProcessState, step: string): string {
  return `${phase}/${step}/${generation}`;
}
