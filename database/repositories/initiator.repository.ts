import type { Tx } from '../database';
import { auditOfCase } from './audit.repository';
import { findOfficial } from './official.repository';

/** The official who began a case, where one did who can be written to. */
export async function findInitiator(
  tx: Tx,
  municipalityId: string,
  caseId: string,
): Promise<{ name: string; email: string } | undefined> {
  const [begun] = await auditOfCase(tx, municipalityId, caseId);
  const official = await findOfficial(tx, municipalityId, String(begun?.details['by'] ?? ''));
  return official?.email ? official : undefined;
}
