import { continueAsNew } from '@temporalio/workflow';
import type { LetterPlan, ProcessState, StepRecord } from '../domain/process';
import { makeDocument } from './activities';
import { check, consult, countersign, has, settle } from './full-shape';
import { humanTask } from './human-task';
import { runPhases, type Phase } from './phases';
import { complete, end, lapse, review } from './standard-phases';
import { keyOf, stepKey } from './step-key';

export type AccessionPhase =
  | 'check'
  | 'consult'
  | 'review'
  | 'complete'
  | 'refuse'
  | 'sign'
  | 'countersign'
  | 'settle'
  | 'confirm'
  | 'end';

/**
 * An organisation accedes to the agreement: application, review, signature, confirmation (002,
 * section 1). In the full shape the officer first checks it, a group gives its opinion before the
 * review, and the municipality signs after the organisation. The review may send the application
 * back with questions; a case also ends when it is withdrawn or cancelled, when nobody answers and
 * the officer ends it, and when too few sign.
 */
export async function accession(state: ProcessState<AccessionPhase>): Promise<void> {
  await runPhases(state, {
    phases: {
      check,
      consult,
      review: review({ approve: 'sign', refuse: 'refuse', return: 'complete' }),
      complete: (context) =>
        complete<AccessionPhase>({
          answered: has(context.state, 'consult') ? 'check' : 'review',
          lapsed: 'end',
        })(context),
      refuse,
      sign,
      countersign,
      settle,
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
    ...(!has(state, 'countersign') && { then: { answered: [confirmation(state)] } }),
  });
  if (outcome === 'answered') return has(state, 'countersign') ? 'countersign' : 'confirm';
  if (outcome === 'proceed') return { next: 'sign', again: true };
  return { next: 'end', ending: outcome === 'decline' ? 'declined' : 'lapsed' };
};

const confirm: Phase<AccessionPhase> = async (context) => {
  await context.record(confirmation(context.state));
  return null;
};

/** Recorded with the last signature where nothing comes between, so nobody has signed without being a party. */
function confirmation(state: ProcessState): StepRecord {
  const attach = ['signedAgreement', 'confirmation'] as const;
  const countersigned: LetterPlan[] = has(state, 'countersign')
    ? [{ key: 'signed/countersigner', template: 'agreementSigned', to: 'countersigner', attach }]
    : [];
  return {
    key: stepKey({ ...state, phase: 'confirm' }, 'end'),
    state: 'completed',
    events: [{ event: 'completed', actor: 'system' }],
    letters: [
      { key: 'signed/coordinator', template: 'agreementSigned', to: 'coordinator', attach },
      { key: 'signed/signatory', template: 'agreementSigned', to: 'signer', attach },
      ...countersigned,
    ],
    accede: true,
    close: true,
  };
}
