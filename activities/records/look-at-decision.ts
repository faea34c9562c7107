import { lockCase } from '../../database/repositories/case.repository';
import { decisionsOfCases, eventsOfTasks } from '../../database/repositories/decision.repository';
import { findMatter } from '../../database/repositories/matter.repository';
import type { Ending } from '../../domain/asking/stand';
import { startOfDay } from '../../domain/calendar';
import { isKnownFinal, mayBeCarriedOut, readDecision } from '../../domain/committees/decision';
import type { ProcessState } from '../../domain/process';
import { beginCommissions } from './begin-commissions';
import { hearWord } from './past-run';
import type { RecordDependencies } from './record-steps';

export interface LookAtDecisionInput {
  process: ProcessState;
  /** Process time in milliseconds since 1970. */
  at: number;
}

/**
 * How a body's decision stands for its process. `settled`: nobody can appeal what only prepares a
 * decision (KL 13:2), or has been able to since it was final. `waits` until an instant, in milliseconds since 1970, or for a court.
 */
export type FoundDecision =
  | { state: 'final' | 'settled' | 'annulled' }
  /** Its record was corrected: it was tabled, and comes up again. */
  | { state: 'tabled' }
  | { state: 'waits'; until?: number }
  | { state: 'ended'; how: Ending };

/**
 * Looks at what a body has decided in a case, and at what happened to it since; gives offices the tasks
 * in it unless a court has stopped it. Repeatable.
 */
export async function lookAtDecision(
  dependencies: RecordDependencies,
  { process, at }: LookAtDecisionInput,
): Promise<FoundDecision> {
  const { municipalityId, caseId } = process;
  const { database, forms, processes } = dependencies;
  return database.transaction(municipalityId, async (tx) => {
    const current = await lockCase(tx, municipalityId, caseId);
    await hearWord(tx, current, process, new Date(at));
    if (current.ending) return { state: 'ended', how: current.ending };
    if (current.paused_at) return { state: 'waits' };
    const matter = await findMatter(tx, municipalityId, caseId);
    const latest = (await decisionsOfCases(tx, municipalityId, [caseId])).at(-1);
    if (latest?.outcome === 'table') return { state: 'tabled' };
    const municipality = dependencies.municipality(municipalityId);
    const recording = { tx, forms, processes, municipality, current, at: new Date(at) };
    if (matter?.part !== 'decide') return { state: 'settled' };
    if (!latest) return { state: 'waits' };
    const events = await eventsOfTasks(tx, municipalityId, [latest.task_id]);
    const stand = readDecision(events);
    if (mayBeCarriedOut(stand)) await beginCommissions(recording, matter, latest);
    // It has gone on because its record was corrected: that it is final was found out before.
    if (isKnownFinal(events)) return { state: 'settled' };
    if (stand.state === 'final' || stand.state === 'annulled') return { state: stand.state };
    if (stand.state !== 'appealable') return { state: 'waits' };
    const until = startOfDay(stand.finalOn).getTime();
    return at >= until ? { state: 'final' } : { state: 'waits', until };
  });
}
