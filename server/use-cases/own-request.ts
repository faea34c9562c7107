import type { Tx } from '../../database/database';
import { auditOfCase } from '../../database/repositories/audit.repository';
import type { Case } from '../../database/repositories/case.repository';
import { findOfficial } from '../../database/repositories/official.repository';
import { DomainError } from '../../domain/errors';
import type { Official } from '../../domain/officials';

/** Nobody approves what they have requested; throws `task.ownRequest`. */
export async function refuseOwnRequest(
  tx: Tx,
  { municipality_id: municipalityId, id }: Pick<Case, 'municipality_id' | 'id'>,
  official: Official,
): Promise<void> {
  const [begun] = await auditOfCase(tx, municipalityId, id);
  const requester = await findOfficial(tx, municipalityId, String(begun?.details['by'] ?? ''));
  const isSame =
    requester?.subject === official.subject ||
    (official.email !== '' && requester?.email.toLowerCase() === official.email.toLowerCase());
  if (isSame) throw new DomainError('task.ownRequest');
}
