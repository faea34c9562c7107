import { address } from '../asking/address';

/** Which side of the agreement somebody sits for. */
export const groupSides = ['municipality', 'sector'] as const;
export type GroupSide = (typeof groupSides)[number];

export const groupRoles = ['chair', 'member', 'substitute'] as const;
export type GroupRole = (typeof groupRoles)[number];

/** What an administrator does to a group. */
export const groupChanges = [
  'addMember',
  'replaceMember',
  'endMember',
  'extendTerm',
  'changeEmail',
  'changeShared',
  'closeSeat',
] as const;
export type GroupChange = (typeof groupChanges)[number];

/** A term of somebody in a group. Days are `YYYY-MM-DD`, the first and the last one included. */
export interface GroupMember {
  id: string;
  side: GroupSide;
  /** The organisation or office that they sit for; empty for none. */
  represents: string;
  name: string;
  email: string;
  /** Several people read that mailbox. */
  shared: boolean;
  role: GroupRole;
  from: string;
  /** Null while nobody knows. */
  to: string | null;
  /** From 0: the order of seats, and of substitutes. */
  position: number;
  /** Whose substitute this is, by the id of any term in that seat; null for everybody's. */
  substituteFor: string | null;
  /** The term that the seat was taken over from. */
  replaces: string | null;
  /** The seat was not to be filled again. */
  seatClosed: boolean;
}

/** The first day of those whom configuration names without one: they have sat there as long as is known. */
export const sinceEver = '0001-01-01';

export function sitsOn({ from, to }: Pick<GroupMember, 'from' | 'to'>, day: string): boolean {
  return from <= day && (to === null || day <= to);
}

/** Whether two terms have a day in common. */
export function overlap(
  a: Pick<GroupMember, 'from' | 'to'>,
  b: Pick<GroupMember, 'from' | 'to'>,
): boolean {
  return (a.to === null || b.from <= a.to) && (b.to === null || a.from <= b.to);
}

/** The term by which an address is known on a day: the one that goes on, else the last that has been. */
export function termOf(
  members: readonly GroupMember[],
  email: string,
  day: string,
): GroupMember | undefined {
  const begun = members.filter(
    (each) => address(each.email) === address(email) && each.from <= day,
  );
  return (
    begun.find((each) => sitsOn(each, day)) ??
    begun.toSorted((a, b) => (a.to ?? '').localeCompare(b.to ?? '')).at(-1)
  );
}
