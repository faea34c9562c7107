import { lockCase } from '../../database/repositories/case.repository';
import type { CommitteeOutcome } from '../../domain/committees/committee';
import type { Ending } from '../../domain/asking/stand';
import type { ProcessState } from '../../domain/process';
import { carryOn, endRound } from './circulate';
import { hearWord } from './past-run';
import type { RecordDependencies } from './record-steps';

export interface LookAtRoundInput {
  process: ProcessState;
  /** Process time in milliseconds since 1970. */
  at: number;
  /** The key of the step that sent the matter out. */
  round: string;
}

/** How a circulation stands for the process that waits for it. */
export type FoundRound =
  | { state: 'open' | 'paused' | 'referredBack' | 'changed' }
  /** With what the body came to that was to decide; null where none was. */
  | { state: 'decided'; outcome: CommitteeOutcome | null }
  | { state: 'ended'; how: Ending };

/**
 * Looks at a matter that is with committees, under the lock of its case, and begins the cases of those
 * whose turn has come. Repeatable.
 */
export async function lookAtRound(
  dependencies: RecordDependencies,
  { process, at, round }: LookAtRoundInput,
): Promise<FoundRound> {
  const { municipalityId, caseId } = process;
  const { database, forms, processes } = dependencies;
  return database.transaction(municipalityId, async (tx) => {
    const current = await lockCase(tx, municipalityId, caseId);
    const now = new Date(at);
    await hearWord(tx, current, process, now);
    const municipality = dependencies.municipality(municipalityId);
    const recording = { tx, forms, processes, municipality, current, at: now };
    if (current.ending) {
      await endRound(recording, round);
      return { state: 'ended', how: current.ending };
    }
    if (current.paused_at) return { state: 'paused' };
    const stand = await carryOn(recording, round);
    return stand.state === 'decided' ? stand : { state: stand.state };
  });
}
