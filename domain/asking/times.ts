import { alike, dueDate, noonOf, remindersBefore, startOfReminder } from '../calendar';
import type { TaskTimes } from '../municipality';

export interface Times {
  /** `YYYY-MM-DD` */
  deadline: string;
  /** Milliseconds since 1970. */
  remind_at: number[];
}

/** The last day to answer, and when to remind, for somebody who is asked now. */
export function timesFrom(at: Date, { answerWithin, remindAfter }: TaskTimes): Times {
  return {
    deadline: dueDate(at, answerWithin),
    remind_at: remindAfter.map((count) =>
      startOfReminder(at, alike(answerWithin, count)).getTime(),
    ),
  };
}

/** The same for somebody who has until a day: reminders come as long before it as they otherwise do. */
export function timesUntil(day: string, at: Date, { answerWithin, remindAfter }: TaskTimes): Times {
  const deadline = dueDate(noonOf(day), { days: 0 });
  const usual = 'days' in answerWithin ? answerWithin.days : answerWithin.workingDays;
  const before = remindAfter.map((count) => alike(answerWithin, usual - count));
  return { deadline, remind_at: remindersBefore(deadline, before, at) };
}
