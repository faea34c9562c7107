import type { NoticeFlaw } from './notice-flaws';
import { dayAfter, daysBetween, dueDate, noonOf } from '../calendar';

/** Days within which minutes are adjusted after the meeting (KL 5:69, 6:35). */
export const adjustmentDays = 14;
/** Days within which the adjustment is announced on the notice board (KL 8:12). */
export const announcementDays = 2;
/** Weeks from the announcement in which the decision can be taken to court (KL 13:5). */
const appealDays = 21;

/** The last day minutes of a meeting (`YYYY-MM-DD`) may be adjusted. */
export function lastDayOfAdjustment(meeting: string): string {
  return dayAfter(noonOf(meeting), adjustmentDays);
}

/** The last day to announce that minutes were adjusted on a day: the second one after it. */
export function lastDayOfAnnouncement(adjusted: string): string {
  return dayAfter(noonOf(adjusted), announcementDays);
}

/**
 * The last day on which both must have been done, by what is known of them: minutes that were adjusted
 * at the meeting are announced two days after it, all others at the latest 16.
 */
export function lastDayOfNotice({ meeting, adjusted }: NoticeDays): string {
  return lastDayOfAnnouncement(adjusted ?? lastDayOfAdjustment(meeting));
}

/** By when whoever is asked now says when that was: a decision that was recorded late leaves a working day. */
export function dayToSayNotice(days: NoticeDays, at: Date): string {
  const last = lastDayOfNotice(days);
  const soonest = dueDate(at, { workingDays: 1 });
  return last > soonest ? last : soonest;
}

/**
 * The last day to ask for a review of legality: three weeks from the day the adjustment was announced,
 * counted by calendar days (KL 13:5), moved to the next working day (lag 1930:173, 2 §).
 */
export function lastDayOfAppeal(announced: string): string {
  return dueDate(noonOf(announced), { days: appealDays });
}

/** The first day the notice may be taken down: it stays up throughout the time for appeal (KL 8:12). */
export function firstDayDown(announced: string): string {
  return dayAfter(noonOf(lastDayOfAppeal(announced)), 1);
}

/** The day a decision is final when nobody has appealed: the one after the last day of appeal. */
export function finalOn(announced: string): string {
  return firstDayDown(announced);
}

/** The days of a meeting's minutes and their notice, as far as they are known. */
export interface NoticeDays {
  meeting: string;
  adjusted?: string | undefined;
  announced?: string | undefined;
  /** Unless it has been put up again since. */
  takenDown?: string | undefined;
  /** The times it was not up, each from the day it was taken down to the one it was put up again. */
  down?: readonly { from: string; to: string }[];
}

export function noticeFlawsOf({
  meeting,
  adjusted,
  announced,
  takenDown,
  down = [],
}: NoticeDays): NoticeFlaw[] {
  const after = (day: string, last: string) => daysBetween(last, day) > 0;
  return [
    ...(adjusted && after(adjusted, lastDayOfAdjustment(meeting)) ? ['adjustedLate' as const] : []),
    ...(adjusted && announced && after(announced, lastDayOfAnnouncement(adjusted))
      ? ['announcedLate' as const]
      : []),
    ...(announced && takenDown && daysBetween(takenDown, firstDayDown(announced)) > 0
      ? ['takenDownEarly' as const]
      : []),
    // Up again the same day it was up that day.
    ...(announced && down.some(({ from, to }) => from < to && from < firstDayDown(announced))
      ? ['wasDown' as const]
      : []),
  ];
}
