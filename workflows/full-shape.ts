import type { LetterPlan, OptionalStep, ProcessState } from '../domain/process';
import type { AccessionPhase } from './accession';
import { humanTask, type Question } from './human-task';
import type { Phase } from './phases';
import { escalation } from './standard-phases';
import { keyOf, stepKey } from './step-key';

// What an accession has in the full shape beside the phases of the simple one. A municipality may
// choose the group's opinion or its own signature without the other.

/** Whether the municipality had chosen a step when the case began. */
export function has({ options = [] }: ProcessState, step: OptionalStep): boolean {
  return options.includes(step);
}

/** The receipt, which goes with the first question. */
const received: LetterPlan = {
  key: 'received',
  template: 'applicationReceived',
  to: 'coordinator',
  link: 'case',
  attach: ['application'],
};

/** The officer reads an application before the group does, and may ask for more or refuse it at once. */
export const check: Phase<AccessionPhase> = async (context) => {
  const { state } = context;
  const outcome = await humanTask(context, {
    open: {
      key: stepKey(state, 'ask'),
      state: 'reviewing',
      events: [{ event: 'checkRequested', actor: 'system' }],
      letters: [received],
      task: {
        kind: 'check',
        assignee: 'caseOfficer',
        ask: { key: keyOf(state, 'check/ask'), template: 'checkRequested' },
      },
    },
    reminder: 'checkReminder',
    overdue: 'checkOverdue',
    escalation,
    atDeadline: 'stayOpen',
  });
  if (outcome === 'return') return 'complete';
  return outcome === 'forward' ? 'consult' : 'refuse';
};

/**
 * The group says what it thinks; the decision stays the delegate's. When the group is late the
 * delegate may decide without it, and until then its opinion still counts.
 */
export const consult: Phase<AccessionPhase> = async (context) => {
  const { state } = context;
  const outcome = await humanTask(context, {
    open: {
      key: stepKey(state, 'ask'),
      state: 'reviewing',
      events: [{ event: 'consultRequested', actor: 'system' }],
      task: {
        kind: 'consult',
        assignee: 'reviewer',
        ask: { key: keyOf(state, 'consult/ask'), template: 'consultRequested' },
      },
    },
    reminder: 'consultReminder',
    overdue: 'consultOverdue',
    atDeadline: { draft: decision(state) },
  });
  if (outcome === 'return') return 'complete';
  if (outcome === 'refuse') return 'refuse';
  return outcome === 'approve' ? 'sign' : 'review';
};

/** What the delegate is asked when the group is late. */
function decision(state: ProcessState): Question {
  return {
    open: {
      key: stepKey(state, 'decide'),
      state: 'reviewing',
      events: [{ event: 'reviewRequested', actor: 'system' }],
      task: {
        kind: 'review',
        assignee: 'caseOfficer',
        ask: { key: keyOf(state, 'consult/decide'), template: 'reviewRequested' },
      },
    },
    reminder: 'reviewReminder',
    overdue: 'reviewOverdue',
    escalation,
  };
}

/** The municipality signs what the organisation has signed. It waits for its own as long as that takes. */
export const countersign: Phase<AccessionPhase> = async (context) => {
  const { state } = context;
  const outcome = await humanTask(context, {
    open: {
      key: stepKey(state, 'ask'),
      events: [{ event: 'countersignatureRequested', actor: 'system' }],
      task: {
        kind: 'countersign',
        assignee: 'countersigner',
        document: 'agreement',
        ask: {
          key: keyOf(state, 'countersign/ask'),
          template: 'countersignRequested',
          attach: ['agreement'],
        },
      },
    },
    reminder: 'countersignReminder',
    overdue: 'countersignOverdue',
    escalation,
    atDeadline: 'stayOpen',
  });
  return outcome === 'answered' ? 'confirm' : 'settle';
};

/** An approved application does not end because one person will not sign: the officer says what now. */
export const settle: Phase<AccessionPhase> = async (context) => {
  const { state } = context;
  const outcome = await humanTask(context, {
    open: {
      key: stepKey(state, 'ask'),
      task: {
        kind: 'settle',
        assignee: 'caseOfficer',
        ask: { key: keyOf(state, 'settle/ask'), template: 'settleRequested' },
      },
    },
    reminder: 'settleReminder',
    overdue: 'settleReminder',
    escalation,
    atDeadline: 'stayOpen',
  });
  if (outcome === 'close') return { next: 'end', ending: 'cancelled' };
  return { next: 'countersign', again: true };
};
