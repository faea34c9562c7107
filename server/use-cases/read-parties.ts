import type { Tx } from '../../database/database';
import {
  allParties,
  eventsOfParty,
  findParty,
  openCasesAbout,
  type Party,
} from '../../database/repositories/party.repository';
import { findSecrecyMark } from '../../database/repositories/secrecy.repository';
import { getApplication } from '../../database/repositories/submission.repository';
import type { DeskParty, DeskPartyItem } from '../../domain/api/desk';
import { DomainError } from '../../domain/errors';
import { boundPeople, boundSigningRule } from '../../domain/forms/fields';
import { maySeeSecrets, type Official } from '../../domain/officials';
import type { Language } from '../../domain/language';
import { partyExclusion } from '../../domain/processes/party-exclusion';
import { matchesParty } from '../../domain/register/matches-party';
import type { ServerContext } from '../context';
import { processTitle } from './views';

/** The parties of now and before that a search finds, by name as Swedish sorts them. */
export async function listParties(
  tx: Tx,
  municipalityId: string,
  official: Official,
  search: string,
): Promise<DeskPartyItem[]> {
  const parties = await allParties(tx, municipalityId);
  const items: DeskPartyItem[] = [];
  for (const party of parties) {
    if (await isVisible(tx, municipalityId, official, party)) items.push(partyItem(party));
  }
  return items
    .filter((party) => matchesParty(party, search))
    .sort((a, b) => a.organisationName.localeCompare(b.organisationName, 'sv'));
}

/** Throws `party.unknown`, also for one whose case the reader's role may not see. */
export async function requireParty(
  tx: Tx,
  official: Official,
  municipalityId: string,
  partyId: string,
): Promise<Party> {
  const isId = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(partyId);
  const party = isId ? await findParty(tx, municipalityId, partyId) : undefined;
  if (!party || !(await isVisible(tx, municipalityId, official, party))) {
    throw new DomainError('party.unknown');
  }
  return party;
}

interface PartyReading {
  official: Official;
  municipalityId: string;
  language: Language;
}

/** Who speaks for a party now, and what has happened to it. */
export async function readParty(
  tx: Tx,
  { forms, processes }: ServerContext,
  { official, municipalityId, language }: PartyReading,
  partyId: string,
): Promise<DeskParty> {
  const party = await requireParty(tx, official, municipalityId, partyId);
  const events = await eventsOfParty(tx, municipalityId, party.id);
  const open = await openCasesAbout(tx, municipalityId, party.id);
  const accession = await getApplication(tx, municipalityId, party.case_id);
  const form = forms.get(accession.form_reference);
  return {
    ...partyItem(party),
    coordinator: { name: party.coordinator_name, email: party.coordinator_email },
    isContactPublished: party.contact_published,
    signatories: [...(party.signatories ?? boundPeople(form, 'signatories', accession.answers))],
    signingRule: party.signing_rule ?? boundSigningRule(form, accession.answers),
    openCases: open.map(({ id, number, process }) => ({
      ...{ id, number },
      title: processTitle(processes.get(process), language),
    })),
    mayBeExcluded:
      party.ended_on === null && open.every(({ process }) => process !== partyExclusion.name),
    events: events.map(({ case_id, number, event, at }) => ({
      caseId: case_id,
      number,
      event,
      at: at.toISOString(),
    })),
  };
}

function partyItem(party: Party): DeskPartyItem {
  return {
    id: party.id,
    organisationName: party.organisation_name,
    organisationNumber: party.organisation_number,
    accededOn: party.acceded_on,
    ended:
      party.ended_on === null || party.ended_how === null
        ? null
        : { on: party.ended_on, how: party.ended_how, mergedInto: party.merged_into },
  };
}

async function isVisible(
  tx: Tx,
  municipalityId: string,
  official: Official,
  { case_id: caseId }: Party,
): Promise<boolean> {
  if (maySeeSecrets(official)) return true;
  return !(await findSecrecyMark(tx, municipalityId, { caseId, record: null }));
}
