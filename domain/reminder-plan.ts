import type { OpenedTask } from './process';

/** A moment at which a task that is still open makes itself heard. */
export interface Moment {
  kind: 'reminder' | 'overdue';
  /** From 1 within its kind. */
  ordinal: number;
  /** Milliseconds since 1970. */
  at: number;
}

/** Unlike any other moment's, also after the deadline has been moved. */
export function momentKey(task: OpenedTask, { kind, ordinal }: Moment): string {
  const from = kind === 'overdue' ? `/${task.deadlineAt}` : '';
  return `${task.id}/${kind}${from}/${ordinal}`;
}

const week = 7 * 24 * 3600 * 1000;

/** The latest moment that has come by `now`; earlier ones that were missed together are not made up for. */
export function momentDue(task: OpenedTask, now: number): Moment | undefined {
  if (now >= task.deadlineAt) return overdueMoment(task, now);
  const passed = remindersBeforeDeadline(task).filter((moment) => moment.at <= now);
  return passed.at(-1);
}

/** The next moment after `now`. There always is one: an open task is never forgotten. */
export function nextMoment(task: OpenedTask, now: number): Moment {
  const reminder = remindersBeforeDeadline(task).find((moment) => moment.at > now);
  if (reminder) return reminder;
  if (now < task.deadlineAt) return overdueMoment(task, task.deadlineAt);
  return overdueMoment(task, overdueMoment(task, now).at + week);
}

function remindersBeforeDeadline(task: OpenedTask): Moment[] {
  return task.remindAt
    .filter((at) => at < task.deadlineAt)
    .map((at, i) => ({ kind: 'reminder', ordinal: i + 1, at }));
}

/** After the deadline once a week: who must act is told again until the task is answered. */
function overdueMoment(task: OpenedTask, now: number): Moment {
  const weeks = Math.floor((now - task.deadlineAt) / week);
  return { kind: 'overdue', ordinal: weeks + 1, at: task.deadlineAt + weeks * week };
}
