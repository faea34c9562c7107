import { condition, continueAsNew } from '@temporalio/workflow';
import type { FoundRound } from '../activities/records/look-at-round';
import type { CommitteeOutcome } from '../domain/committees/committee';
import type { ProcessState } from '../domain/process';
import { lookAtRound } from './activities';
import { CaseEnded } from './case-ended';
import { runPhases, type Phase, type PhaseContext } from './phases';
import { end } from './standard-phases';
import { stepKey } from './step-key';

export type CirculationPhase = 'circulate' | 'end';

/** A matter goes to several bodies, at once or in order, and comes back with what they decided. */
export async function circulation(state: ProcessState<CirculationPhase>): Promise<void> {
  await runPhases(state, {
    phases: { circulate: circulate({ decided, referredBack }), end: end() },
    ended: 'end',
    brief: ['end'],
    beginFreshRun: (next) => continueAsNew<typeof circulation>(next),
  });
}

/** What a process does when its committees are done with its matter. */
export interface AfterCirculation<P extends string> {
  /** Everybody has dealt with it, and whoever was to decide has. */
  decided: (context: PhaseContext, outcome: CommitteeOutcome | null) => ReturnType<Phase<P>>;
  /** One of them wants it prepared anew; the others need not go on. */
  referredBack: Phase<P>;
  /** One of them wants something else; only in a process that follows changes. */
  changed?: Phase<P>;
}

/**
 * Sends a case's matter to its committees and waits for them, for months if need be. Each has a case in
 * its own diary and reminds its own secretary; here only the record is read, when it changes.
 */
export function circulate<P extends string>(after: AfterCirculation<P>): Phase<P> {
  return async (context) => {
    const round = stepKey(context.state, 'ask');
    const [sent] = await context.record({
      key: round,
      state: 'awaitingDecision',
      events: [{ event: 'circulated', actor: 'system' }],
      circulate: true,
    });
    if (sent?.ended) throw new CaseEnded(sent.ended);
    const found = await awaited(context, round);
    if (found.state === 'decided') return after.decided(context, found.outcome);
    const { referredBack: back, changed = back } = after;
    return found.state === 'changed' ? changed(context) : back(context);
  };
}

async function awaited(
  context: PhaseContext,
  round: string,
): Promise<Extract<FoundRound, { state: 'decided' }> | { state: 'referredBack' | 'changed' }> {
  for (;;) {
    context.looked = false;
    const found = await lookAtRound({ process: context.state, at: Date.now(), round });
    if (found.state === 'ended') throw new CaseEnded(found.how);
    if (found.state === 'decided') return found;
    if (found.state === 'referredBack' || found.state === 'changed') return { state: found.state };
    const woken = () => context.looked || context.refreshDue;
    await condition(woken);
    if (context.refreshDue) await context.refresh();
  }
}

const decided = async (context: PhaseContext) => {
  await context.record({
    key: stepKey(context.state, 'decided'),
    state: 'completed',
    events: [{ event: 'circulationDecided', actor: 'system' }],
    letters: [{ key: 'decided', template: 'circulationEnded', to: 'initiator', link: 'desk' }],
    close: true,
  });
  return null;
};

const referredBack: Phase<CirculationPhase> = async (context) => {
  await context.record({
    key: stepKey(context.state, 'referredBack'),
    state: 'closed',
    events: [{ event: 'circulationReferredBack', actor: 'system' }],
    letters: [
      { key: 'referredBack', template: 'circulationReferredBack', to: 'initiator', link: 'desk' },
    ],
    close: true,
  });
  return null;
};
