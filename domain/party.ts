/** What an organisation in the register can report about itself; its own signatory confirms it. */
export const partyChanges = [
  'coordinator',
  'signatories',
  'withdrawal',
  'merger',
  'dissolution',
] as const;
export type PartyChange = (typeof partyChanges)[number];

/** How a party leaves the register. */
export const partyEndings = ['withdrawn', 'merged', 'dissolved', 'excluded'] as const;
export type PartyEnding = (typeof partyEndings)[number];

/** What happened to a party, in the order of its history. */
export const partyEvents = [
  'acceded',
  'coordinatorChanged',
  'signatoriesChanged',
  ...partyEndings,
] as const;
export type PartyEvent = (typeof partyEvents)[number];

/** What a confirmed change is in the party's history. */
export const eventOfChange: Record<PartyChange, PartyEvent> = {
  coordinator: 'coordinatorChanged',
  signatories: 'signatoriesChanged',
  withdrawal: 'withdrawn',
  merger: 'merged',
  dissolution: 'dissolved',
};

/** How a party ends with an event, if it does. */
export function endingOf(event: PartyEvent): PartyEnding | undefined {
  return partyEndings.find((ending) => ending === event);
}

export function isPartyChange(value: unknown): value is PartyChange {
  return (partyChanges as readonly unknown[]).includes(value);
}

/**
 * So many reports about a party wait for its signatories at a time: of those that anybody has sent, and
 * again of those the party has sent by a link of its own, so that a stranger cannot lock it out.
 */
export const openReports = 3;
