import { z } from 'zod';
import { groupChanges, groupRoles, groupSides } from '../groups/member';

const day = z.iso.date();

/** A term in a group; `from` is null where it is not known when it began. */
export const groupMemberView = z.object({
  id: z.uuid(),
  side: z.enum(groupSides),
  represents: z.string(),
  name: z.string(),
  email: z.string(),
  shared: z.boolean(),
  role: z.enum(groupRoles),
  from: day,
  to: day.nullable(),
  position: z.number().int(),
  substituteFor: z.uuid().nullable(),
  replaces: z.uuid().nullable(),
  seatClosed: z.boolean(),
});

/** What was done to a group. `day` is the first or the last day, by the kind of act. */
export const groupActView = z.object({
  kind: z.enum(groupChanges),
  member: z.string(),
  day: day.nullable(),
  reason: z.string(),
  /** Who did it; null where nobody knows the name any more. */
  name: z.string().nullable(),
  at: z.iso.datetime(),
});
export type GroupActView = z.infer<typeof groupActView>;

/**
 * A group with everybody who sat, sits or is to sit there, and what was done to it, latest first. `quorum` is
 * how many must answer what most are needed for; `today` is the day in Sweden.
 */
export const groupView = z.object({
  id: z.string(),
  name: z.string(),
  quorum: z.number().int(),
  today: day,
  members: z.array(groupMemberView),
  acts: z.array(groupActView),
});
export type GroupView = z.infer<typeof groupView>;

export const groupsAnswer = z.object({ groups: z.array(groupView) });
export type GroupsAnswer = z.infer<typeof groupsAnswer>;

export const groupChangeRequest = z.object({
  kind: z.enum(groupChanges),
  answers: z.record(z.string(), z.unknown()),
});
export type GroupChangeRequest = z.infer<typeof groupChangeRequest>;
