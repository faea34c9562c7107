import type { CommitteeOutcome, Part } from './committee';

/** What a body has come to about a matter before the next one does. */
export interface Preparation {
  outcome: CommitteeOutcome;
  part: Part | undefined;
  /** The body that it prepares matters for: a working committee does for its committee (003). */
  preparesFor: string | undefined;
}

const supports: readonly CommitteeOutcome[] = ['support', 'supportWithChange'];

/** The body whose proposal the words are, of a body that only prepares for it; undefined for all else. */
export function proposesFor({ outcome, preparesFor }: Preparation): string | undefined {
  return supports.includes(outcome) ? preparesFor : undefined;
}

/** Whether the words are proposed to the body that decides in the same round, instead of what was sent. */
export function proposesInstead({ outcome, part }: Preparation): boolean {
  return outcome === 'supportWithChange' && part === 'prepare';
}
