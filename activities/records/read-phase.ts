import type { Database } from '../../database/database';
import { findCase } from '../../database/repositories/case.repository';
import { hasWord } from '../../database/repositories/outbox.repository';
import type { ProcessState } from '../../domain/process';

/**
 * Where the record says that a case stands; null when it is closed and nobody has left word for it. A case
 * that somebody takes up again while its run sends the last letters goes on from there.
 */
export async function readPhase(
  { database }: { database: Database },
  { municipalityId, caseId }: Pick<ProcessState, 'municipalityId' | 'caseId'>,
): Promise<ProcessState | null> {
  return database.transaction(municipalityId, async (tx) => {
    const found = await findCase(tx, municipalityId, caseId);
    if (!found) return null;
    const goesOn = found.closed_at === null || (await hasWord(tx, municipalityId, caseId));
    return goesOn ? { municipalityId, caseId, ...found.phase } : null;
  });
}
