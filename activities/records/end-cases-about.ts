import { openCasesAbout } from '../../database/repositories/party.repository';
import { endCase } from './end-case';
import type { Recording } from './record-steps';

/**
 * A party that has left has nothing more to change: whatever else is asked about it ends, and whoever
 * reported it is told. A case that is just being decided is left alone; it finds the party gone.
 */
export async function endOtherCasesAbout(recording: Recording, partyId: string): Promise<void> {
  const { tx, current } = recording;
  const open = await openCasesAbout(tx, current.municipality_id, partyId);
  for (const { id } of open) {
    if (id !== current.id) await endCase(recording, id, 'closing.partyEnded');
  }
}
