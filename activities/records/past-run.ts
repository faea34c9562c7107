import { consumeOutbox } from '../../database/repositories/outbox.repository';
import type { Case } from '../../database/repositories/case.repository';
import type { Tx } from '../../database/database';
import type { ProcessState } from '../../domain/process';

/**
 * Whether a run is of a time before its locked case was taken up again: it only repeats what it has done.
 * Temporal lets it, when word comes while it ends.
 */
export function isPast({ generation }: Pick<ProcessState, 'generation'>, { phase }: Case): boolean {
  return generation < phase.generation;
}

/** A run has heard all that was said to its locked case; what is said to the next one waits for that. */
export async function hearWord(
  tx: Tx,
  current: Case,
  process: Pick<ProcessState, 'generation'>,
  at: Date,
): Promise<void> {
  if (isPast(process, current)) return;
  await consumeOutbox(tx, current.municipality_id, { caseId: current.id, kind: 'look' }, at);
}
