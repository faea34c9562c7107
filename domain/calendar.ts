import { Temporal } from '@js-temporal/polyfill';
import Holidays from 'date-holidays';

// Everyday time in Sweden. Carries holiday data and time zone rules, so workflows never import it:
// a due date is worked out in an activity and recorded (both change with new legislation).
const timeZone = 'Europe/Stockholm';
const reminderHour = 9;
const noon = 12;
const daysBeforeDeadline = 3;
const saturday = 6;

const calendar = new Holidays('SE');
const holidaysByYear = new Map<number, ReadonlySet<string>>();

/** How long somebody has, in calendar days or in working days. */
export type Span = { days: number } | { workingDays: number };

/** So many of the days that another span is counted in. */
export function alike(span: Span, count: number): Span {
  return 'days' in span ? { days: count } : { workingDays: count };
}

/**
 * The last day to answer, `YYYY-MM-DD`, counted from the day in Stockholm when the matter was
 * opened, which is not one of them. The last of calendar days moves to the next working day where
 * needed (lag 1930:173, 2 §); working days leave out Saturdays, Sundays and public holidays.
 */
export function dueDate(openedAt: Date, span: Span): string {
  return dayOf(openedAt, span).toString();
}

/** The day in Stockholm so many days after the one of an instant, `YYYY-MM-DD`. */
export function dayAfter(instant: Date, days: number): string {
  return dayIn(instant).add({ days }).toString();
}

/** The instant at which a day (`YYYY-MM-DD`) begins in Stockholm. */
export function startOfDay(date: string): Date {
  return instantOf(Temporal.PlainDate.from(date), 0);
}

/** The instant at which a day (`YYYY-MM-DD`) ends in Stockholm: what happens then is too late. */
export function endOfDay(date: string): Date {
  return instantOf(Temporal.PlainDate.from(date).add({ days: 1 }), 0);
}

/** The instant at which clocks in Stockholm show a time (`HH:MM`) on a day (`YYYY-MM-DD`). */
export function instantAt(date: string, time: string): Date {
  const day = Temporal.PlainDate.from(date);
  const local = day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) });
  return new Date(local.epochMilliseconds);
}

/** When to remind: 09:00 in Stockholm so long after the opening, always on a working day. */
export function startOfReminder(openedAt: Date, after: Span): Date {
  return instantOf(dayOf(openedAt, after), reminderHour);
}

/**
 * Reminders of a task whose deadline has moved by `days` to `deadline`: those that have gone stay as
 * they are, those to come move along, and where none is to come there is one three days before.
 */
export function movedReminders(
  remindAt: readonly number[],
  days: number,
  deadline: string,
  now: Date,
): number[] {
  const gone = remindAt.filter((at) => at <= now.getTime());
  const moved = remindAt
    .filter((at) => at > now.getTime())
    .map((at) => startOfReminder(new Date(at), { days }).getTime());
  const last = startOfReminder(noonOf(deadline), { days: -daysBeforeDeadline }).getTime();
  const coming = [...(moved.length > 0 ? moved : [last])].filter((at) => at > now.getTime());
  return [...gone, ...coming].sort((a, b) => a - b);
}

/**
 * Reminders so long before a last day (`YYYY-MM-DD`), earliest first; those whose time has been are left
 * out, and each comes on a working morning.
 */
export function remindersBefore(deadline: string, before: readonly Span[], now: Date): number[] {
  const last = Temporal.PlainDate.from(deadline);
  return before
    .map((span) => instantOf(workingDayFrom(dayBefore(last, span)), reminderHour).getTime())
    .filter((at) => at > now.getTime())
    .sort((a, b) => a - b);
}

function dayBefore(last: Temporal.PlainDate, span: Span): Temporal.PlainDate {
  if ('days' in span) return last.subtract({ days: span.days });
  let day = last;
  for (let left = span.workingDays; left > 0; left -= isWorkingDay(day) ? 1 : 0)
    day = day.subtract({ days: 1 });
  return day;
}

/** Whole days from one day (`YYYY-MM-DD`) to another; negative when that was earlier. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;
}

/** An instant on a day (`YYYY-MM-DD`), far from its beginning and its end. */
export function noonOf(date: string): Date {
  return instantOf(Temporal.PlainDate.from(date), noon);
}

/** The day in Stockholm at an instant, `YYYY-MM-DD`. */
export function stockholmDate(instant: Date): string {
  return dayIn(instant).toString();
}

function dayIn(instant: Date): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate();
}

function instantOf(day: Temporal.PlainDate, hour: number): Date {
  const local = day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from({ hour }) });
  return new Date(local.epochMilliseconds);
}

/** The working day that comes so long after an instant. */
function dayOf(instant: Date, span: Span): Temporal.PlainDate {
  const day = dayIn(instant);
  if ('days' in span) return workingDayFrom(day.add({ days: span.days }));
  let last = day;
  for (let left = span.workingDays; left > 0; left -= 1)
    last = workingDayFrom(last.add({ days: 1 }));
  return workingDayFrom(last);
}

function workingDayFrom(day: Temporal.PlainDate): Temporal.PlainDate {
  return isWorkingDay(day) ? day : workingDayFrom(day.add({ days: 1 }));
}

/** Whether a day (`YYYY-MM-DD`) is neither a Saturday, a Sunday nor a public holiday. */
export function isWorkday(date: string): boolean {
  return isWorkingDay(Temporal.PlainDate.from(date));
}

function isWorkingDay(day: Temporal.PlainDate): boolean {
  return day.dayOfWeek < saturday && !holidaysOf(day.year).has(day.toString());
}

/** Public holidays, and the eves that the act counts with them (`bank`): midsummer, Christmas, New Year. */
function holidaysOf(year: number): ReadonlySet<string> {
  const known = holidaysByYear.get(year);
  if (known) return known;
  const days = calendar
    .getHolidays(year)
    .filter(({ type }) => type === 'public' || type === 'bank')
    .map(({ date }) => date.slice(0, 'YYYY-MM-DD'.length));
  const holidays = new Set(days);
  holidaysByYear.set(year, holidays);
  return holidays;
}
