import { earlierLine } from '../../database/earlier-line';
import { decisionsOfCases } from '../../database/repositories/decision.repository';
import {
  circulationsOf,
  mattersOf,
  type Matter,
} from '../../database/repositories/matter.repository';
import { getSubmission } from '../../database/repositories/submission.repository';
import { proposesFor, proposesInstead } from '../../domain/committees/proposing';
import type { Recording } from './record-steps';

/** What another body has decided about a matter before it comes to the next one. */
export interface EarlierDecision {
  /** Its id. */
  decision: string;
  /** As it stands among the documents that the next body decides on. */
  line: string;
  wording: string;
  /** The body whose proposal it is: a working committee prepares for its committee (003). */
  isFor: string | undefined;
  /** It is what a body proposes in the same round instead of what was sent, to the one that decides. */
  proposesInstead: boolean;
}

/** What bodies have decided about a body's matter before its turn came, in the order they decided. */
export async function earlierDecisions(
  recording: Recording,
  matter: Matter,
): Promise<EarlierDecision[]> {
  const { tx, municipality, current, processes } = recording;
  const places = new Map<string, Matter>();
  for (const { round_key: round } of await circulationsOf(tx, municipality.id, current.id)) {
    const matters = await mattersOf(tx, municipality.id, { caseId: current.id, round });
    for (const each of matters) if (each.case_id !== null) places.set(each.case_id, each);
  }
  const decisions = await decisionsOfCases(tx, municipality.id, [...places.keys()]);
  const found: EarlierDecision[] = [];
  for (const each of decisions.filter(({ outcome }) => outcome !== 'table')) {
    const { committee: id, outcome } = each;
    const { answers } = await getSubmission(tx, municipality.id, each.submission_id);
    const own = municipality.committees?.find((committee) => committee.id === id);
    // What a transfer comes to is in its request, not in anybody's words.
    const place = places.get(each.case_id);
    const ofWords = !processes.get(current.process).followsChanges;
    const preparation = { outcome, part: place?.part, preparesFor: own?.preparesFor };
    const isSameRound = place?.round_key === matter.round_key;
    found.push({
      decision: each.id,
      line: await earlierLine(tx, municipality, each),
      wording: typeof answers['wording'] === 'string' ? answers['wording'] : matter.proposal,
      isFor: ofWords ? proposesFor(preparation) : undefined,
      proposesInstead: ofWords && isSameRound && proposesInstead(preparation),
    });
  }
  return found;
}
