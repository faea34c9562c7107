import { z } from 'zod';
import {
  focusAnswer,
  planAnswer,
  reportAnswer,
  reportQuery,
  reportsAnswer,
} from '../../domain/api/reports';
import { reportCsv, type ReportTable } from '../../domain/follow-up/report-csv';
import { viewReport } from '../../domain/follow-up/report-sections';
import { publishedJson, type StoredReportContent } from '../../domain/follow-up/stored-report';
import { endpoint, type Endpoint } from '../endpoint';
import { readFocusAreas } from '../use-cases/read-focus-areas';
import { readPlan } from '../use-cases/read-plan';
import {
  decisionsAbout,
  listReports,
  readerOf,
  readReport,
  readReportPdf,
} from '../use-cases/read-reports';

export const getPlan = endpoint({
  method: 'get',
  path: '/api/:municipality/plan',
  summary: 'The development plan that holds, and its earlier versions',
  responses: { 200: { description: 'The plan, or null where there is none', schema: planAnswer } },
  async handle({ context, municipality, response, language }) {
    response.json(await readPlan(context, municipality, language));
  },
});

export const getFocusAreas = endpoint({
  method: 'get',
  path: '/api/:municipality/focus-areas',
  summary: 'What the parties work on together, as it was chosen after each follow-up, latest first',
  responses: { 200: { description: 'The focus areas of all years', schema: focusAnswer } },
  async handle({ context, municipality, response, language }) {
    response.json(await readFocusAreas(context, municipality, language));
  },
});

export const getReports = endpoint({
  method: 'get',
  path: '/api/:municipality/follow-up',
  summary: 'The published reports of the yearly follow-up, latest first',
  responses: { 200: { description: 'The reports', schema: reportsAnswer } },
  async handle({ context, municipality, response }) {
    const reports = await listReports(context, municipality);
    response.json({
      reports: reports.map(({ case_id: caseId, year }) => ({ caseId, year })),
    });
  },
});

export const getReport = endpoint({
  method: 'get',
  path: '/api/:municipality/follow-up/:case',
  summary: 'A published report as its page shows it, in the language asked for',
  responses: { 200: { description: 'The report', schema: reportAnswer } },
  async handle({ context, municipality, response, language, param }) {
    const { content, sha256 } = await readReport(context, municipality, param('case'));
    const view = viewReport(readerOf(content, municipality, language));
    const decisions = await decisionsAbout(context, municipality, param('case'), language);
    response.json({ ...view, fingerprint: sha256, decisions });
  },
});

export const getReportPdf = endpoint({
  method: 'get',
  path: '/api/:municipality/follow-up/:case/report.pdf',
  summary: 'The archived PDF of a published report',
  responses: {
    200: { description: 'The document', contentType: 'application/pdf', schema: z.string() },
  },
  async handle({ context, municipality, response, param }) {
    const bytes = await readReportPdf(context, municipality, param('case'));
    response.type('application/pdf').set('Content-Disposition', 'inline').send(bytes);
  },
});

export const getReportJson = endpoint({
  method: 'get',
  path: '/api/:municipality/follow-up/:case/report.json',
  summary:
    'A published report for programs: figures, comments and proposals. Fields are only ever added. The SHA-256 of these bytes is the fingerprint that stands on the page.',
  responses: {
    200: { description: 'The report', schema: z.record(z.string(), z.unknown()) },
  },
  async handle({ context, municipality, response, param }) {
    const { content } = await readReport(context, municipality, param('case'));
    response.type('application/json').send(publishedJson(content as StoredReportContent));
  },
});

/** A table of a published report as a file. */
function table(file: ReportTable, summary: string): Endpoint {
  return endpoint({
    method: 'get',
    path: `/api/:municipality/follow-up/:case/${file}.csv`,
    summary,
    query: reportQuery,
    responses: { 200: { description: 'The table', contentType: 'text/csv', schema: z.string() } },
    async handle({ context, municipality, response, query, param }) {
      const { content, year } = await readReport(context, municipality, param('case'));
      const language = query.language ?? municipality.defaultLanguage;
      response
        .type('text/csv')
        .attachment(`${file}-${municipality.id}-${year}.csv`)
        .send(reportCsv(readerOf(content, municipality, language), file));
    },
  });
}

export const getRatingsCsv = table(
  'ratings',
  'Ratings by principle, rated side and rater, for a spreadsheet; what is not shown has no figures',
);
export const getResponseCsv = table(
  'response',
  'Response rate by side and kind, for a spreadsheet',
);
export const getMattersCsv = table(
  'matters',
  'Complaints and unclear matters by theme, in the answers and as dialogues, for a spreadsheet',
);
