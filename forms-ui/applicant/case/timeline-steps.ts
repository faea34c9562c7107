import type { CaseView, TimelineEvent } from '../../../domain/api/shapes';
import { foldSteps, type Folded } from '../../shared/case-file/fold-steps';

type Entry = CaseView['timeline'][number];

export type TimelineStep = Folded<Entry>;

// What the system does after a step; told under the step it belongs to.
const consequences: readonly TimelineEvent[] = ['letterSent', 'documentFiled'];

/**
 * The steps of a timeline, newest first, each with its consequences in the order they first came.
 * Entries of one moment keep the order they were recorded in.
 */
export function timelineSteps(timeline: readonly Entry[]): TimelineStep[] {
  const inOrder = [...timeline].sort((a, b) => a.at.localeCompare(b.at));
  return foldSteps(inOrder, consequences).reverse();
}

// What somebody else has done or what changes the state; the rest the page shows without a word.
const newsworthy: readonly TimelineEvent[] = [
  'reviewRequested',
  'approved',
  'refused',
  'signatureRequested',
  'signed',
  'completed',
];

/** What to tell a reader who has seen the first `seen` entries; undefined when it is nothing. */
export function latestNews(timeline: readonly Entry[], seen: number): TimelineEvent | undefined {
  return [...timeline]
    .sort((a, b) => a.at.localeCompare(b.at))
    .slice(seen)
    .map((entry) => entry.event)
    .findLast((event) => newsworthy.includes(event));
}
