import type { Answers } from '../forms/types';

/** What a budget line has for a year and what the forums of the year cost, in whole kronor. */
export interface LineCost {
  /** Empty for costs that nobody has said the line of. */
  line: string;
  budget: number;
  cost: number;
}

/** A cost as an announcement states it. */
interface Cost {
  line: string;
  kronor: number;
}

/** What the announcement of a forum says that it costs. */
export function costsIn(answers: Answers): Cost[] {
  const text = (id: string) => (typeof answers[id] === 'string' ? answers[id] : '');
  return [
    { line: text('facilitatorLine'), kronor: Number(text('facilitatorCost')) },
    { line: text('otherLine'), kronor: Number(text('otherCost')) },
  ].filter(({ kronor }) => kronor > 0);
}

/**
 * The lines of a year with what forums cost on each; lines with a budget first, in their order. A line
 * that is named by several transfers has the sum of them.
 */
export function costsByLine(
  budget: readonly { line: string; kronor: number }[],
  costs: readonly Cost[],
): LineCost[] {
  const lines = [...new Set([...budget, ...costs].map(({ line }) => line))];
  const sumOn = (of: readonly Cost[], wanted: string) =>
    of.filter(({ line }) => line === wanted).reduce((sum, { kronor }) => sum + kronor, 0);
  return lines.map((line) => ({ line, budget: sumOn(budget, line), cost: sumOn(costs, line) }));
}
