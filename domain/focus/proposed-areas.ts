import { canBeToldApart, smallestGroup } from '../follow-up/small-groups';
import type { Side } from '../follow-up/respondent';
import type { Answer } from '../forms/types';

/** What somebody has proposed in their answer to the follow-up, and for which side. */
export interface Proposing {
  side: Side;
  proposals: Answer | undefined;
}

/** An area that was proposed, and by how many. */
export interface ProposedArea {
  area: string;
  /** Every reason that was given, once each. */
  reasons: readonly string[];
  support: Support;
}

/** Who proposed it, as far as that says nothing of a few; see `small-groups`. */
export type Support =
  | { known: 'few' }
  | { known: 'all'; all: number }
  | ({ known: 'sides'; all: number } & Record<Side, number>);

/**
 * What was proposed, each area once and the most proposed first: however it is spelled in capitals and
 * spaces, it is the same area, and whoever proposes it twice has done so once.
 */
export function proposedAreas(answers: readonly Proposing[]): ProposedArea[] {
  const found = new Map<string, { spelled: string[]; reasons: Set<string>; sides: Side[] }>();
  for (const { side, proposals } of answers) {
    const own = new Set<string>();
    for (const { area, why } of itemsIn(proposals)) {
      const key = sameArea(area);
      if (key === '') continue;
      const known = found.get(key) ?? { spelled: [], reasons: new Set(), sides: [] };
      found.set(key, known);
      known.spelled.push(area);
      if (why !== undefined) known.reasons.add(why);
      if (!own.has(key)) known.sides.push(side);
      own.add(key);
    }
  }
  return [...found.entries()]
    .toSorted(([one, a], [other, b]) => b.sides.length - a.sides.length || (one < other ? -1 : 1))
    .map(([, { spelled, reasons, sides }]) => ({
      area: spelled.toSorted()[0] ?? '',
      reasons: [...reasons].toSorted(),
      support: supportOf(sides),
    }));
}

function supportOf(by: readonly Side[]): Support {
  const all = by.length;
  if (all < smallestGroup) return { known: 'few' };
  const sector = by.filter((side) => side === 'sector').length;
  const municipality = all - sector;
  return canBeToldApart([sector, municipality])
    ? { known: 'sides', all, sector, municipality }
    : { known: 'all', all };
}

function sameArea(area: string): string {
  return area
    .toLocaleLowerCase('sv')
    .replace(/[.!,;:]+$/u, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

function itemsIn(answer: Answer | undefined): { area: string; why?: string }[] {
  if (!Array.isArray(answer)) return [];
  return (answer as readonly Record<string, unknown>[]).flatMap(({ area, why }) =>
    typeof area === 'string' ? [{ area, ...(typeof why === 'string' && { why }) }] : [],
  );
}
