import { continueAsNew } from '@temporalio/workflow';
import type { CommitteeOutcome } from '../domain/committees/committee';
import type { RestWay } from '../domain/ledger/settlement';
import type { LetterTemplate, ProcessState } from '../domain/process';
import { lookAtSettlement } from './activities';
import { CaseEnded } from './case-ended';
import { circulate } from './circulation';
import { humanTask } from './human-task';
import { runPhases, type Phase, type PhaseContext } from './phases';
import { escalation } from './standard-phases';
import { keyOf, stepKey } from './step-key';

export type BudgetSettlementPhase =
  | 'account'
  | 'rest'
  | 'circulate'
  | 'official'
  | 'restAnew'
  | 'giveBack'
  | 'carryOver'
  | 'asRecorded'
  | 'settledAnew'
  | 'end';

/**
 * A year of a transfer is over: its receiver accounts for what was used, and the rest goes back, or along
 * to the next year if those who decide on that say so.
 */
export async function budgetSettlement(state: ProcessState<BudgetSettlementPhase>): Promise<void> {
  await runPhases(state, {
    phases: {
      account,
      rest,
      circulate: circulate({ decided, referredBack }),
      official: official({ template: 'restRequested', next: 'asRecorded' }),
      restAnew: official({ template: 'restRequestedAnew', next: 'settledAnew' }),
      giveBack: settled('giveBack'),
      carryOver: settled('carryOver'),
      asRecorded: settled('asRecorded'),
      settledAnew,
      end,
    },
    ended: 'end',
    brief: ['rest', 'giveBack', 'carryOver', 'asRecorded', 'settledAnew', 'end'],
    beginFreshRun: (next) => continueAsNew<typeof budgetSettlement>(next),
  });
}

const account: Phase<BudgetSettlementPhase> = async (context) => {
  const { state } = context;
  await humanTask(context, {
    open: {
      key: stepKey(state, 'ask'),
      state: 'reviewing',
      events: [{ event: 'accountRequested', actor: 'system' }],
      task: {
        kind: 'account',
        assignee: 'accountant',
        ask: { key: keyOf(state, 'account/ask'), template: 'accountRequested' },
      },
    },
    reminder: 'accountReminder',
    overdue: 'accountOverdue',
    escalation,
    atDeadline: 'stayOpen',
  });
  return 'rest';
};

const rest: Phase<BudgetSettlementPhase> = async ({ state }) => {
  const found = await lookAtSettlement({ process: state, at: Date.now() });
  if (found.state === 'ended') throw new CaseEnded(found.how);
  if (found.state === 'bodiesDecide') return 'circulate';
  return found.state === 'officialDecides' ? 'official' : 'giveBack';
};

/** Other words may mean other sums: somebody says which. Without a yes the money goes back. */
function decided(
  _context: PhaseContext,
  outcome: CommitteeOutcome | null,
): ReturnType<Phase<BudgetSettlementPhase>> {
  if (outcome === 'approveWithChange') return Promise.resolve('official');
  return Promise.resolve(outcome === 'approve' ? 'carryOver' : 'giveBack');
}

/** What is unclear is accounted for anew. */
const referredBack: Phase<BudgetSettlementPhase> = async (context) => {
  await context.record({
    key: stepKey(context.state, 'referredBack'),
    events: [{ event: 'circulationReferredBack', actor: 'system' }],
  });
  return { next: 'account', again: true };
};

/**
 * A controller says how much goes along: first, or anew where the year is settled and the decision that it was
 * settled by was recorded otherwise since. Nobody says so any more where the decision changes back.
 */
function official({
  template,
  next,
}: {
  template: LetterTemplate;
  next: BudgetSettlementPhase;
}): Phase<BudgetSettlementPhase> {
  return async (context) => {
    const { state } = context;
    await humanTask(context, {
      open: {
        key: stepKey(state, 'ask'),
        state: 'awaitingDecision',
        events: [{ event: 'restRequested', actor: 'system' }],
        task: {
          kind: 'rest',
          assignee: 'controller',
          ask: { key: keyOf(state, 'rest/ask'), template },
        },
      },
      reminder: 'restReminder',
      overdue: 'restOverdue',
      escalation,
      atDeadline: 'stayOpen',
    });
    return next;
  };
}

/** Posts what becomes of the rest; the year is settled. */
function settled(way: RestWay): Phase<BudgetSettlementPhase> {
  return async (context) => {
    await context.record({
      key: stepKey(context.state, 'end'),
      state: 'completed',
      events: [{ event: 'yearSettled', actor: 'system' }],
      letters: [{ key: 'settled', template: 'yearSettled', to: 'transferParties', link: 'desk' }],
      settleYear: way,
      close: true,
    });
    return null;
  };
}

/** The transfer posts what has been said: it changes all of its years at once. */
const settledAnew: Phase<BudgetSettlementPhase> = async (context) => {
  await context.record({
    key: stepKey(context.state, 'end'),
    state: 'completed',
    tellTransfer: true,
    close: true,
  });
  return null;
};

/** Somebody has ended the case, and the year is still not settled: the transfer has it asked anew. */
const end: Phase<BudgetSettlementPhase> = async (context) => {
  await context.record({
    key: stepKey(context.state, 'end'),
    state: 'closed',
    tellTransfer: true,
    close: true,
  });
  return null;
};
