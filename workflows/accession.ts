import { continueAsNew } from '@temporalio/workflow';
import type { ProcessState } from '../domain/process';
import { makeDocument } from './activities';
import { humanTask, type Question } from './human-task';
import { runPhases, type Phase } from './phases';
import { keyOf, stepKey } from './step-key';

export type AccessionPhase = 'review' | 'complete' | 'refuse' | 'sign' | 'confirm' | 'end';

/**
 * An organisation accedes to the agreement: application, review, signature, confirmation (002,
 * section 1). The review may send the application back with questions; a case also ends when it is
 * withdrawn or cancelled, when nobody answers and the officer ends it, and when too few sign.
 */
export async function accession(state: ProcessState<AccessionPhase>): Promise<void> {
  await runPhases(state, {
    phases: { review, complete, refuse, sign, confirm, end },
    ended: 'end',
    brief: ['refuse', 'confirm', 'end'],
    beginFreshRun: (next) => continueAsNew<typeof accession>(next),
  });
}

const escalation = { to: 'contactPoint', template: 'escalated' } as const;

const review: Phase<AccessionPhase> = async (context) => {
  const { state } = context;
  const outcome = await humanTask(context, {
    open: {
      key: stepKey(state, 'ask'),
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
        ask: { key: keyOf(state, 'review/ask'), template: 'reviewRequested' },
      },
    },
    reminder: 'reviewReminder',
    overdue: 'reviewOverdue',
    escalation,
    atDeadline: 'stayOpen',
  });
  if (outcome === 'return') return 'complete';
  return outcome === 'approve' ? 'sign' : 'refuse';
};

/** The organisation answers the officer's questions by changing its application, which is then read again. */
const complete: Phase<AccessionPhase> = async (context) => {
  const { state } = context;
  const { lap = 1 } = state;
  const outcome = await humanTask(context, {
    open: {
      key: stepKey(state, 'ask'),
      state: 'awaitingCompletion',
      events: [{ event: 'completionRequested', actor: 'system' }],
      task: {
        kind: 'complete',
        assignee: 'coordinator',
        ask: {
          key: keyOf(state, 'complete/ask'),
          template: 'completionRequested',
          attach: [`completionRequest#${lap}`],
        },
      },
    },
    reminder: 'completionReminder',
    overdue: 'completionOverdue',
    atDeadline: { draft: lapse(state) },
  });
  if (outcome === 'close') return { next: 'end', ending: 'lapsed' };
  if (outcome === 'answered') {
    const received = {
      key: keyOf(state, 'complete/received'),
      template: 'completionReceived',
      to: 'coordinator',
      link: 'case',
      attach: [`application#${lap + 1}`],
    } as const;
    await context.record({ key: stepKey(state, 'received'), letters: [received] });
  }
  return { next: 'review', again: true };
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
  const { state } = context;
  // A signatory's link is bound to the hash of this document, so it must exist first.
  await makeDocument({ ...state, kind: 'agreement', at: Date.now() });
  const outcome = await humanTask(context, {
    open: {
      key: stepKey(state, 'ask'),
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
        ask: {
          key: keyOf(state, 'sign/ask'),
          template: 'signatureRequested',
          attach: ['agreement'],
        },
      },
    },
    reminder: 'signatureReminder',
    overdue: 'signatureOverdue',
    atDeadline: { draft: lapse(state) },
  });
  if (outcome === 'answered') return 'confirm';
  if (outcome === 'proceed') return { next: 'sign', again: true };
  return { next: 'end', ending: outcome === 'decline' ? 'declined' : 'lapsed' };
};

/** A missed deadline decides nothing: it drafts a decision, and a late answer still stops that (KL 6:38). */
function lapse(state: ProcessState): Question {
  return {
    open: {
      key: stepKey(state, 'lapse'),
      task: {
        kind: 'lapse',
        assignee: 'caseOfficer',
        ask: { key: keyOf(state, `${state.phase}/lapse`), template: 'lapseDrafted' },
      },
    },
    reminder: 'lapseReminder',
    overdue: 'lapseReminder',
    escalation,
  };
}

const confirm: Phase<AccessionPhase> = async (context) => {
  const attach = ['signedAgreement', 'confirmation'] as const;
  await context.record({
    key: stepKey(context.state, 'end'),
    state: 'completed',
    events: [{ event: 'completed', actor: 'system' }],
    letters: [
      { key: 'signed/coordinator', template: 'agreementSigned', to: 'coordinator', attach },
      { key: 'signed/signatory', template: 'agreementSigned', to: 'signer', attach },
    ],
    accede: true,
    close: true,
  });
  return null;
};

/** The case ends without accession: the letter says why. */
const end: Phase<AccessionPhase> = async (context) => {
  await context.record({
    key: stepKey(context.state, 'end'),
    state: 'closed',
    letters: [
      {
        key: 'closed',
        template: 'caseClosed',
        to: 'coordinator',
        link: 'case',
        attach: ['closing'],
      },
    ],
    close: true,
  });
  return null;
};
