import type { Tx } from '../../database/database';
import type { Case } from '../../database/repositories/case.repository';
import {
  eventsOfTasks,
  type CommitteeDecision,
} from '../../database/repositories/decision.repository';
import { changeTask, tasksOfCase, type Task } from '../../database/repositories/task.repository';
import { timesUntil } from '../../domain/asking/times';
import { noticeDaysOf } from '../../domain/committees/decision';
import { dayToSayNotice } from '../../domain/committees/notice';
import type { Municipality } from '../../domain/municipality';
import { latestDecision } from './record-decision';
import { storeAnswer, type AnsweringContext } from './answer-task';

interface Tending {
  municipality: Municipality;
  /** The body's own, locked. */
  current: Case;
  decision: CommitteeDecision;
  /** The subject of the official. */
  by: string;
  at: Date;
}

/**
 * What follows for the question about the days of the minutes when something was recorded of the
 * decision without it, or corrected: once both are known it is answered, and one of them moves its last day.
 * @returns whether that answered it
 */
export async function tendMinutes(
  tx: Tx,
  context: AnsweringContext,
  { municipality, current, decision, by, at }: Tending,
): Promise<boolean> {
  const tasks = await tasksOfCase(tx, municipality.id, current.id);
  const asked = tasks.find(({ kind, state }) => kind === 'minutes' && state === 'open');
  // What was tabled before has no notice of its own to wait for.
  if (!asked || (await latestDecision(tx, asked)).task_id !== decision.task_id) return false;
  const events = await eventsOfTasks(tx, municipality.id, [decision.task_id]);
  const days = noticeDaysOf(decision.meeting_day, events);
  const { adjusted: adjustedOn, announced: announcedOn } = days;
  if (adjustedOn !== undefined && announcedOn !== undefined) {
    const form = context.forms.get(asked.form_reference);
    const answers = { adjustedOn, announcedOn };
    await storeAnswer(tx, context, asked, {
      ...{ form, answers, at, identifiedBy: 'signIn', enteredBy: by },
    });
    return true;
  }
  await moveLastDay(tx, municipality, asked, dayToSayNotice(days, at), at);
  return false;
}

async function moveLastDay(
  tx: Tx,
  municipality: Municipality,
  { id, deadline, remind_at: planned }: Task,
  day: string,
  at: Date,
): Promise<void> {
  const asks = municipality.processes['committeeMatter']?.tasks['minutes'];
  if (!asks) throw new Error('task.unconfigured');
  const times = timesUntil(day, at, asks);
  if (times.deadline === deadline) return;
  // Reminders that have gone out keep their places: the next one is not taken for the first.
  const gone = planned.filter((moment) => moment <= at.getTime());
  await changeTask(tx, municipality.id, id, { ...times, remind_at: [...gone, ...times.remind_at] });
}
