import { continueAsNew, patched } from '@temporalio/workflow';
import type { CommitteeOutcome } from '../domain/committees/committee';
import type { ProcessState } from '../domain/process';
import { circulate } from './circulation';
import { humanTask } from './human-task';
import { runPhases, type Phase, type PhaseContext } from './phases';
import { postAndSettle } from './post-and-settle';
import { complete, end, escalation } from './standard-phases';
import { keyOf, stepKey } from './step-key';

export type BudgetTransferPhase =
  | 'verify'
  | 'complete'
  | 'circulate'
  | 'adjust'
  | 'adjustDecided'
  | 'verifyDecided'
  | 'completeDecided'
  | 'plan'
  | 'post'
  | 'refused'
  | 'end';

/**
 * Money moves from one committee to another: the controller checks the request, both committees and
 * those above them deal with it, and each year is posted once its budget is there to take it from.
 */
export async function budgetTransfer(state: ProcessState<BudgetTransferPhase>): Promise<void> {
  await runPhases(state, {
    phases: {
      verify: verify({ approve: 'circulate', return: 'complete' }),
      complete: complete({ answered: 'verify', lapsed: 'end' }),
      circulate: circulate({ decided, referredBack, changed }),
      adjust: adjust('verify'),
      // Whoever decides has decided something else: the request follows, and nobody decides again.
      adjustDecided: adjust('verifyDecided'),
      verifyDecided: verify({ approve: 'plan', return: 'completeDecided' }),
      completeDecided,
      plan,
      post: postAndSettle(),
      refused,
      // Also of one that is over: what is taken back at the desk then is told as well.
      end: end({ to: 'coordinator', link: 'case', also: { tellYears: true } }),
    },
    ended: 'end',
    brief: ['plan', 'refused', 'end'],
    beginFreshRun: (next) => continueAsNew<typeof budgetTransfer>(next),
  });
}

/**
 * The controller checks lines, years, cover and coding; of a request that was changed, also that it is
 * what the committee wanted.
 */
function verify(
  next: Readonly<Record<'approve' | 'return', BudgetTransferPhase>>,
): Phase<BudgetTransferPhase> {
  return async (context) => {
    const { state } = context;
    const { lap = 1 } = state;
    const outcome = await humanTask(context, {
      open: {
        key: stepKey(state, 'ask'),
        state: 'reviewing',
        events: [{ event: 'verifyRequested', actor: 'system' }],
        task: {
          kind: 'verify',
          assignee: 'controller',
          ask: {
            key: keyOf(state, `${state.phase}/ask`),
            template: 'verifyRequested',
            attach: [lap === 1 ? 'application' : `application#${lap}`],
          },
        },
      },
      reminder: 'verifyReminder',
      overdue: 'verifyOverdue',
      escalation,
      atDeadline: 'stayOpen',
    });
    if (outcome === 'return') return next.return;
    return outcome === 'approve' ? next.approve : 'refused';
  };
}

/**
 * Whoever asked for the transfer changes the request as a committee has decided, or completes it after
 * a referral back; everything that was recorded stays.
 */
function adjust(next: BudgetTransferPhase): Phase<BudgetTransferPhase> {
  return async (context) => {
    const { state } = context;
    await humanTask(context, {
      open: {
        key: stepKey(state, 'ask'),
        state: 'awaitingCompletion',
        events: [{ event: 'adjustRequested', actor: 'system' }],
        task: {
          kind: 'adjust',
          assignee: 'initiator',
          ask: { key: keyOf(state, `${state.phase}/ask`), template: 'adjustRequested' },
        },
      },
      reminder: 'adjustReminder',
      overdue: 'adjustOverdue',
      escalation,
      atDeadline: 'stayOpen',
    });
    return { next, again: true };
  };
}

/** Nobody's silence ends what has been decided: the question stays, and whoever looks after the process hears of it. */
const completeDecided: Phase<BudgetTransferPhase> = (context) => {
  const lapsed = patched('decided-transfers-do-not-lapse') ? null : 'end';
  return complete<BudgetTransferPhase>({ answered: 'verifyDecided', lapsed })(context);
};

/** Only what is decided as it was checked is posted: other words may mean other sums. */
async function decided(
  context: PhaseContext,
  outcome: CommitteeOutcome | null,
): ReturnType<Phase<BudgetTransferPhase>> {
  if (outcome === 'approveWithChange') return 'adjustDecided';
  return outcome === 'approve' ? plan(context) : 'refused';
}

const plan: Phase<BudgetTransferPhase> = async (context) => {
  await context.record({
    key: stepKey(context.state, 'plan'),
    events: [{ event: 'transferDecided', actor: 'system' }],
    planTransfer: true,
  });
  return 'post';
};

const referredBack: Phase<BudgetTransferPhase> = async (context) => {
  await context.record({
    key: stepKey(context.state, 'referredBack'),
    events: [{ event: 'transferReferredBack', actor: 'system' }],
  });
  return 'adjust';
};

const changed: Phase<BudgetTransferPhase> = () => Promise.resolve('adjust');

/** The controller, or a committee, has said no: nothing is posted. */
const refused: Phase<BudgetTransferPhase> = async (context) => {
  await context.record({
    key: stepKey(context.state, 'end'),
    state: 'rejected',
    letters: [{ key: 'refused', template: 'transferEnded', to: 'initiator', link: 'desk' }],
    close: true,
  });
  return null;
};
