import type { Tx } from '../../database/database';
import { findOpenCaseOfOrganisation } from '../../database/repositories/case.repository';
import { isCurrentParty } from '../../database/repositories/party.repository';
import { DomainError } from '../../domain/errors';

/** @throws {DomainError} when the organisation has a case of the process under way, or has acceded */
export async function refuseSecondCase(
  tx: Tx,
  municipalityId: string,
  process: string,
  organisationNumber: string | null,
): Promise<void> {
  if (!organisationNumber) return;
  const open = await findOpenCaseOfOrganisation(tx, municipalityId, process, organisationNumber);
  if (open) throw new DomainError('organisation.hasOpenCase');
  if (await isCurrentParty(tx, municipalityId, organisationNumber)) {
    throw new DomainError('organisation.isParty');
  }
}
