import type { FocusArea, FocusAreasConfiguration, Tally } from './focus-areas';

/** The vote of a party. */
export interface FocusVote {
  party: string;
  /** Ids of areas. */
  areas: readonly string[];
}

export interface Ballot {
  list: readonly FocusArea[];
  /** In the order they came; a party's first one is its vote. */
  votes: readonly FocusVote[];
  /** How many parties were asked. */
  asked: number;
  /** Who is a party when the votes are counted; left out where all are. */
  parties?: ReadonlySet<string>;
  rules: Pick<FocusAreasConfiguration, 'most' | 'ties'>;
}

/** What came of a vote: ids in the order of their votes, those with as many in the order of the list. */
export type VoteOutcome =
  | { state: 'chosen'; areas: readonly string[] }
  /**
   * Somebody must choose so many more among these: they have as many votes, or nobody has voted at all.
   */
  | { state: 'tied'; areas: readonly string[]; among: readonly string[]; room: number };

/**
 * Counts a vote. Each party has one, which gives every area it names one vote. Who has left by the count
 * has none, also where another party has taken it over: that one has its own. Chosen are those with most
 * votes; an area that nobody has voted for never is, so there may be fewer than there is room for.
 */
export function countVotes({ list, votes, asked, parties, rules }: Ballot): {
  tally: Tally;
  outcome: VoteOutcome;
} {
  const first = new Map(votes.toReversed().map((vote) => [vote.party, vote]));
  const once = [...first.values()];
  const counted = once.filter(({ party }) => parties?.has(party) ?? true);
  const votesFor = (id: string) => counted.filter(({ areas }) => areas.includes(id)).length;
  const tally: Tally = {
    ...{ asked, voted: counted.length, notCounted: once.length - counted.length },
    votes: list.map(({ id }) => ({ id, votes: votesFor(id) })),
  };
  return { tally, outcome: outcomeOf(tally, rules) };
}

function outcomeOf(
  { voted, votes }: Tally,
  { most, ties = 'contactPoint' }: Ballot['rules'],
): VoteOutcome {
  const ids = (some: Tally['votes']) => some.map(({ id }) => id);
  if (voted === 0 && votes.length > 0) {
    const room = Math.min(most, votes.length);
    return { state: 'tied', areas: [], among: ids(votes), room };
  }
  const ranked = votes.filter((each) => each.votes > 0).toSorted((a, b) => b.votes - a.votes);
  const last = ranked[most - 1]?.votes;
  // There is room for every area that somebody has voted for.
  if (last === undefined) return { state: 'chosen', areas: ids(ranked) };
  const above = ranked.filter((each) => each.votes > last);
  const even = ranked.filter((each) => each.votes === last);
  if (above.length + even.length <= most || ties === 'all') {
    return { state: 'chosen', areas: ids([...above, ...even]) };
  }
  return { state: 'tied', areas: ids(above), among: ids(even), room: most - above.length };
}
