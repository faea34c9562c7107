import { randomUUID } from 'node:crypto';
import type { Insertable, Selectable, Updateable } from 'kysely';
import type { PartyEvent } from '../../domain/party';
import type { Tx } from '../database';
import type { PartyEventTable, PartyTable } from '../tables';
import type { Case } from './case.repository';
import type { Reach, Reader } from './reach.repository';

export type Party = Selectable<PartyTable>;

/** Enters an organisation in the register; once per case. */
export async function enterParty(
  tx: Tx,
  municipalityId: string,
  party: Omit<Insertable<PartyTable>, 'id' | 'municipality_id' | 'ended_on'>,
  at: Date,
): Promise<void> {
  const id = randomUUID();
  const entered = await tx
    .insertInto('party')
    .values({ ...party, id, municipality_id: municipalityId, ended_on: null })
    .onConflict((conflict) => conflict.column('case_id').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!entered) return;
  await addPartyEvent(tx, municipalityId, { id, caseId: party.case_id, event: 'acceded', at });
}

/** Writes what happened to a party into its history; once per case. */
export async function addPartyEvent(
  tx: Tx,
  municipalityId: string,
  { id, caseId, event, at }: { id: string; caseId: string; event: PartyEvent; at: Date },
): Promise<void> {
  await tx
    .insertInto('party_event')
    .values({
      id: randomUUID(),
      municipality_id: municipalityId,
      party_id: id,
      case_id: caseId,
      event,
      at,
    })
    .onConflict((conflict) => conflict.columns(['party_id', 'case_id', 'event']).doNothing())
    .execute();
}

/** A party's history, oldest first, with the number of the case that each event came by. */
export function eventsOfParty(
  tx: Tx,
  municipalityId: string,
  partyId: string,
): Promise<(Pick<Selectable<PartyEventTable>, 'case_id' | 'event' | 'at'> & { number: string })[]> {
  return tx
    .selectFrom('party_event')
    .innerJoin('cases', 'cases.id', 'party_event.case_id')
    .select(['party_event.case_id', 'party_event.event', 'party_event.at', 'cases.number'])
    .where('party_event.municipality_id', '=', municipalityId)
    .where('party_event.party_id', '=', partyId)
    .orderBy('party_event.at')
    .execute();
}

export function findParty(tx: Tx, municipalityId: string, id: string): Promise<Party | undefined> {
  return tx
    .selectFrom('party')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** The same, until the transaction ends nobody else changes it. */
export async function lockParty(tx: Tx, municipalityId: string, id: string): Promise<Party> {
  return tx
    .selectFrom('party')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

export async function changeParty(
  tx: Tx,
  municipalityId: string,
  id: string,
  changes: Updateable<PartyTable>,
): Promise<void> {
  await tx
    .updateTable('party')
    .set(changes)
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .execute();
}

/** The party that an organisation is now: by its number, or by its name where it has none. */
export function findCurrentParty(
  tx: Tx,
  municipalityId: string,
  { name, number }: { name: string; number: string | null },
): Promise<Party | undefined> {
  const parties = tx
    .selectFrom('party')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('ended_on', 'is', null);
  const found =
    number === null
      ? parties
          .where('organisation_number', 'is', null)
          .where(({ fn }) => fn('lower', ['organisation_name']), '=', name.trim().toLowerCase())
      : parties.where('organisation_number', '=', number);
  return found.executeTakeFirst();
}

/** All who are or were in the register, by name; for the municipality's own people. */
export function allParties(tx: Tx, municipalityId: string): Promise<Party[]> {
  return tx
    .selectFrom('party')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .orderBy('organisation_name')
    .execute();
}

/** How the coordinators of the parties there are can be reached, each in the language of the accession. */
export function coordinatorsOfParties(tx: Tx, municipalityId: string) {
  return tx
    .selectFrom('party')
    .innerJoin('cases', 'cases.id', 'party.case_id')
    .select(['party.id', 'party.coordinator_name', 'party.coordinator_email'])
    .select(['party.coordinator_postal', 'cases.language'])
    .where('party.municipality_id', '=', municipalityId)
    .where('party.ended_on', 'is', null)
    .orderBy('party.organisation_name')
    .orderBy('party.id')
    .execute();
}

/** The cases about a party that have not ended, oldest first. */
export function openCasesAbout(
  tx: Tx,
  municipalityId: string,
  partyId: string,
): Promise<Pick<Case, 'id' | 'number' | 'process' | 'begun_from'>[]> {
  return tx
    .selectFrom('cases')
    .select(['id', 'number', 'process', 'begun_from'])
    .where('municipality_id', '=', municipalityId)
    .where('party_id', '=', partyId)
    .where('closed_at', 'is', null)
    .orderBy('opened_at')
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

/** Whether the register shows the coordinator of the party that a case has made. */
export async function publishContact(
  tx: Tx,
  municipalityId: string,
  caseId: string,
  published: boolean,
): Promise<void> {
  await tx
    .updateTable('party')
    .set({ contact_published: published })
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .execute();
}

/**
 * The party that whoever follows a case speaks for: the one that it has made, or that it has changed
 * as the party's own signatories confirmed. Anybody can send a report, so an unconfirmed one is not enough.
 */
export async function partySpokenFor(
  tx: Tx,
  municipalityId: string,
  { id, party_id: partyId, state }: Pick<Case, 'id' | 'party_id' | 'state'>,
): Promise<Party | undefined> {
  const isConfirmed = partyId !== null && state === 'completed';
  return isConfirmed ? findParty(tx, municipalityId, partyId) : partyOfCase(tx, municipalityId, id);
}

/** The coordinator of the party that a case has made has got an e-mail address. */
export async function reachPartyCoordinator(
  tx: Tx,
  municipalityId: string,
  { caseId, reader, reach }: { caseId: string; reader: Reader; reach: Reach },
): Promise<void> {
  if (reach === 'asBefore' || !('newEmail' in reach)) return;
  await tx
    .updateTable('party')
    .set({ coordinator_email: reach.newEmail, coordinator_postal: null })
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .where('coordinator_name', '=', reader.name)
    .where('coordinator_email', '=', reader.email)
    .execute();
}

/** The party that a case has made. */
export function partyOfCase(
  tx: Tx,
  municipalityId: string,
  caseId: string,
): Promise<Party | undefined> {
  return tx
    .selectFrom('party')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .executeTakeFirst();
}
