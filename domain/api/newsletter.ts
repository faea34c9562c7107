import { z } from 'zod';
import { languages } from '../language';

const language = z.enum(languages);

/** The answers of `newsletter-subscription`. */
export const subscriptionRequest = z.object({ answers: z.record(z.string(), z.unknown()) });

/** The token of a mailed link. */
export const subscriberToken = z.object({ token: z.string().max(200) });

/** The newsletters that were sent, latest first; `offered` says whether one can subscribe. */
export const newslettersAnswer = z.object({
  offered: z.boolean(),
  newsletters: z.array(
    z.object({ caseId: z.uuid(), subject: z.string(), language, publishedOn: z.iso.date() }),
  ),
});
export type NewslettersAnswer = z.infer<typeof newslettersAnswer>;

/** A newsletter in the language asked for, or in Swedish where it has no other. */
export const newsletterView = z.object({
  caseId: z.uuid(),
  language,
  subject: z.string(),
  lead: z.string(),
  sections: z.array(z.object({ heading: z.string(), text: z.string() })),
  publishedOn: z.iso.date(),
  /** The follow-up whose report it tells of. */
  report: z.uuid().nullable(),
  /** The PDF is made shortly after. */
  hasDocument: z.boolean(),
});
export type NewsletterView = z.infer<typeof newsletterView>;

/** What the desk knows of those who subscribe: how many, never who. */
export const deskNewsletterAnswer = z.object({
  subscribers: z.array(
    z.object({ language, count: z.number().int(), unreached: z.number().int() }),
  ),
  newsletters: newslettersAnswer.shape.newsletters,
});
export type DeskNewsletterAnswer = z.infer<typeof deskNewsletterAnswer>;

export const removalRequest = z.object({ email: z.string().max(320) });
export type RemovalRequest = z.infer<typeof removalRequest>;

export const removalAnswer = z.object({ removed: z.boolean() });
export type RemovalAnswer = z.infer<typeof removalAnswer>;
