/** What somebody is elected to in a body. */
export const memberSeats = ['chair', 'viceChair', 'member', 'substitute'] as const;
export type MemberSeat = (typeof memberSeats)[number];
