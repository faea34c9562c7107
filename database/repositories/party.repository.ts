import { randomUUID } from 'node:crypto';
import type { Insertable } from 'kysely';
import type { Tx } from '../database';
import type { PartyTable } from '../tables';

/** Enters an organisation in the register; once per case. */
export async function enterParty(
  tx: Tx,
  municipalityId: string,
  party: Omit<Insertable<PartyTable>, 'id' | 'municipality_id' | 'ended_on'>,
): Promise<void> {
  await tx
    .insertInto('party')
    .values({ ...party, id: randomUUID(), municipality_id: municipalityId, ended_on: null })
    .onConflict((conflict) => conflict.column('case_id').doNothing())
    .execute();
}

/**
 * The register: current parties by name, with the agreement version they signed and whether their
 * contact is public. Everybody may read it, so none is in it whose case is marked as secret.
 */
export function currentParties(tx: Tx, municipalityId: string) {
  return tx
    .selectFrom('party')
    .innerJoin('agreement_version', 'agreement_version.id', 'party.agreement_version_id')
    .select([
      'party.organisation_name',
      'party.organisation_number',
      'party.acceded_on',
      'party.coordinator_name',
      'party.coordinator_email',
      'party.contact_published',
      'agreement_version.version',
    ])
    .where('party.municipality_id', '=', municipalityId)
    .where('party.ended_on', 'is', null)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('secrecy_mark')
            .select('secrecy_mark.id')
            .where('secrecy_mark.municipality_id', '=', municipalityId)
            .whereRef('secrecy_mark.case_id', '=', 'party.case_id')
            .where('secrecy_mark.record_number', 'is', null)
            .where('secrecy_mark.lifted_at', 'is', null),
        ),
      ),
    )
    .orderBy('party.organisation_name')
    .execute();
}

/** Whether an organisation with this number is in the register now. */
export async function isCurrentParty(
  tx: Tx,
  municipalityId: string,
  organisationNumber: string,
): Promise<boolean> {
  const found = await tx
    .selectFrom('party')
    .select('id')
    .where('municipality_id', '=', municipalityId)
    .where('organisation_number', '=', organisationNumber)
    .where('ended_on', 'is', null)
    .executeTakeFirst();
  return found !== undefined;
}
