import type { Database } from '../../database/database';
import { findCase } from '../../database/repositories/case.repository';
import type { ProcessState } from '../../domain/process';

/**
 * Where the record says that a case stands; null when it is closed. A case that somebody takes up again
 * while its run sends the last letters goes on from there.
 */
export async function readPhase(
  { database }: { database: Database },
  { municipalityId, caseId }: Pick<ProcessState, 'municipalityId' | 'caseId'>,
): Promise<ProcessState | null> {
  const found = await database.transaction(municipalityId, (tx) =>
    findCase(tx, municipalityId, caseId),
  );
  if (!found || found.closed_at !== null) return null;
  return { municipalityId, caseId, ...found.phase };
}
