import { z } from 'zod';
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

export const reportQuery = z.object({ language: z.enum(languages).optional() });
