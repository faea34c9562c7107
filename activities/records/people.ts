import { currentAddresses } from '../../database/repositories/address.repository';
import type { Tx } from '../../database/database';
import { getApplication } from '../../database/repositories/submission.repository';
import { tasksOfCase, type Task } from '../../database/repositories/task.repository';
import type { Rule } from '../../domain/asking/rule';
import { boundAnswer, boundPeople, boundSigningRule } from '../../domain/forms/fields';
import type { FormRegistry } from '../../domain/forms/registry';
import type { Language } from '../../domain/language';
import type { Asks, Contact, Municipality } from '../../domain/municipality';
import type { Role } from '../../domain/process';
import { reachedAt, ruleOf, type Capacity } from '../../domain/signatories';

export interface Person {
  name: string;
  /** Empty where they have none and `postal` says where letters go. */
  email: string;
  postal?: string;
  language: Language;
  capacity?: Capacity;
}

/** Who is asked when a role is, whose answers are enough, and whether one after the other. */
export interface Assignees {
  people: readonly Person[];
  rule: Rule;
  inOrder: boolean;
}

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
  if (role === 'signer' || role === 'countersigner') {
    const kind = role === 'signer' ? 'sign' : 'countersign';
    return { ...nobody, people: await signersOf(tx, municipality.id, caseId, kind) };
  }
  const { form_reference, answers, language } = await getApplication(tx, municipality.id, caseId);
  const form = forms.get(form_reference);
  const current = await currentAddresses(tx, municipality.id, caseId);
  if (role === 'signatory') {
    const signatories = boundPeople(form, 'signatories', answers);
    const people = signatories.map((signatory) => {
      return { ...signatory, email: current(signatory.email), language };
    });
    return { people, rule: ruleOf(boundSigningRule(form, answers)), inOrder: false };
  }
  const name = boundAnswer(form, 'coordinatorName', answers);
  const email = boundAnswer(form, 'coordinatorEmail', answers);
  const postal = boundAnswer(form, 'coordinatorPostal', answers);
  if (!name || (email === undefined && postal === undefined)) return nobody;
  return one({ name, language, ...reachedAt(email && current(email), postal) });
}

/** Those whom configuration asks; undefined where it leaves that to the process. */
export function configuredAssignees(
  municipality: Municipality,
  asks: Asks | undefined,
): Assignees | undefined {
  if (!asks) return undefined;
  if ('role' in asks) return one(asPerson(municipality, municipality[asks.role]));
  if ('person' in asks) return one(asPerson(municipality, asks.person));
  const members = municipality.groups?.[asks.group]?.members ?? [];
  const people = members.map((member) => asPerson(municipality, member));
  return { people, rule: asks.rule, inOrder: asks.inOrder ?? false };
}

/** One of the municipality's own, who is written to in its language. */
export function asPerson({ defaultLanguage }: Municipality, { name, email }: Contact): Person {
  return { name, email, language: defaultLanguage };
}

async function signersOf(
  tx: Tx,
  municipalityId: string,
  caseId: string,
  signing: 'sign' | 'countersign',
): Promise<Person[]> {
  const tasks = await tasksOfCase(tx, municipalityId, caseId);
  return tasks
    .filter(({ kind, outcome }) => kind === signing && outcome === 'answered')
    .map(assigneeOf);
}

/** Whoever has a task, as its letters name them. */
export function assigneeOf(task: Task): Person {
  const { assignee_name: name, assignee_email: email, assignee_postal: postal, language } = task;
  return { name, email, language, ...(postal !== null && { postal }) };
}

const nobody: Assignees = { people: [], rule: { kind: 'first' }, inOrder: false };

function one(person: Person): Assignees {
  return { ...nobody, people: [person] };
}
