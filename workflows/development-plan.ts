import { continueAsNew, patched } from '@temporalio/workflow';
import type { CommitteeOutcome } from '../domain/committees/committee';
import { nthOf } from '../domain/document-keys';
import type { DocumentReference, ProcessState } from '../domain/process';
import { tellEverybody } from './activities';
import { circulate } from './circulation';
import { humanTask } from './human-task';
import { runPhases, type Phase, type PhaseContext } from './phases';
import { escalation, overOrEnded } from './standard-phases';
import { keyOf, stepKey } from './step-key';

export type DevelopmentPlanPhase =
  'evaluate' | 'decide' | 'circulate' | 'followDecision' | 'adopt' | 'refused' | 'end';

/**
 * The development plan is evaluated point by point: kept, changed, closed, added to. Whom the
 * configuration names decides, a group, committees or one after the other, and the plan becomes a version
 * of its own, which everybody is told.
 */
export async function developmentPlan(state: ProcessState<DevelopmentPlanPhase>): Promise<void> {
  await runPhases(state, {
    phases: {
      evaluate: evaluate(toWhomDecides),
      decide,
      circulate: circulate({ decided, referredBack }),
      // The committee has decided something else than was written: the plan follows, and nobody decides again.
      followDecision: evaluate(() => 'adopt'),
      adopt,
      refused,
      end: overOrEnded({ to: 'contactPoint', link: 'desk' }),
    },
    ended: 'end',
    brief: ['adopt', 'refused', 'end'],
    beginFreshRun: (next) => continueAsNew<typeof developmentPlan>(next),
  });
}

type Next = (state: ProcessState) => DevelopmentPlanPhase;

const toWhomDecides: Next = (state) =>
  state.options?.includes('decidePlan') ? 'decide' : toCommittees(state);

const toCommittees: Next = ({ options }) =>
  options?.includes('circulate') ? 'circulate' : 'adopt';

/** The contact point goes through the plan; what a committee or the group wants changed stands beside it. */
function evaluate(next: Next): Phase<DevelopmentPlanPhase> {
  return async (context) => {
    const { state } = context;
    await humanTask(context, {
      open: {
        key: stepKey(state, 'ask'),
        state: 'reviewing',
        events: [{ event: 'planRequested', actor: 'system' }],
        task: {
          kind: 'evaluate',
          assignee: 'contactPoint',
          ask: { key: keyOf(state, `${state.phase}/ask`), template: 'planRequested' },
        },
      },
      reminder: 'planReminder',
      overdue: 'planOverdue',
      escalation,
      atDeadline: 'stayOpen',
    });
    return next(state);
  };
}

const decide: Phase<DevelopmentPlanPhase> = async (context) => {
  const { state } = context;
  const outcome = await humanTask(context, {
    open: {
      key: stepKey(state, 'ask'),
      state: 'awaitingDecision',
      task: {
        kind: 'decidePlan',
        assignee: 'reviewer',
        ask: {
          key: keyOf(state, 'decidePlan/ask'),
          template: 'decidePlanRequested',
          attach: [written(state)],
        },
      },
    },
    reminder: 'decidePlanReminder',
    overdue: 'decidePlanOverdue',
    escalation,
    atDeadline: 'stayOpen',
  });
  return outcome === 'return' ? { next: 'evaluate', again: true } : toCommittees(state);
};

/**
 * A plan that a committee has only noted, or said no to, does not hold: the one there was goes on. Where no
 * body is left to decide, what was written holds, as it does where none was ever to.
 */
const decided = (
  _context: PhaseContext,
  outcome: CommitteeOutcome | null,
): ReturnType<Phase<DevelopmentPlanPhase>> => {
  if (outcome === 'approveWithChange') {
    return Promise.resolve({ next: 'followDecision', again: true });
  }
  return Promise.resolve(outcome === 'approve' || outcome === null ? 'adopt' : 'refused');
};

const referredBack: Phase<DevelopmentPlanPhase> = async (context) => {
  await context.record({
    key: stepKey(context.state, 'referredBack'),
    events: [{ event: 'planReferredBack', actor: 'system' }],
  });
  return { next: 'evaluate', again: true };
};

/** The plan as it was written is the next version, and holds; everybody is told. */
const adopt: Phase<DevelopmentPlanPhase> = async (context) => {
  const { state } = context;
  const tells = patched('everybody-is-told-of-a-plan');
  await context.record({
    key: stepKey(state, 'adopt'),
    state: 'completed',
    events: [{ event: 'planAdopted', actor: 'system' }],
    adoptPlan: true,
    letters: [
      { key: 'adopted', template: 'planAdopted', to: 'contactPoint', attach: [written(state)] },
    ],
    ...(!tells && { close: true }),
  });
  if (!tells) return null;
  await tellEverybody({ process: state, at: Date.now(), template: 'planHolds' });
  context.courier.deliver();
  return 'end';
};

/** The committee has said no: the plan there was goes on. */
const refused: Phase<DevelopmentPlanPhase> = async (context) => {
  const letter = { key: 'refused', template: 'planRefused', to: 'contactPoint' } as const;
  await context.record({
    key: stepKey(context.state, 'end'),
    state: 'rejected',
    events: [{ event: 'planRefused', actor: 'system' }],
    letters: [{ ...letter, link: 'desk' }],
    close: true,
  });
  return null;
};

/** What has been written in this lap: the plan as it was is the first of these documents. */
function written({ lap = 1 }: ProcessState): DocumentReference {
  return nthOf('application', lap + 1);
}
