import type { Tx } from '../../database/database';
import { getCase } from '../../database/repositories/case.repository';
import { findParty, type Party } from '../../database/repositories/party.repository';
import { getApplication } from '../../database/repositories/submission.repository';
import type { FormRegistry } from '../../domain/forms/registry';
import type { Role } from '../../domain/process';
import { reachedAt, ruleOf } from '../../domain/signatories';
import { agreedTo, coordinatorIn, signatoriesIn } from './application-people';
import { nobody, one, type Assignees, type Person } from './person';

type RoleOfParty = Extract<Role, `party${string}`>;

export function isOfParty(role: Role): role is RoleOfParty {
  return role === 'partySignatory' || role === 'partyCoordinator' || role === 'partyContacts';
}

export interface Source {
  tx: Tx;
  forms: FormRegistry;
  municipalityId: string;
  caseId: string;
}

/** Who speaks for the party that a case is about, as the register has it now. */
export async function assigneesOfParty(source: Source, role: RoleOfParty): Promise<Assignees> {
  const { tx, forms, municipalityId, caseId } = source;
  const { party_id: partyId } = await getCase(tx, municipalityId, caseId);
  const party = partyId ? await findParty(tx, municipalityId, partyId) : undefined;
  if (!party) return nobody;
  const accession = await getApplication(tx, municipalityId, party.case_id);
  const { language } = accession;
  if (role === 'partySignatory') {
    if (!party.signatories) return signatoriesIn(forms, accession);
    const people = party.signatories.map((signatory) => ({ ...signatory, language }));
    return { people, rule: ruleOf(party.signing_rule ?? 'oneAlone'), inOrder: false };
  }
  const coordinator = coordinatorFrom(party, language);
  if (role === 'partyCoordinator') return one(coordinator);
  const report = await getApplication(tx, municipalityId, caseId);
  const reporters = (['coordinator', 'newCoordinator'] as const).flatMap(
    (who) => coordinatorIn(forms, report, who) ?? [],
  );
  const confirmed = await agreedTo(tx, municipalityId, caseId, 'confirm');
  return { ...nobody, people: once([...reporters, coordinator, ...confirmed]) };
}

/** The coordinator of a party, as the register has it now. */
export async function coordinatorOf(
  { tx, municipalityId }: Pick<Source, 'tx' | 'municipalityId'>,
  partyId: string,
): Promise<Person | undefined> {
  const party = await findParty(tx, municipalityId, partyId);
  if (!party) return undefined;
  const { language } = await getApplication(tx, municipalityId, party.case_id);
  return coordinatorFrom(party, language);
}

function coordinatorFrom(party: Party, language: Person['language']): Person {
  const reached = reachedAt(
    party.coordinator_email || undefined,
    party.coordinator_postal ?? undefined,
  );
  return { name: party.coordinator_name, language, ...reached };
}

/** Nobody gets the same letter twice. */
function once(people: readonly Person[]): Person[] {
  const byAddress = new Map(
    people.map((person) => [person.email.toLowerCase() || person.postal, person]),
  );
  return [...byAddress.values()];
}
