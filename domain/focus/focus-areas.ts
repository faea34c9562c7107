import type { Answers } from '../forms/types';

/** How a municipality chooses what the parties work on together until the next follow-up. */
export interface FocusAreasConfiguration {
  /** The parties vote, one vote each, or a group decides on what the contact point proposes. */
  chosenBy: 'parties' | 'group';
  /** How many areas there are to be, at most. */
  most: number;
  /** When more areas than there is room for have as many votes: the contact point chooses, with a reason, or all are taken. */
  ties?: 'contactPoint' | 'all';
}

/** An area that can be chosen, in the words of whoever wrote it. */
export interface FocusArea {
  /** The same from the short list to the result: `a1`. */
  id: string;
  area: string;
  why?: string;
}

/** Longest short list that the parties choose from. */
export const longestList = 20;

/** How the result came about. */
export const focusWays = [
  /** Most votes. */
  'votes',
  /** Some had as many votes, and the contact point has chosen among them. */
  'tieBroken',
  /** Nobody voted, and the contact point has chosen. */
  'nobodyVoted',
  /** There was room for all that were on the list, so that nobody had to choose. */
  'wholeList',
  'group',
  /** Nothing was on the list. */
  'emptyList',
] as const;
export type FocusWay = (typeof focusWays)[number];

/** How the votes fell. */
export interface Tally {
  /** Parties that could vote, and that have. */
  asked: number;
  voted: number;
  /** Votes of those who were no parties any more when the votes were counted. */
  notCounted: number;
  /** By area, in the order of the list. */
  votes: readonly { id: string; votes: number }[];
}

/** The focus areas after the follow-up of a year, as they are kept. */
export interface FocusResult {
  areas: readonly FocusArea[];
  way: FocusWay;
  /** Where there was a vote. */
  tally?: Tally;
  /** Why the contact point chose as it did. */
  reason?: string;
}

/** What is on a short list as it was sent in: in its order, each with an id of its own. */
export function areasIn(answers: Answers): FocusArea[] {
  const items = answers['candidates'];
  if (!Array.isArray(items)) return [];
  return (items as readonly Answers[]).flatMap(({ area, why }, i) =>
    typeof area === 'string'
      ? [{ id: `a${i + 1}`, area, ...(typeof why === 'string' && { why }) }]
      : [],
  );
}

/** What there was to choose between, and how many. */
export interface FocusListContent {
  areas: readonly FocusArea[];
  /** How many more can be chosen. */
  room: number;
  /** What becomes of a tie, as it was when the vote began. */
  ties?: FocusAreasConfiguration['ties'];
  /** What the votes had chosen already, and how they fell; only where they left a tie. */
  chosen?: readonly FocusArea[];
  tally?: Tally;
}
