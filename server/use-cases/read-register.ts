import { currentParties } from '../../database/repositories/party.repository';
import type { PartyView } from '../../domain/api/shapes';
import type { Municipality } from '../../domain/municipality';
import { matchesParty } from '../../domain/register/matches-party';
import type { ServerContext } from '../context';

/** The parties that a search finds, by name as Swedish sorts them; all without one. */
export async function readRegister(
  { database }: ServerContext,
  { id }: Municipality,
  search = '',
): Promise<PartyView[]> {
  const rows = await database.transaction(id, (tx) => currentParties(tx, id));
  return rows
    .map((row) => ({
      organisationName: row.organisation_name,
      organisationNumber: row.organisation_number,
      accededOn: row.acceded_on,
      agreementVersion: row.version,
      contact:
        row.contact_published && row.coordinator_email !== ''
          ? { name: row.coordinator_name, email: row.coordinator_email }
          : null,
    }))
    .filter((party) => matchesParty(party, search))
    .sort((a, b) => a.organisationName.localeCompare(b.organisationName, 'sv'));
}
