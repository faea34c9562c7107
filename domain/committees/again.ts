import type { CommitteeOutcome } from './committee';
import type { DispatchPlace } from './dispatch';
import { isDone, type RoundStand } from './round';

/** A round that a matter has been through. */
export interface EarlierRound {
  /** What ended it. */
  ended: RoundStand['state'];
  places: readonly (DispatchPlace & { outcome: CommitteeOutcome | null })[];
  /** What was asked for then comes to the same as what is asked for now. */
  alike: boolean;
}

/**
 * Who deals with a matter that goes out again: everybody where it was referred back or is about
 * something else now, otherwise those who had not come to it. What the others decided holds.
 * @param all who would deal with it as it is now, each with its proposal
 */
export function placesAgain(
  all: readonly DispatchPlace[],
  earlier: EarlierRound | undefined,
): readonly DispatchPlace[] {
  if (!earlier || earlier.ended !== 'changed' || !earlier.alike) return all;
  return earlier.places
    .filter(({ outcome }) => !isDone(outcome))
    .map(({ committee, part, proposal }) => ({
      ...{ committee, part },
      proposal: all.find((each) => each.committee === committee)?.proposal ?? proposal,
    }));
}
