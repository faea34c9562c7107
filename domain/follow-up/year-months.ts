import { actOnTurn, wheelActs, type Turn, type WheelActKind } from './wheel';

/** Whether something has been, is, or comes. */
export type When = 'past' | 'now' | 'coming';

/** A year of the wheel with the days of what has become of it, each null until it has come. */
export interface FollowedTurn extends Turn {
  caseId: string | null;
  number: string | null;
  askedOn: string | null;
  deadline: string | null;
  closedOn: string | null;
  frozenOn: string | null;
  publishedOn: string | null;
  endedOn: string | null;
}

/** What happens on a day beside the follow-up itself. */
export const otherDayKinds = ['forum', 'voteDeadline', 'planDeadline', 'termsEnd'] as const;

/** A day of something beside the follow-up itself: a forum, a last day to answer, terms that end. */
export interface OtherDay {
  kind: (typeof otherDayKinds)[number];
  /** `YYYY-MM-DD` */
  day: string;
  /** When it was over, where that has been; nobody waits for a last day after that. */
  endedOn: string | null;
  /** The title of a forum; the name of the group whose terms end. */
  what: string | null;
  /** How many terms; else 1. */
  count: number;
  caseId: string | null;
  number: string | null;
}

/** What the wheel's page tells of a day, in the order in which they come on the same one. */
export const yearEvents = [
  'skipped',
  'opens',
  'asked',
  'deadline',
  'preliminaryDeadline',
  'closed',
  'final',
  'published',
  'endedWithout',
  ...otherDayKinds,
] as const;
export type YearEventName = (typeof yearEvents)[number];

export interface YearEvent {
  /** `YYYY-MM-DD` */
  day: string;
  name: YearEventName;
  when: When;
  /** The year of the follow-up it belongs to; of anything else, the year of the day. */
  year: number;
  /** Where it is read of, if anywhere. */
  caseId: string | null;
  number: string | null;
  what: string | null;
  count: number;
}

export interface YearMonth {
  /** `YYYY-MM` */
  month: string;
  when: When;
  events: readonly YearEvent[];
}

/**
 * This year and the next as months, each with what happened in it or will; a month of the year after
 * comes along only where something of a follow-up is to happen by then.
 *
 * @param today `YYYY-MM-DD`
 */
export function monthsOf(
  turns: readonly FollowedTurn[],
  today: string,
  others: readonly OtherDay[] = [],
): YearMonth[] {
  const thisYear = yearOf(today);
  const events = [
    ...turns.flatMap((turn) => eventsOf(turn, today)),
    ...others.filter(({ day }) => yearOf(day) <= thisYear + 1).flatMap(otherEvent(today)),
  ].sort(
    (a, b) => compare(a.day, b.day) || yearEvents.indexOf(a.name) - yearEvents.indexOf(b.name),
  );
  const last = [`${thisYear + 1}-12`, ...events.map(({ day }) => monthOf(day))].sort().at(-1) ?? '';
  return monthsFrom(thisYear, last).map((month) => ({
    month,
    when: whenOf(month, monthOf(today)),
    events: events.filter(({ day }) => monthOf(day) === month),
  }));
}

function monthsFrom(year: number, last: string): string[] {
  const months: string[] = [];
  for (let i = 0; ; i += 1) {
    const number = String((i % 12) + 1).padStart(2, '0');
    const month = `${year + Math.floor(i / 12)}-${number}`;
    if (month > last) return months;
    months.push(month);
  }
}

function eventsOf(turn: FollowedTurn, today: string): YearEvent[] {
  return daysOf(turn).flatMap(([name, day]) =>
    day === null ? [] : [{ ...ofTurn(turn), day, name, when: whenOf(day, today) }],
  );
}

function ofTurn({ year, caseId, number }: FollowedTurn) {
  return { year, caseId, number, what: null, count: 1 };
}

function otherEvent(today: string) {
  return ({ kind: name, endedOn, ...other }: OtherDay): YearEvent[] => {
    const { day } = other;
    if (endedOn !== null && endedOn < day) return [];
    return [{ ...other, name, when: whenOf(day, today), year: yearOf(day) }];
  };
}

function daysOf(turn: FollowedTurn): [YearEventName, string | null][] {
  const { state, opensOn, deadline } = turn;
  if (state === 'skipped') return [['skipped', opensOn]];
  if (state === 'planned') {
    return [
      ['opens', opensOn],
      ['preliminaryDeadline', deadline],
    ];
  }
  const { askedOn, closedOn, frozenOn, publishedOn, endedOn } = turn;
  const closedBefore = closedOn !== null && deadline !== null && closedOn < deadline;
  return [
    ['asked', askedOn],
    // Nobody waits for a last day when the answers were closed before it.
    ['deadline', closedBefore ? null : deadline],
    ['closed', closedOn],
    ['final', frozenOn],
    ['published', publishedOn],
    ['endedWithout', publishedOn === null ? endedOn : null],
  ];
}

/** What can be done to a year today, on some day that is still to choose where it takes one. */
export function possibleActs(turn: Turn, today: string): WheelActKind[] {
  const lastDay = `${turn.year + 1}-01-31`;
  const alone = { today, turns: [] };
  return wheelActs.filter((kind) => 'turn' in actOnTurn(turn, { kind, day: lastDay }, alone));
}

function whenOf(day: string, today: string): When {
  if (day === today) return 'now';
  return day < today ? 'past' : 'coming';
}

function yearOf(day: string): number {
  return Number(day.slice(0, 'YYYY'.length));
}

function monthOf(day: string): string {
  return day.slice(0, 'YYYY-MM'.length);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
