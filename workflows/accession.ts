import { continueAsNew } from '@temporalio/workflow';
import type { ProcessState } from '../domain/process';
import { makeDocument } from './activities';
import { humanTask } from './human-task';
import { runPhases, type Phase } from './phases';
import { complete, end, lapse, review } from './standard-phases';
import { keyOf, stepKey } from './step-key';

export type AccessionPhase = 'review' | 'complete' | 'refuse' | 'sign' | 'confirm' | 'end';

/**
 * An organisation accedes to the agreement: application, review, signature, confirmation (002,
 * section 1). The review may send the application back with questions; a case also ends when it is
 * withdrawn or cancelled, when nobody answers and the officer ends it, and when too few sign.
 */
export async function accession(state: ProcessState<AccessionPhase>): Promise<void> {
  await runPhases(state, {
    phases: {
      review: review({ approve: 'sign', refuse: 'refuse', return: 'complete' }),
      complete: complete({ answered: 'review', lapsed: 'end' }),
      refuse,
      sign,
      confirm,
      end: end(),
    },
    ended: 'end',
    brief: ['refuse', 'confirm', 'end'],
    beginFreshRun: (next) => continueAsNew<typeof accession>(next),
  });
}

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
