import { address } from '../asking/address';
import type { TaskStand } from '../asking/stand';
import { sitsOn, termOf, type GroupMember } from './member';
import { successorOf } from './seats';

/** A question to a group's member, as these rules see it. */
export type GroupTask = Pick<TaskStand, 'id' | 'state' | 'position' | 'passedOn'> & {
  email: string;
};

/** A question goes on: to whom, or to nobody, so that the others answer without. */
export interface Handing {
  task: string;
  to: GroupMember | null;
}

/**
 * What of a round is in the wrong hands on a day: questions of those who sit in the group no more and
 * have not answered go to whoever sits there now. One that went to nobody goes to whoever has taken the
 * seat since. Others who have joined are not asked: a round is of those who sat there when it began.
 *
 * @param named addresses that the application names: whose matter it is
 */
export function handings(
  tasks: readonly GroupTask[],
  members: readonly GroupMember[],
  day: string,
  named: ReadonlySet<string>,
): Handing[] {
  const asked = tasks
    .filter(({ passedOn }) => passedOn !== 'left')
    .map(({ email }) => address(email));
  const excluded = new Set([...named, ...asked]);
  const found: Handing[] = [];
  for (const task of tasks) {
    const term = termOf(members, task.email, day);
    if (!term || sitsOn(term, day)) continue;
    const isAwaited = task.state === 'open' || task.state === 'waiting';
    if (!isAwaited && !isLeftToNobody(task, tasks)) continue;
    const to = successorOf(members, term, day, excluded) ?? null;
    if (to) excluded.add(address(to.email));
    if (to || isAwaited) found.push({ task: task.id, to });
  }
  return found;
}

function isLeftToNobody(task: GroupTask, tasks: readonly GroupTask[]): boolean {
  const seat = tasks.filter(({ position }) => position === task.position);
  return (
    task.passedOn === 'left' &&
    seat.findLast(({ passedOn }) => passedOn === 'left')?.id === task.id &&
    seat.every(({ state }) => state === 'passedOn')
  );
}

/** The last day of somebody who sits in a group on a day; undefined where no end is known. */
export function lastDayOf(
  members: readonly GroupMember[],
  email: string,
  day: string,
): string | undefined {
  const term = termOf(members, email, day);
  return term && sitsOn(term, day) ? (term.to ?? undefined) : undefined;
}
