import { continueAsNew } from '@temporalio/workflow';
import { nthOf } from '../domain/document-keys';
import type { DocumentReference, ProcessState } from '../domain/process';
import { humanTask } from './human-task';
import { runPhases, type Phase } from './phases';
import { escalation } from './standard-phases';
import { keyOf, stepKey } from './step-key';

export type DevelopmentPlanPhase = 'evaluate' | 'decide' | 'adopt' | 'end';

/**
 * The development plan is evaluated point by point: kept, changed, closed, added to. Whom the
 * configuration names decides, and the plan becomes a version of its own.
 */
export async function developmentPlan(state: ProcessState<DevelopmentPlanPhase>): Promise<void> {
  await runPhases(state, {
    phases: { evaluate, decide, adopt, end },
    ended: 'end',
    brief: ['adopt', 'end'],
    beginFreshRun: (next) => continueAsNew<typeof developmentPlan>(next),
  });
}

const evaluate: Phase<DevelopmentPlanPhase> = async (context) => {
  const { state } = context;
  await humanTask(context, {
    open: {
      key: stepKey(state, 'ask'),
      state: 'reviewing',
      events: [{ event: 'planRequested', actor: 'system' }],
      task: {
        kind: 'evaluate',
        assignee: 'contactPoint',
        ask: { key: keyOf(state, 'evaluate/ask'), template: 'planRequested' },
      },
    },
    reminder: 'planReminder',
    overdue: 'planOverdue',
    escalation,
    atDeadline: 'stayOpen',
  });
  return state.options?.includes('decidePlan') ? 'decide' : 'adopt';
};

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
  return outcome === 'return' ? { next: 'evaluate', again: true } : 'adopt';
};

/** The plan as it was written is the next version, and holds. */
const adopt: Phase<DevelopmentPlanPhase> = async (context) => {
  const { state } = context;
  await context.record({
    key: stepKey(state, 'adopt'),
    state: 'completed',
    events: [{ event: 'planAdopted', actor: 'system' }],
    adoptPlan: true,
    letters: [
      { key: 'adopted', template: 'planAdopted', to: 'contactPoint', attach: [written(state)] },
    ],
    close: true,
  });
  return null;
};

/** A person has ended the case: the plan there was goes on. */
const end: Phase<DevelopmentPlanPhase> = async (context) => {
  const letter = { key: 'closed', template: 'caseClosed', to: 'contactPoint' } as const;
  await context.record({
    key: stepKey(context.state, 'end'),
    state: 'closed',
    letters: [{ ...letter, link: 'desk', attach: ['closing'] }],
    close: true,
  });
  return null;
};

/** What has been written in this lap: the plan as it was is the first of these documents. */
function written({ lap = 1 }: ProcessState): DocumentReference {
  return nthOf('application', lap + 1);
}
