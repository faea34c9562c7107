import { putOnCalendar } from '../../database/put-on-calendar';
import { lockCase } from '../../database/repositories/case.repository';
import { openMattersOf, type Matter } from '../../database/repositories/matter.repository';
import { changeTask, tasksOfCase, type Task } from '../../database/repositories/task.repository';
import { dueDate, movedReminders, noonOf } from '../../domain/calendar';
import { giveDays, say, type Changing } from './hand-over-matters';

/** A matter of a body whose secretary is asked what it decides. */
interface Asked {
  matter: Matter;
  caseId: string;
  tasks: Task[];
}

/** Matters that stand on a meeting's list, or on none, and are still to be decided; their cases are locked. */
export async function mattersOn(changing: Changing, meetingId: string | null): Promise<Asked[]> {
  const { tx, municipalityId, committee } = changing;
  const found: Asked[] = [];
  for (const matter of await openMattersOf(tx, municipalityId, committee.id)) {
    const { case_id: caseId } = matter;
    if (matter.meeting_id !== meetingId || caseId === null) continue;
    // An answer that is being taken comes before: what it decides is on no list any more.
    await lockCase(tx, municipalityId, caseId);
    const all = await tasksOfCase(tx, municipalityId, caseId);
    const tasks = all.filter(({ kind, state }) => kind === 'decide' && state === 'open');
    if (tasks.length > 0) found.push({ matter, caseId, tasks });
  }
  return found;
}

/** The days of whoever records the matter move with its meeting; they are told by the timeline. */
export async function moveMatter(
  changing: Changing,
  { matter, tasks }: Asked,
  days: number,
): Promise<void> {
  const { tx, municipalityId, now } = changing;
  for (const task of days === 0 ? [] : tasks) {
    const deadline = dueDate(noonOf(task.deadline), { days });
    const remind_at = movedReminders(task.remind_at, days, deadline, now);
    await changeTask(tx, municipalityId, task.id, { deadline, remind_at });
  }
  await say(changing, matter, 'meetingMoved');
}

/**
 * A matter without a meeting goes to the next one it can come up at, and its days are counted from that.
 * Where there is none it keeps the days it had, and its case calls for somebody.
 */
export async function putOnNext(changing: Changing, { matter, caseId, tasks }: Asked) {
  const { tx, now } = changing;
  const before = matter.meeting_id;
  const meeting = await putOnCalendar(tx, matter, { caseId, at: now });
  if (!meeting) {
    if (before !== null) await say(changing, matter, 'meetingMissing');
    return;
  }
  for (const task of tasks) await giveDays(changing, task, noonOf(meeting.day));
  await say(changing, matter, 'meetingGiven');
}
