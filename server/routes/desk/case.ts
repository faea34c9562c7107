import { z } from 'zod';
import { deskCaseView } from '../../../domain/api/desk';
import { documentsOfCase } from '../../../database/repositories/document.repository';
import { findCaseFile } from '../../../database/repositories/upload.repository';
import { DomainError } from '../../../domain/errors';
import { deskReaders } from '../../../domain/officials';
import { endpoint } from '../../endpoint';
import { requireOfficial } from '../../officials';
import {
  readDeskCase,
  requireDeskCase,
  requireReadableRecord,
} from '../../use-cases/read-desk-case';
import { sendUpload } from '../../uploads/send-upload';
import { sendDocument } from '../send-document';
import { watchChanges } from '../watch-changes';

export const getDeskCase = endpoint({
  method: 'get',
  path: '/api/:municipality/desk/cases/:case',
  summary: 'Everything the municipality has of a case',
  responses: { 200: { description: 'The case', schema: deskCaseView } },
  async handle({ context, municipality, request, response, language, param }) {
    const official = await requireOfficial(context, request, municipality.id, deskReaders);
    const view = await context.database.transaction(municipality.id, async (tx) => {
      const found = await requireDeskCase(tx, official, municipality.id, param('case'));
      return readDeskCase(tx, context, { official, found, language, municipality });
    });
    response.json(view);
  },
});

export const getDeskDocument = endpoint({
  method: 'get',
  path: '/api/:municipality/desk/cases/:case/documents/:document',
  summary: 'A document of the case as PDF',
  responses: {
    200: { description: 'The PDF', contentType: 'application/pdf', schema: z.string() },
  },
  async handle({ context, municipality, request, response, param }) {
    const official = await requireOfficial(context, request, municipality.id, deskReaders);
    await sendDocument(context, municipality.id, response, param('document'), async (tx) => {
      const found = await requireDeskCase(tx, official, municipality.id, param('case'));
      await requireReadableRecord(tx, official, found, param('document'));
      return documentsOfCase(tx, municipality.id, found.id);
    });
  },
});

export const getDeskFile = endpoint({
  method: 'get',
  path: '/api/:municipality/desk/cases/:case/files/:file',
  summary: 'A file of the case as it came in',
  responses: {
    200: { description: 'The file, to be saved', contentType: '*/*', schema: z.string() },
  },
  async handle({ context, municipality, request, response, param }) {
    const official = await requireOfficial(context, request, municipality.id, deskReaders);
    const file = await context.database.transaction(municipality.id, async (tx) => {
      const found = await requireDeskCase(tx, official, municipality.id, param('case'));
      await requireReadableRecord(tx, official, found, param('file'));
      return findCaseFile(tx, municipality.id, found.id, param('file'));
    });
    if (!file) throw new DomainError('document.unknown');
    await sendUpload(context, response, file);
  },
});

export const watchDeskCase = endpoint({
  method: 'get',
  path: '/api/:municipality/desk/cases/:case/events',
  summary: 'Server-sent events: each one says that the case has changed and should be read again',
  responses: {
    200: { description: 'A stream', contentType: 'text/event-stream', schema: z.string() },
  },
  async handle({ context, municipality, request, response, param }) {
    const official = await requireOfficial(context, request, municipality.id, deskReaders);
    const found = await context.database.transaction(municipality.id, (tx) =>
      requireDeskCase(tx, official, municipality.id, param('case')),
    );
    await watchChanges(context, request, response, found);
  },
});
