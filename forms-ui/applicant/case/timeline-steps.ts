import type { CaseView, TimelineEvent } from '../../../domain/api/shapes';

type Entry = CaseView['timeline'][number];

/** Something that happened, and what followed from it by itself: letters, documents. */
export interface TimelineStep extends Entry {
  followed: { event: TimelineEvent; count: number }[];
}

// What the system does after a step; told under the step it belongs to.
const consequences: readonly TimelineEvent[] = ['letterSent', 'documentFiled'];

/**
 * The steps of a timeline, newest first, each with its consequences in the order they first came.
 * Entries of one moment keep the order they were recorded in.
 */
export function timelineSteps(timeline: readonly Entry[]): TimelineStep[] {
  const steps: TimelineStep[] = [];
  for (const entry of [...timeline].sort((a, b) => a.at.localeCompare(b.at))) {
    const latest = steps.at(-1);
    if (latest && consequences.includes(entry.event)) countIn(latest, entry.event);
    else steps.push({ ...entry, followed: [] });
  }
  return steps.reverse();
}

function countIn(step: TimelineStep, event: TimelineEvent): void {
  const counted = step.followed.find((one) => one.event === event);
  if (counted) counted.count += 1;
  else step.followed.push({ event, count: 1 });
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
