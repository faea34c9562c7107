import { z } from 'zod';
import { turnStates, wheelActs } from '../follow-up/wheel';
import { otherDayKinds } from '../follow-up/year-months';

const day = z.iso.date();

/** A year of the wheel; every day is one in Sweden, and null until it has come. */
export const turnView = z.object({
  year: z.number().int(),
  opensOn: day,
  state: z.enum(turnStates),
  /** The follow-up that the year has opened. */
  caseId: z.uuid().nullable(),
  number: z.string().nullable(),
  /** When everybody was asked. */
  askedOn: day.nullable(),
  /** The last day to answer: of a year that is planned, what it will be if it opens on its day. */
  deadline: day.nullable(),
  /** From then on answers are late. */
  closedOn: day.nullable(),
  /** When the report became final. */
  frozenOn: day.nullable(),
  publishedOn: day.nullable(),
  /** When the case was closed. */
  endedOn: day.nullable(),
});
export type TurnView = z.infer<typeof turnView>;

/** What was done to a year: `from` and `to` are the days of its opening before and after. */
export const wheelActView = z.object({
  year: z.number().int(),
  kind: z.enum(wheelActs),
  from: day,
  to: day,
  reason: z.string(),
  /** Who did it; null when nobody did, or nobody knows the name any more. */
  name: z.string().nullable(),
  at: z.iso.datetime(),
});
export type WheelActView = z.infer<typeof wheelActView>;

/** A day of something beside the follow-up itself: a forum, a last day to answer, terms that end. */
export const otherDayView = z.object({
  kind: z.enum(otherDayKinds),
  day,
  /** When it was over, before its day or after; null until then. */
  endedOn: day.nullable(),
  /** The title of a forum; the name of the group whose terms end. */
  what: z.string().nullable(),
  /** How many terms; else 1. */
  count: z.number().int(),
  caseId: z.uuid().nullable(),
  number: z.string().nullable(),
});
export type OtherDayView = z.infer<typeof otherDayView>;

/** Years oldest first, acts latest first. `today` is the day in Sweden. */
export const yearAnswer = z.object({
  turns: z.array(turnView),
  others: z.array(otherDayView),
  acts: z.array(wheelActView),
  today: day,
});
export type YearAnswer = z.infer<typeof yearAnswer>;

/** `day` is the new day of the opening, where a year is moved or restored. */
export const wheelActRequest = z.object({
  kind: z.enum(wheelActs),
  day: day.optional(),
  reason: z.string().trim().min(1).max(2000),
});
export type WheelActRequest = z.infer<typeof wheelActRequest>;
