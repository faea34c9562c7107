import { z } from 'zod';
import { forumKinds } from '../forum/forum';
import { languages } from '../language';

const day = z.iso.date();

/** A dialogue forum as everybody may read of it; times are `HH:MM` in Sweden. */
export const forumItem = z.object({
  caseId: z.uuid(),
  title: z.string(),
  day,
  begins: z.string(),
  ends: z.string(),
  place: z.string(),
  link: z.string(),
  state: z.enum(['coming', 'held', 'cancelled']),
  kind: z.enum(forumKinds),
  /** The case of the first agreement that it is part of. */
  within: z.uuid().nullable(),
});
export type ForumItem = z.infer<typeof forumItem>;

/** Those to come first, the nearest first; then those that have been, the latest first. */
export const forumsAnswer = z.object({ forums: z.array(forumItem) });
export type ForumsAnswer = z.infer<typeof forumsAnswer>;

/** `notes` is null until they are written; `file` names a presentation. */
export const forumView = forumItem.extend({
  number: z.string(),
  agenda: z.string(),
  languages: z.string(),
  access: z.string(),
  nonDiscrimination: z.boolean(),
  facilitator: z.string(),
  /** Whether one can say that one comes. */
  registration: z.boolean(),
  notes: z
    .object({
      attended: z.string(),
      text: z.string(),
      decisions: z.array(z.object({ decision: z.string(), who: z.string() })),
      nonDiscrimination: z.string(),
      presentations: z.array(z.object({ id: z.uuid(), name: z.string(), size: z.number().int() })),
      /** The PDF is made shortly after. */
      hasDocument: z.boolean(),
    })
    .nullable(),
});
export type ForumView = z.infer<typeof forumView>;

/** The answers of `forum-registration`. */
export const registrationRequest = z.object({ answers: z.record(z.string(), z.unknown()) });
export type RegistrationRequest = z.infer<typeof registrationRequest>;

/** Somebody who has said that they come. */
export const registrationView = z.object({
  name: z.string(),
  email: z.string(),
  organisation: z.string().nullable(),
  /** The language that they read. */
  language: z.enum(languages),
  needs: z.string().nullable(),
  interpretation: z.string().nullable(),
});

/** What the desk knows of a forum beside its case. */
export const deskForumView = z.object({
  /** Whether it can still be announced anew. */
  changeable: z.boolean(),
  /** Whether organisations can sign there: not where there is nothing to sign yet. */
  signable: z.boolean(),
  registrations: z.array(registrationView),
  /** Organisations that signed there, each in a case of its own. */
  signed: z.array(z.object({ caseId: z.uuid(), number: z.string(), name: z.string() })),
});
export type DeskForumView = z.infer<typeof deskForumView>;

/** The forums, and what those of each year cost: by budget line, in whole kronor, latest year first. */
export const deskForumsAnswer = z.object({
  forums: z.array(forumItem),
  /** Whether the municipality can begin the way to a first agreement now. */
  firstAgreement: z.boolean(),
  costs: z.array(
    z.object({
      year: z.number().int(),
      lines: z.array(z.object({ line: z.string(), budget: z.number(), cost: z.number() })),
    }),
  ),
});
export type DeskForumsAnswer = z.infer<typeof deskForumsAnswer>;
