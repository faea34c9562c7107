import { address } from '../asking/address';
import { sitsOn, type GroupMember, type GroupSide } from './member';

/** A place among the members of a group, on one day. */
export interface GroupSeat {
  /** The first term that it had: the seat stays the same when somebody takes it over. */
  id: string;
  side: GroupSide;
  /** Null while it is vacant. */
  holder: GroupMember | null;
  /** Who sits there instead as long as it is vacant. */
  substitute: GroupMember | null;
  /** Who has or had it last. */
  latest: GroupMember;
}

/** A group on one day. */
export interface Sitting {
  /** In their order. */
  seats: readonly GroupSeat[];
  /** Substitutes who sit in nobody's seat, in their order, each with the seat that is theirs alone to take. */
  substitutes: readonly { member: GroupMember; seat: string | null }[];
}

export const nobodySits: Sitting = { seats: [], substitutes: [] };

/**
 * Who sits where on a day. A seat is there from its first term until it is closed; one that is vacant
 * has the next substitute: its own, else one of its side, else one of the other.
 */
export function sittingOn(members: readonly GroupMember[], day: string): Sitting {
  const ordered = members.toSorted((a, b) => a.position - b.position);
  const free = ordered
    .filter((each) => each.role === 'substitute' && sitsOn(each, day))
    .map((member) => ({
      member,
      seat: member.substituteFor === null ? null : seatOf(members, member.substituteFor),
    }));
  const held = heldOn(ordered, day);
  const seats: GroupSeat[] = [];
  for (const seat of held) {
    const next = seat.holder === null ? inTurn(seat, free)[0] : undefined;
    if (next) free.splice(free.indexOf(next), 1);
    seats.push({ ...seat, substitute: next?.member ?? null });
  }
  return { seats, substitutes: free };
}

function heldOn(members: readonly GroupMember[], day: string): Omit<GroupSeat, 'substitute'>[] {
  const seats = new Map<string, GroupMember[]>();
  for (const member of members) {
    if (member.role === 'substitute' || member.from > day) continue;
    const id = seatOf(members, member.id);
    seats.set(id, [...(seats.get(id) ?? []), member]);
  }
  return [...seats].flatMap(([id, terms]) => {
    const latest = terms.toSorted((a, b) => a.from.localeCompare(b.from)).at(-1);
    if (!latest) return [];
    const holder = terms.find((term) => sitsOn(term, day)) ?? null;
    return holder === null && latest.seatClosed ? [] : [{ id, side: latest.side, holder, latest }];
  });
}

/** The seat of a term: the first one that it follows. */
export function seatOf(members: readonly GroupMember[], id: string): string {
  const before = members.find((each) => each.id === id)?.replaces ?? null;
  return before === null ? id : seatOf(members, before);
}

/** The substitutes who may take a seat, in the order in which they do. */
function inTurn<S extends Sitting['substitutes'][number]>(
  { id, side }: Pick<GroupSeat, 'id' | 'side'>,
  free: readonly S[],
): S[] {
  return [
    ...free.filter(({ seat }) => seat === id),
    ...free.filter(({ seat, member }) => seat === null && member.side === side),
    ...free.filter(({ seat, member }) => seat === null && member.side !== side),
  ];
}

/** Who is asked when the group is: whoever sits in each seat. */
export function askedIn({ seats }: Sitting): GroupMember[] {
  return seats.flatMap(({ holder, substitute }) => holder ?? substitute ?? []);
}

/** Who may be asked instead of somebody who sits in a group (KL 6:28), in their order; of nobody known: all. */
export function standInsIn(sitting: Sitting, email: string): GroupMember[] {
  const seat = sitting.seats.find(({ holder, substitute }) => {
    const sits = holder ?? substitute;
    return sits !== null && address(sits.email) === address(email);
  });
  const free = sitting.substitutes;
  return (seat ? inTurn(seat, free) : free).map(({ member }) => member);
}

/**
 * Who has what somebody was asked who sits there no more: whoever has taken the seat over, else a
 * substitute; nobody of those who are excluded, by address.
 */
export function successorOf(
  members: readonly GroupMember[],
  left: GroupMember,
  day: string,
  excluded: ReadonlySet<string>,
): GroupMember | undefined {
  const sitting = sittingOn(members, day);
  const id = left.role === 'substitute' ? '' : seatOf(members, left.id);
  const own = sitting.seats.find((seat) => seat.id === id);
  // What a substitute had, who has left too, goes to whoever sits there in their place.
  const inVacant = sitting.seats.flatMap(({ holder, substitute }) =>
    holder === null && left.role === 'substitute' ? (substitute ?? []) : [],
  );
  const candidates = [
    own?.holder ?? null,
    own?.substitute ?? null,
    ...inVacant,
    ...inTurn({ id, side: left.side }, sitting.substitutes).map(({ member }) => member),
  ];
  return (
    candidates.find((each) => each !== null && !excluded.has(address(each.email))) ?? undefined
  );
}
