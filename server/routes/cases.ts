import { z } from 'zod';
import { caseView } from '../../domain/api/shapes';
import { sharedDocumentsOfCase } from '../../database/repositories/document.repository';
import { endpoint } from '../endpoint';
import { requireCase } from '../sessions';
import { readCase } from '../use-cases/read-case';
import { sendDocument } from './send-document';
import { watchChanges } from './watch-changes';

export const getCase = endpoint({
  method: 'get',
  path: '/api/:municipality/cases/:case',
  summary: 'Where a case stands and who it waits for',
  responses: { 200: { description: 'The status', schema: caseView } },
  async handle({ context, municipality, language, request, response, param }) {
    const view = await context.database.transaction(municipality.id, async (tx) => {
      const found = await requireCase(tx, request, municipality.id, param('case'), context.clock());
      return readCase(tx, context, found, language);
    });
    response.json(view);
  },
});

export const getCaseDocument = endpoint({
  method: 'get',
  path: '/api/:municipality/cases/:case/documents/:document',
  summary: 'A document of the case as PDF',
  responses: {
    200: { description: 'The PDF', contentType: 'application/pdf', schema: z.string() },
  },
  async handle({ context, municipality, request, response, param }) {
    await sendDocument(context, municipality.id, response, param('document'), async (tx) => {
      const found = await requireCase(tx, request, municipality.id, param('case'), context.clock());
      return sharedDocumentsOfCase(tx, municipality.id, found.id);
    });
  },
});

export const watchCase = endpoint({
  method: 'get',
  path: '/api/:municipality/cases/:case/events',
  summary: 'Server-sent events: each one says that the case has changed and should be read again',
  responses: {
    200: { description: 'A stream', contentType: 'text/event-stream', schema: z.string() },
  },
  async handle({ context, municipality, request, response, param }) {
    const found = await context.database.transaction(municipality.id, (tx) =>
      requireCase(tx, request, municipality.id, param('case'), context.clock()),
    );
    await watchChanges(context, request, response, found);
  },
});
