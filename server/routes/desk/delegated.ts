import { z } from 'zod';
import { delegatedAnswer, delegatedQuery, reportRequest } from '../../../domain/api/desk';
import { csvOf } from '../../../domain/csv';
import { caseWorkers, deskReaders } from '../../../domain/officials';
import { endpoint } from '../../endpoint';
import { requireOfficial } from '../../officials';
import { delegatedRows, readDelegated, reportDecisions } from '../../use-cases/delegated-decisions';

export const getDelegated = endpoint({
  method: 'get',
  path: '/api/:municipality/desk/delegated',
  summary: "Decisions in a committee's place, of a period: to report, or reported",
  query: delegatedQuery,
  responses: { 200: { description: 'The decisions, oldest first', schema: delegatedAnswer } },
  async handle({ context, municipality, request, response, query, language }) {
    const official = await requireOfficial(context, request, municipality.id, deskReaders);
    const period = { ...query, reported: query.view === 'reported' };
    const reader = { official, language: query.language ?? language };
    const decisions = await context.database.transaction(municipality.id, (tx) =>
      readDelegated(tx, context, municipality.id, period, reader),
    );
    response.json({ decisions });
  },
});

export const getDelegatedCsv = endpoint({
  method: 'get',
  path: '/api/:municipality/desk/delegated.csv',
  summary: 'The same list for a spreadsheet',
  query: delegatedQuery,
  responses: {
    200: { description: 'The decisions', contentType: 'text/csv', schema: z.string() },
  },
  async handle({ context, municipality, request, response, query, language: asked }) {
    const official = await requireOfficial(context, request, municipality.id, deskReaders);
    const language = query.language ?? asked;
    const period = { ...query, reported: query.view === 'reported' };
    const decisions = await context.database.transaction(municipality.id, (tx) =>
      readDelegated(tx, context, municipality.id, period, { official, language }),
    );
    response
      .type('text/csv')
      .attachment(`delegation-${municipality.id}.csv`)
      .send(csvOf(delegatedRows(decisions, language)));
  },
});

export const postDelegatedReport = endpoint({
  method: 'post',
  path: '/api/:municipality/desk/delegated/report',
  summary: 'Mark decisions as reported to a meeting',
  body: reportRequest,
  responses: { 204: { description: 'Marked' } },
  async handle({ context, municipality, request, response, body }) {
    const official = await requireOfficial(context, request, municipality.id, caseWorkers);
    const now = context.clock();
    await context.database.transaction(municipality.id, (tx) =>
      reportDecisions(tx, municipality.id, body, { official, now }),
    );
    response.status(204).end();
  },
});
