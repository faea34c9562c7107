import type { CommitteeOutcome } from '../committees/committee';
import { boundAnswer } from '../forms/fields';
import type { AmountsAnswer, Answers, FormDefinition } from '../forms/types';
import { sumOf } from '../money';
import { transferEntries, type Between, type Entry } from './posting';

/** What a decided transfer moves in one year. It stays planned until that year's budget is adopted. */
export interface PlannedYear extends Between {
  year: number;
  /** The whole of the year, in öre. */
  ore: number;
  lines: readonly { name: string; ore: number }[];
}

/** What a request for a transfer asks for, by the names its form has bound. */
export function requestedTransfer(
  form: FormDefinition,
  answers: Answers,
): (Between & { amounts: AmountsAnswer }) | undefined {
  const giver = boundAnswer(form, 'givingCommittee', answers);
  const receiver = boundAnswer(form, 'receivingCommittee', answers);
  const amounts = boundAmounts(form, answers);
  return giver === undefined || receiver === undefined || !amounts
    ? undefined
    : { giver, receiver, amounts };
}

/** Which decision a transfer rests on, and of which version of its request, from 1. */
export interface Resting {
  outcome: CommitteeOutcome;
  /** The version that the body had before it. */
  version: number;
  /** The version there is now. */
  current: number;
}

/**
 * Whether money may move on a decision: it was about these very sums, or changed them and the request
 * has been adjusted to that since.
 */
export function carries({ outcome, version, current }: Resting): boolean {
  if (outcome === 'approve') return version === current;
  return outcome === 'approveWithChange' && version < current;
}

/** The lines by years of a form that asks for amounts. */
export function boundAmounts(form: FormDefinition, answers: Answers): AmountsAnswer | undefined {
  const id = form.bindings.amounts;
  return id === undefined ? undefined : (answers[id] as AmountsAnswer | undefined);
}

/** A transfer year by year; years of nothing are left out. */
export function planOf(amounts: AmountsAnswer, between: Between): PlannedYear[] {
  return amounts.years.flatMap((year) => {
    const received = transferEntries(amounts, between, year).filter(({ ore }) => ore > 0);
    if (received.length === 0) return [];
    const lines = received.map(({ line, ore }) => ({ name: line, ore }));
    return [{ ...between, year, ore: sumOf(lines.map(({ ore }) => ore)), lines }];
  });
}

/** The entries that post a planned year. */
export function plannedEntries({ giver, receiver, year, lines }: PlannedYear): Entry[] {
  return lines.flatMap(({ name: line, ore }) => [
    { committee: giver, year, ore: -ore, line, counterpart: receiver },
    { committee: receiver, year, ore, line, counterpart: giver },
  ]);
}

/** What the giver has in the year of a plan. */
export interface Cover {
  /** Whether a budget has been adopted. */
  decided: boolean;
  /** What is left of it, in öre. */
  ore: number;
}

export const planStates = ['planned', 'ready', 'short', 'posted', 'reversed', 'dropped'] as const;
export type PlanState = (typeof planStates)[number];

/**
 * Where a planned year stands: waiting for its budget, ready to be posted, short of what is planned,
 * posted, taken back again, or not to be carried out any more; and how many öre are missing where it is
 * short.
 */
export function planState(
  planned: Pick<PlannedYear, 'ore'>,
  cover: Cover,
  ended?: 'posted' | 'reversed' | 'dropped',
): { state: PlanState; missing: number } {
  if (ended) return { state: ended, missing: 0 };
  if (!cover.decided) return { state: 'planned', missing: 0 };
  const missing = Math.max(0, planned.ore - Math.max(0, cover.ore));
  return { state: missing === 0 ? 'ready' : 'short', missing };
}

/** The code of what waits until a court lets the decision apply that money rests on. */
export const stoppedByCourt = 'transfer.stopped';

/** Nothing more is to be posted of a year. */
export function isOver({ state }: { state: PlanState }): boolean {
  return state === 'posted' || state === 'reversed' || state === 'dropped';
}

/**
 * What becomes of a decided transfer that somebody ends: the years that nothing has been posted of are
 * dropped; those that have been posted are never forgotten, and keep it going until they are settled.
 */
export function whatEnds(years: readonly { year: number; state: PlanState }[]): {
  dropped: number[];
  kept: number[];
} {
  return {
    dropped: years.filter((each) => !isOver(each)).map(({ year }) => year),
    kept: years.filter(({ state }) => state === 'posted').map(({ year }) => year),
  };
}
