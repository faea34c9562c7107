import { boundAnswer, boundPeople } from '../forms/fields';
import type { Answers, FormDefinition } from '../forms/types';
import { nobodySits, standInsIn, type Sitting } from '../groups/seats';
import type { Mailbox, Municipality, TaskConfiguration } from '../municipality';
import type { Role } from '../process';
import { address } from './address';
import type { Rule } from './rule';

export { address };

/** Who sits in each group on a day, by the name that configuration calls it. */
export type GroupsOfDay = Readonly<Record<string, Sitting>>;

/** Roles of the municipality's own people, who may not judge a matter of their own (KL 6:28). */
export const municipalRoles = ['caseOfficer', 'reviewer', 'countersigner'] as const;
export type MunicipalRole = (typeof municipalRoles)[number];

export function isMunicipalRole(role: string): role is MunicipalRole {
  return (municipalRoles as readonly string[]).includes(role);
}

/** Who may be asked instead of somebody who has a role, in this order. */
export function standInsOf(
  { deputies = [] }: Pick<Municipality, 'deputies'>,
  asks: TaskConfiguration['asks'],
  role: Role,
  { groups, email }: { groups: GroupsOfDay; email: string },
): readonly Mailbox[] {
  if (asks && 'group' in asks) {
    const members = standInsIn(groups[asks.group] ?? nobodySits, email);
    return members.map(({ name, email: to }) => ({ name, email: to }));
  }
  if (asks && 'person' in asks) return asks.standIns ?? [];
  return role === 'caseOfficer' ? deputies : [];
}

/** The addresses of those whom an application names: it is a matter of their own. */
export function addressesNamed(form: FormDefinition, answers: Answers): ReadonlySet<string> {
  const coordinator = boundAnswer(form, 'coordinatorEmail', answers) ?? '';
  const signatories = boundPeople(form, 'signatories', answers).map(({ email }) => email);
  return new Set([coordinator, ...signatories].map(address).filter((each) => each !== ''));
}

/** A place among those who are asked. */
export interface Seat<P> {
  /** Null where nobody is left to take it. */
  asked: P | null;
  /** Who would have been asked, but has a conflict of interest. */
  excused: P | null;
}

/**
 * Who sits in each seat when those whom an application names are left out: the next stand-in who is
 * neither named nor asked already, or nobody.
 */
export function seated<P extends { email: string }>(
  people: readonly P[],
  standInsFor: (person: P) => readonly P[],
  named: ReadonlySet<string>,
): Seat<P>[] {
  const taken = new Set([...named, ...people.map(({ email }) => address(email))]);
  return people.map((person) => {
    if (!named.has(address(person.email))) return { asked: person, excused: null };
    const standIn = standInsFor(person).find(({ email }) => !taken.has(address(email)));
    if (standIn) taken.add(address(standIn.email));
    return { asked: standIn ?? null, excused: person };
  });
}

/** The same rule among fewer people: a quorum is of those who are left. */
export function ruleAmong(rule: Rule, people: number): Rule {
  if (rule.kind !== 'atLeast' || rule.count <= people) return rule;
  return { kind: 'atLeast', count: Math.max(1, people) };
}
