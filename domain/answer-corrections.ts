import type { TaskKind, TaskOutcome } from './process';

/** What officials answer after signing in that the desk shows as a record, and that can be corrected. */
export const recordedKinds = [
  'report',
  'verify',
  'appraise',
] as const satisfies readonly TaskKind[];
export type RecordedKind = (typeof recordedKinds)[number];

interface Answered {
  id: string;
  kind: string;
  submission_id: string | null;
  outcome: TaskOutcome | null;
}

function isRecorded(kind: string): kind is RecordedKind {
  return (recordedKinds as readonly string[]).includes(kind);
}

/** The answered questions of those kinds, in the order they were asked. */
export function recordedAnswers<T extends Answered>(
  tasks: readonly T[],
): (T & { kind: RecordedKind; submission_id: string })[] {
  return tasks.filter((task): task is T & { kind: RecordedKind; submission_id: string } =>
    Boolean(isRecorded(task.kind) && task.submission_id),
  );
}

/**
 * Whether an answer can be corrected: the last of its kind. A controller's yes to a transfer can as long as the
 * transfer goes on and is not being checked anew; a no has ended it, and questions have been answered.
 */
export function mayBeCorrected(
  { id, kind, outcome }: Answered,
  { tasks, isOpen }: { tasks: readonly Answered[]; isOpen: boolean },
): boolean {
  const last = recordedAnswers(tasks).findLast((each) => each.kind === kind);
  if (last?.id !== id) return false;
  const isAskedAnew = tasks.findLast((each) => each.kind === kind)?.id !== id;
  return kind !== 'verify' || (isOpen && outcome === 'approve' && !isAskedAnew);
}
