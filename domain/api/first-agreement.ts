import { z } from 'zod';
import { firstAgreementSteps } from '../first-agreement/steps';
import { surveyQuestions } from '../forms/definitions/first-agreement-survey';
import { languages } from '../language';
import { forumItem } from './forum';

const day = z.iso.date();

/** Where the work stands: a step is done, under way, to come, or was left out because the work was ended. */
const steps = z.array(
  z.object({
    id: z.enum(firstAgreementSteps),
    state: z.enum(['done', 'now', 'next', 'left']),
  }),
);

const said = z.object({ who: z.string().nullable(), late: z.boolean(), text: z.string() });

/** The survey question by question; those who were invited apart from all others. */
export const compilationView = z.object({
  asked: z.number().int(),
  answered: z.number().int(),
  late: z.number().int(),
  open: z.number().int(),
  questions: z.array(
    z.object({ id: z.enum(surveyQuestions), invited: z.array(said), others: z.array(said) }),
  ),
});
export type CompilationView = z.infer<typeof compilationView>;

/** The way to a first agreement as everybody may read of it. */
export const firstAgreementView = z.object({
  caseId: z.uuid(),
  number: z.string(),
  title: z.string(),
  body: z.string(),
  decidedOn: day,
  paragraph: z.string(),
  commission: z.string(),
  contact: z.object({ name: z.string(), email: z.string() }),
  ended: z.boolean(),
  steps,
  /** Until when the survey is thought to be open, before it has opened; empty where nobody has said. */
  surveyUntil: z.string(),
  meetings: z.array(forumItem.extend({ hasNotes: z.boolean() })),
  /** The last day of the survey while anybody can answer it. */
  surveyOpenUntil: day.nullable(),
  /** Once the survey has closed. */
  compilation: compilationView.nullable(),
  hasCompilationDocument: z.boolean(),
  /** Once it is handed over; `file` names the file that has its text, if one has. */
  draft: z
    .object({
      summary: z.string(),
      met: z.string(),
      text: z.string().nullable(),
      file: z.object({ name: z.string(), size: z.number().int() }).nullable(),
      hasDocument: z.boolean(),
    })
    .nullable(),
});
export type FirstAgreementView = z.infer<typeof firstAgreementView>;

/** The ways to a first agreement, the latest first. */
export const firstAgreementsAnswer = z.object({
  firstAgreements: z.array(z.object({ caseId: z.uuid(), title: z.string() })),
});
export type FirstAgreementsAnswer = z.infer<typeof firstAgreementsAnswer>;

/** The answers of `first-agreement-open-survey`; the same key again is the same answer. */
export const openAnswerRequest = z.object({
  submissionKey: z.uuid(),
  answers: z.record(z.string(), z.unknown()),
});
export type OpenAnswerRequest = z.infer<typeof openAnswerRequest>;

/** What the desk knows of it beside its case. */
export const deskFirstAgreementView = z.object({
  ended: z.boolean(),
  steps,
  meetings: z.array(forumItem.extend({ hasNotes: z.boolean() })),
  survey: z
    .object({
      lastDay: day,
      asked: z.number().int(),
      answered: z.number().int(),
      open: z.number().int(),
    })
    .nullable(),
  invited: z.array(
    z.object({
      name: z.string(),
      /** Empty where letters go by post. */
      email: z.string(),
      postal: z.string().nullable(),
      language: z.enum(languages),
    }),
  ),
});
export type DeskFirstAgreementView = z.infer<typeof deskFirstAgreementView>;
