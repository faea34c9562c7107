import { z } from 'zod';
import { focusWays } from '../focus/focus-areas';
import { planStates } from '../follow-up/report-shapes';
import { reportFiles } from '../follow-up/report-view';
import { languages } from '../language';

const bar = z.object({ value: z.number().nullable(), label: z.string() });

const chartView = z.object({
  title: z.string(),
  subtitle: z.string(),
  alt: z.string(),
  axis: z.object({
    min: z.number(),
    max: z.number(),
    ticks: z.array(z.object({ value: z.number(), label: z.string() })),
  }),
  series: z.array(z.string()),
  groups: z.array(z.object({ label: z.string(), bars: z.array(bar) })),
});

const tableView = z.object({
  caption: z.string(),
  header: z.array(z.string()),
  rows: z.array(z.array(z.string())),
  total: z.literal(true).optional(),
});

const reportPart = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('paragraph'), text: z.string() }),
  z.object({ kind: z.literal('heading'), text: z.string() }),
  z.object({ kind: z.literal('list'), items: z.array(z.string()) }),
  z.object({ kind: z.literal('chart'), chart: chartView }),
  z.object({ kind: z.literal('table'), table: tableView }),
  z.object({
    kind: z.literal('quotes'),
    quotes: z.array(z.object({ text: z.string(), note: z.string().optional() })),
  }),
  z.object({ kind: z.literal('file'), file: z.enum(reportFiles), label: z.string() }),
]);

/** A published report in the reader's language: section by section, in reading order. */
export const reportAnswer = z.object({
  title: z.string(),
  year: z.number().int(),
  /** SHA-256 of the report as it was made final. */
  fingerprint: z.string(),
  sections: z.array(z.object({ id: z.string(), heading: z.string(), parts: z.array(reportPart) })),
  /** What committees have decided about it, and nobody's name; empty where it went to none. */
  decisions: z.array(
    z.object({
      body: z.string(),
      /** Its number in the body's diary. */
      number: z.string(),
      meetingOn: z.string(),
      paragraph: z.string(),
      /** In words, such as that it was noted. */
      outcome: z.string(),
      wording: z.string(),
      /** Whether a court has annulled it since. */
      annulled: z.boolean(),
    }),
  ),
});
export type ReportAnswer = z.infer<typeof reportAnswer>;

/** The published reports, latest first. */
export const reportsAnswer = z.object({
  reports: z.array(z.object({ caseId: z.uuid(), year: z.number().int() })),
});
export type ReportsAnswer = z.infer<typeof reportsAnswer>;

const planView = z.object({
  /** Null of the agreement's development areas, before anybody has decided on a plan. */
  version: z.number().int().nullable(),
  /** The follow-up after which it was evaluated. */
  year: z.number().int().nullable(),
  decidedOn: z.string().nullable(),
  /** A committee by its paragraph, or a group; null where the contact point alone has, and of old versions. */
  decidedBy: z
    .object({
      name: z.string(),
      meetingOn: z.string().nullable(),
      paragraph: z.string().nullable(),
    })
    .nullable(),
  /** The decision on it does not hold, or may not be carried out. */
  fallen: z.boolean(),
  points: z.array(
    z.object({
      id: z.string(),
      area: z.string(),
      text: z.string(),
      state: z.enum(planStates),
      note: z.string().nullable(),
    }),
  ),
});
export type PlanView = z.infer<typeof planView>;

/** The development plan that holds, and those before it, latest first. */
export const planAnswer = z.object({ plan: planView.nullable(), earlier: z.array(planView) });
export type PlanAnswer = z.infer<typeof planAnswer>;

/** What was chosen after the follow-up of a year, and how. */
const focusYear = z.object({
  year: z.number().int(),
  decidedOn: z.string(),
  areas: z.array(z.object({ area: z.string(), why: z.string().nullable() })),
  way: z.enum(focusWays),
  /** What the group that decided is called; null where none has. */
  group: z.string().nullable(),
  reason: z.string().nullable(),
  /** Null where there was no vote; `areas` is null where too few have voted for it to be shown. */
  votes: z
    .object({
      asked: z.number().int(),
      voted: z.number().int(),
      notCounted: z.number().int(),
      areas: z.array(z.object({ area: z.string(), votes: z.number().int() })).nullable(),
    })
    .nullable(),
});
export type FocusYear = z.infer<typeof focusYear>;

/** The focus areas of all years, latest first; null where the municipality chooses none. */
export const focusAnswer = z.object({ years: z.array(focusYear).nullable() });
export type FocusAnswer = z.infer<typeof focusAnswer>;

export const reportQuery = z.object({ language: z.enum(languages).optional() });
