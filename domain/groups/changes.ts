import { address } from '../asking/address';
import type { Faults } from '../forms/types';
import { overlap, type GroupChange, type GroupMember } from './member';
import { sittingOn } from './seats';

/** What was filled in, by field; every day is `YYYY-MM-DD`. */
export type ChangeAnswers = Readonly<Partial<Record<string, string>>>;

/** Whose term a change may be about on a day. */
export function membersFor(
  kind: GroupChange,
  members: readonly GroupMember[],
  today: string,
): GroupMember[] {
  const goesOn = ({ to }: GroupMember) => to === null || today <= to;
  switch (kind) {
    case 'addMember':
      // Whose substitute somebody may be.
      return members.filter((each) => each.role !== 'substitute' && goesOn(each));
    case 'replaceMember':
      return members.filter(
        (each) => each.role !== 'substitute' && !each.seatClosed && !isFollowed(each, members),
      );
    case 'endMember':
    case 'changeEmail':
    case 'changeShared':
      return members.filter(goesOn);
    case 'extendTerm':
      return members.filter((each) => each.to !== null && goesOn(each));
    case 'closeSeat':
      return sittingOn(members, today)
        .seats.filter(({ holder, latest }) => holder === null && !isFollowed(latest, members))
        .map(({ latest }) => latest);
  }
}

function isFollowed({ id }: GroupMember, members: readonly GroupMember[]): boolean {
  return members.some(({ replaces }) => replaces === id);
}

/** What is wrong with a change, by field: beside what the form itself asks for. */
export function groupChangeFaults(
  kind: GroupChange,
  answers: ChangeAnswers,
  members: readonly GroupMember[],
): Faults {
  const { from = '', to, email = '', day = '' } = answers;
  const member = members.find(({ id }) => id === answers.member);
  const term = { from, to: to ?? null };
  if (kind === 'addMember') {
    return {
      ...backwards(from, to),
      ...taken(email, term, members),
      ...(answers.role === 'chair' && twoChairs('role', term, members)),
    };
  }
  if (!member) return {};
  const others = members.filter(({ id }) => id !== member.id);
  switch (kind) {
    case 'replaceMember':
      return {
        ...(from !== '' && from <= member.from && { from: 'dayBehind' }),
        ...backwards(from, to),
        // A substitute who takes the seat over is a substitute no more.
        ...taken(
          email,
          term,
          others.filter((each) => !isPromoted(each, email, from)),
        ),
        ...(member.role === 'chair' && twoChairs('from', term, others)),
      };
    case 'endMember':
      if (day !== '' && day < member.from) return { day: 'endsBeforeItBegins' };
      return member.to !== null && day > member.to ? { day: 'dayAhead' } : {};
    case 'extendTerm':
      return extensionFaults(member, others, to);
    case 'changeEmail':
      if (address(email) === address(member.email)) return { email: 'same' };
      return taken(email, member, others);
    case 'changeShared':
      return answers.shared === (member.shared ? 'yes' : 'no') ? { shared: 'same' } : {};
    case 'closeSeat':
      return {};
  }
}

/** Whether a term is that of a substitute who is to take a seat over from a day on. */
export function isPromoted(
  { role, email, from }: GroupMember,
  promoted: string,
  day: string,
): boolean {
  return role === 'substitute' && address(email) === address(promoted) && from < day;
}

function extensionFaults(
  member: GroupMember,
  others: readonly GroupMember[],
  to: string | undefined,
): Faults {
  if (to !== undefined && to <= (member.to ?? '')) return { to: 'dayBehind' };
  const term = { from: member.from, to: to ?? null };
  const follower = others.find(({ replaces }) => replaces === member.id);
  if (follower && overlap(term, follower)) return { to: 'dayAhead' };
  if (others.some((each) => isSame(each.email, member.email) && overlap(term, each))) {
    return { to: 'emailRepeated' };
  }
  return member.role === 'chair' ? twoChairs('to', term, others) : {};
}

function backwards(from: string, to: string | undefined): Faults {
  return to !== undefined && from !== '' && to < from ? { to: 'endsBeforeItBegins' } : {};
}

/** An address is one member's on any day: what is asked of it is asked of one person. */
function taken(
  email: string,
  term: Pick<GroupMember, 'from' | 'to'>,
  members: readonly GroupMember[],
): Faults {
  if (email === '' || term.from === '') return {};
  const sits = members.some((each) => isSame(each.email, email) && overlap(term, each));
  return sits ? { email: 'emailRepeated' } : {};
}

function twoChairs(
  field: string,
  term: Pick<GroupMember, 'from' | 'to'>,
  members: readonly GroupMember[],
): Faults {
  if (term.from === '') return {};
  const chairs = members.some((each) => each.role === 'chair' && overlap(term, each));
  return chairs ? { [field]: 'same' } : {};
}

function isSame(a: string, b: string): boolean {
  return address(a) === address(b);
}
