import type { MemberSeat } from './member';

/** Somebody who sits in a body, from a day to another (`YYYY-MM-DD`); for good where that is null. */
export interface SittingMember {
  name: string;
  party: string | null;
  seat: MemberSeat;
  from: string;
  to: string | null;
}

/** Who serves at a meeting on a day as long as nobody says otherwise: all who sit then, and no substitute. */
export function servingOn(members: readonly SittingMember[], day: string) {
  return members
    .filter(({ seat }) => seat !== 'substitute')
    .filter(({ from, to }) => from <= day && (to === null || day <= to))
    .map(({ name, party, seat }) => ({ name, seat, ...(party !== null && party && { party }) }));
}
