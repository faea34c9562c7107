import { reachNow } from '../../database/repositories/reach.repository';
import type { Tx } from '../../database/database';
import { findCommission } from '../../database/repositories/commission.repository';
import { bodyNow } from '../../database/repositories/committee.repository';
import { findDialogue } from '../../database/repositories/dialogue.repository';
import { findInitiator } from '../../database/repositories/initiator.repository';
import { findMatter } from '../../database/repositories/matter.repository';
import { findSettlement } from '../../database/repositories/settlement.repository';
import { getApplication } from '../../database/repositories/submission.repository';
import { boundAnswer } from '../../domain/forms/fields';
import type { FormRegistry } from '../../domain/forms/registry';
import type { GroupsOfDay } from '../../domain/asking/stand-ins';
import { askedIn, nobodySits } from '../../domain/groups/seats';
import type { Asks, Contact, Municipality } from '../../domain/municipality';
import { accountantOf } from '../../domain/ledger/accountant';
import { requestedTransfer } from '../../domain/ledger/plan';
import type { Role } from '../../domain/process';
import { agreedTo, coordinatorIn, signatoriesIn } from './application-people';
import { assigneesOfParty, coordinatorOf, isOfParty, type Source } from './party-people';
import { nobody, one, type Assignees, type Person } from './person';

/** Who has a role in a case: the municipality's from its configuration, the organisation's from its application. */
export async function personInRole(
  tx: Tx,
  forms: FormRegistry,
  municipality: Municipality,
  caseId: string,
  role: Role,
): Promise<Person> {
  const { people } = await assigneesOf(tx, forms, municipality, caseId, role);
  const [person] = people;
  if (!person) throw new Error('role.unbound');
  return person;
}

/** Everybody who has a role in a case. */
export async function assigneesOf(
  tx: Tx,
  forms: FormRegistry,
  municipality: Municipality,
  caseId: string,
  role: Role,
): Promise<Assignees> {
  if (role === 'caseOfficer' || role === 'contactPoint') {
    return one(asPerson(municipality, municipality[role]));
  }
  if (role === 'reviewer') return nobody;
  if (role === 'controller') {
    return one(asPerson(municipality, municipality.controller ?? municipality.caseOfficer));
  }
  if (role === 'accountant') return one(await accountantIn(tx, forms, municipality, caseId));
  if (role === 'transferParties') return transferParties(tx, forms, municipality, caseId);
  if (role === 'office') return one(await officeOf(tx, municipality, caseId));
  if (role === 'initiator') return one(await initiatorOf(tx, municipality, caseId));
  if (role === 'contactPerson') return one(await contactPersonOf(tx, forms, municipality, caseId));
  if (role === 'secretary') return one(await secretaryOf(tx, municipality, caseId));
  if (role === 'signer' || role === 'countersigner') {
    const kind = role === 'signer' ? 'sign' : 'countersign';
    const signed = await agreedTo(tx, municipality.id, caseId, kind);
    return { ...nobody, people: signed.map(await reachNow(tx, municipality.id, caseId)) };
  }
  const { people, ...rule } = await assigneesOfOrganisation(tx, forms, municipality, caseId, role);
  return { ...rule, people: people.map(await reachNow(tx, municipality.id, caseId)) };
}

/** The official who began a case, or whoever answers for it where nobody of the desk did. */
async function initiatorOf(tx: Tx, municipality: Municipality, caseId: string): Promise<Person> {
  // A settlement is begun by its transfer, and concerns whoever asked for that.
  const settlement = await findSettlement(tx, municipality.id, caseId);
  const official = await findInitiator(tx, municipality.id, settlement?.transferId ?? caseId);
  return asPerson(municipality, official ?? municipality.caseOfficer);
}

/** Whom everybody can turn to about the way to a first agreement, as whoever began it said. */
async function contactPersonOf(
  tx: Tx,
  forms: FormRegistry,
  municipality: Municipality,
  caseId: string,
): Promise<Person> {
  const { form_reference, answers } = await getApplication(tx, municipality.id, caseId);
  const form = forms.get(form_reference);
  const name = boundAnswer(form, 'contactName', answers);
  const email = boundAnswer(form, 'contactEmail', answers);
  if (name === undefined || email === undefined) throw new Error('role.unbound');
  return asPerson(municipality, { name, email });
}

/** Those whom a transfer concerns: the secretaries of both committees, and whoever asked for it. */
async function transferParties(
  tx: Tx,
  forms: FormRegistry,
  municipality: Municipality,
  caseId: string,
): Promise<Assignees> {
  const { form_reference, answers } = await getApplication(tx, municipality.id, caseId);
  const asked = requestedTransfer(forms.get(form_reference), answers);
  const people = [await initiatorOf(tx, municipality, caseId)];
  for (const id of asked ? [asked.giver, asked.receiver] : []) {
    const body = await bodyNow(tx, municipality.id, id);
    if (!body) continue;
    const mailbox = { name: body.secretary_name, email: body.secretary_email };
    people.push(asPerson(municipality, mailbox));
  }
  return { ...nobody, people };
}

/** Who says what was used of the money that a committee received: its accountant, or its secretary. */
async function accountantIn(
  tx: Tx,
  forms: FormRegistry,
  municipality: Municipality,
  caseId: string,
): Promise<Person> {
  const { form_reference, answers } = await getApplication(tx, municipality.id, caseId);
  const receiver = boundAnswer(forms.get(form_reference), 'receivingCommittee', answers) ?? '';
  const body = await bodyNow(tx, municipality.id, receiver);
  if (!body) throw new Error('role.unbound');
  return asPerson(municipality, accountantOf(municipality, body));
}

/** Who records what the body decides that has the case in its diary. */
async function secretaryOf(tx: Tx, municipality: Municipality, caseId: string): Promise<Person> {
  const matter =
    (await findMatter(tx, municipality.id, caseId)) ??
    (await findCommission(tx, municipality.id, caseId));
  const body = matter && (await bodyNow(tx, municipality.id, matter.committee));
  if (!body) throw new Error('role.unbound');
  return asPerson(municipality, { name: body.secretary_name, email: body.secretary_email });
}

/** Whom a committee's task is for. */
async function officeOf(tx: Tx, municipality: Municipality, caseId: string): Promise<Person> {
  const given = await findCommission(tx, municipality.id, caseId);
  const person = officeIn(municipality, given?.office);
  if (!person) throw new Error('role.unbound');
  return person;
}

function officeIn(municipality: Municipality, office: string | null | undefined) {
  const found = municipality.offices?.find(({ id }) => id === office);
  return found && asPerson(municipality, found.mailbox);
}

async function assigneesOfOrganisation(
  tx: Tx,
  forms: FormRegistry,
  municipality: Municipality,
  caseId: string,
  role: Role,
): Promise<Assignees> {
  const source = { tx, forms, municipalityId: municipality.id, caseId };
  if (role === 'asker') return one(await askerOf(source, municipality));
  if (isOfParty(role)) return assigneesOfParty(source, role);
  const application = await getApplication(tx, municipality.id, caseId);
  if (role === 'signatory') return signatoriesIn(forms, application);
  const sender = coordinatorIn(forms, application);
  // What an official begins about a party has no sender of its own.
  if (sender) return one(sender);
  const party = await assigneesOfParty(source, 'partyCoordinator');
  // A matter of the municipality's own has whoever brought it.
  return party.people.length > 0 ? party : one(await initiatorOf(tx, municipality, caseId));
}

/** Whoever raised a matter, as they are reached today. */
async function askerOf(source: Source, municipality: Municipality): Promise<Person> {
  const { tx, municipalityId, caseId } = source;
  const asked = await findDialogue(tx, municipalityId, caseId);
  const person = asked?.party_id
    ? await coordinatorOf(source, asked.party_id)
    : officeIn(municipality, asked?.office_id);
  if (!person) throw new Error('role.unbound');
  return person;
}

/** Those whom configuration asks, of a group whoever sits there; undefined where it leaves that to the process. */
export function configuredAssignees(
  municipality: Municipality,
  asks: Asks | undefined,
  groups: GroupsOfDay,
): Assignees | undefined {
  if (!asks) return undefined;
  if ('role' in asks) return one(asPerson(municipality, municipality[asks.role]));
  if ('person' in asks) return one(asPerson(municipality, asks.person));
  const members = askedIn(groups[asks.group] ?? nobodySits);
  const people = members.map((member) => asPerson(municipality, member));
  return { people, rule: asks.rule, inOrder: asks.inOrder ?? false };
}

/** One of the municipality's own, who is written to in its language. */
export function asPerson({ defaultLanguage }: Municipality, { name, email }: Contact): Person {
  return { name, email, language: defaultLanguage };
}
