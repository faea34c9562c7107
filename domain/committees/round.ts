import { parts, type CommitteeOutcome, type Order, type Part } from './committee';

/** One body's place in a circulation. */
export interface Place {
  position: number;
  part: Part;
  /** Its matter has been begun: it has got its papers. */
  begun: boolean;
  /** What it has come to; null while it is awaited. A tabled matter is awaited again. */
  outcome: CommitteeOutcome | null;
  /** The minutes of the meeting have been adjusted. */
  adjusted: boolean;
}

/**
 * How a circulation stands. `referredBack`: a body wants the matter prepared anew, and nobody else
 * needs to deal with it. `changed`: a body wants something else than was proposed, and the others are
 * to deal with that. `decided`: everybody has, and what was decided may be carried out.
 */
export type RoundStand =
  | { state: 'open'; begin: readonly number[] }
  | { state: 'referredBack' | 'changed'; by: number }
  | { state: 'decided'; outcome: CommitteeOutcome | null };

/** Whether a body wants the matter prepared anew. */
export function isReferral(outcome: CommitteeOutcome | null): boolean {
  return outcome === 'referBack' || outcome === 'referBackByThird';
}

/**
 * Reads a circulation: who is to get the papers now, or how it ended. The outcome is that of the body
 * which decides, whose minutes must be adjusted first: before that its decision has no text to carry
 * out (KL 5:69).
 * @param places in any order; `begin` names positions whose turn has come
 * @param followsChanges the first body that wants a change ends the round, so that no other deals with
 *   what is not proposed any more
 */
export function readRound(
  places: readonly Place[],
  order: Order,
  followsChanges = false,
): RoundStand {
  const sorted = [...places].sort((a, b) => a.position - b.position);
  const back = sorted.find(({ outcome }) => isReferral(outcome));
  if (back) return { state: 'referredBack', by: back.position };
  const change = sorted.find(({ outcome }) => outcome === 'supportWithChange');
  if (followsChanges && change) return { state: 'changed', by: change.position };
  const waiting = sorted.filter(({ outcome }) => !isDone(outcome));
  if (waiting.length > 0) {
    const due = turn(waiting, order);
    return { state: 'open', begin: due.filter(({ begun }) => !begun).map((p) => p.position) };
  }
  const deciding = sorted.findLast(({ part }) => part === 'decide');
  if (deciding && !deciding.adjusted) return { state: 'open', begin: [] };
  return { state: 'decided', outcome: deciding?.outcome ?? null };
}

/** Whether a body has dealt with the matter; a tabled one comes back to it. */
export function isDone(outcome: CommitteeOutcome | null): boolean {
  return outcome !== null && outcome !== 'table';
}

/** Of those who have not dealt with it, in their order, the ones whose turn it is. */
function turn(waiting: readonly Place[], order: Order): readonly Place[] {
  if (order === 'atOnce') return waiting;
  if (order === 'inOrder') return waiting.slice(0, 1);
  const [first] = [...waiting].sort((a, b) => parts.indexOf(a.part) - parts.indexOf(b.part));
  const same = waiting.filter(({ part }) => part === first?.part);
  return first?.part === 'opine' ? same : same.slice(0, 1);
}
