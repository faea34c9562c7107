import type { Localized } from '../language';
import type { Mailbox, NumberSeries } from '../municipality';

/**
 * What kind of body it is: the council decides for the municipality, the executive (kommunstyrelsen)
 * prepares what it decides, a working committee prepares for its own committee, a preparatory body
 * gives its opinion only.
 */
export const committeeKinds = [
  'council',
  'executive',
  'committee',
  'workingCommittee',
  'preparatory',
] as const;
export type CommitteeKind = (typeof committeeKinds)[number];

/** A body as the configuration begins it; what becomes of it afterwards is in the record. */
export interface CommitteeConfiguration {
  /** What stands in its diary numbers: `KFN`. */
  id: string;
  kind: CommitteeKind;
  name: Localized;
  /** The body that a working committee prepares for: what it decides is the proposal to that one. */
  preparesFor?: string;
  /** How it writes its diary numbers. */
  numbers: Pick<NumberSeries, 'separator' | 'digits'>;
  /** Who records what it decides. */
  secretary: Mailbox;
  /** Days (`YYYY-MM-DD`) of its meetings. */
  meetings: readonly string[];
}

/** What a body is to do with a matter: say what it thinks, propose to the next one, or decide. */
export const parts = ['opine', 'prepare', 'decide'] as const;
export type Part = (typeof parts)[number];

/**
 * Whose turn it is: everybody's at once, one after the other, or first all who say what they think,
 * then those who prepare one after the other, and last whoever decides.
 */
export const orders = ['atOnce', 'inOrder', 'byPart'] as const;
export type Order = (typeof orders)[number];

/** How a body has dealt with a matter. */
export const committeeOutcomes = [
  'support',
  'supportWithChange',
  'oppose',
  'approve',
  'approveWithChange',
  'refuse',
  'referBack',
  'referBackByThird',
  'table',
  'note',
] as const;
export type CommitteeOutcome = (typeof committeeOutcomes)[number];

export function isCommitteeOutcome(outcome: unknown): outcome is CommitteeOutcome {
  return committeeOutcomes.some((each) => each === outcome);
}

/**
 * What a body can come to. In the council one third of those present can have a matter referred back, which
 * no other body knows, and which is so once in a matter: where a minority has had it referred back before, a
 * simple majority is needed to do it anew (KL 5:50), which is `referBack`.
 * @param isReferredOnce one third have had the same matter referred back in an earlier round
 */
export function outcomesOf(
  kind: CommitteeKind,
  part: Part,
  { isReferredOnce = false } = {},
): CommitteeOutcome[] {
  const own: CommitteeOutcome[] =
    part === 'decide'
      ? ['approve', 'approveWithChange', 'refuse']
      : ['support', 'supportWithChange', 'oppose'];
  const byThird: CommitteeOutcome[] =
    kind === 'council' && !isReferredOnce ? ['referBackByThird'] : [];
  return [...own, 'referBack', ...byThird, 'table', 'note'];
}

/** Whether so many are enough to refer a matter back against the majority (KL 5:50). */
export function isThird(votes: number, present: number): boolean {
  return present > 0 && votes * 3 >= present;
}
