import type { Tx } from '../../database/database';
import { findOpenCaseOfOrganisation } from '../../database/repositories/case.repository';
import { isCurrentParty } from '../../database/repositories/party.repository';
import { DomainError } from '../../domain/errors';

/** @throws {DomainError} when the organisation has an application under way, or has acceded */
export async function refuseSecondCase(
  tx: Tx,
  municipalityId: string,
  organisationNumber: string | null,
): Promise<void> {
  if (!organisationNumber) return;
  const open = await findOpenCaseOfOrganisation(
    tx,
    municipalityId,
    'accession',
    organisationNumber,
  );
  if (open) throw new DomainError('organisation.hasOpenCase');
  if (await isCurrentParty(tx, municipalityId, organisationNumber)) {
    throw new DomainError('organisation.isParty');
  }
}
