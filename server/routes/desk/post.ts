import { z } from 'zod';
import { paperLettersAnswer, undoPostingRequest } from '../../../domain/api/desk';
import { caseWorkers } from '../../../domain/officials';
import { endpoint } from '../../endpoint';
import { requireOfficial } from '../../officials';
import {
  postLetter,
  printedDocuments,
  readPaperLetters,
  undoPosting,
} from '../../use-cases/post-letters';
import { sendDocument } from '../send-document';

export const getPaperLetters = endpoint({
  method: 'get',
  path: '/api/:municipality/desk/post',
  summary: 'Letters on paper: those to post, and those posted lately',
  responses: { 200: { description: 'The letters', schema: paperLettersAnswer } },
  async handle({ context, municipality, request, response }) {
    await requireOfficial(context, request, municipality.id, caseWorkers);
    const letters = await context.database.transaction(municipality.id, (tx) =>
      readPaperLetters(tx, municipality.id, context.clock()),
    );
    response.json(letters);
  },
});

export const getPrintedDocument = endpoint({
  method: 'get',
  path: '/api/:municipality/desk/post/:letter/documents/:document',
  summary: 'A letter on paper, or what is enclosed in it, as PDF to print',
  responses: {
    200: { description: 'The PDF', contentType: 'application/pdf', schema: z.string() },
  },
  async handle({ context, municipality, request, response, param }) {
    await requireOfficial(context, request, municipality.id, caseWorkers);
    await sendDocument(context, municipality.id, response, param('document'), (tx) =>
      printedDocuments(tx, municipality.id, param('letter')),
    );
  },
});

export const postPosting = endpoint({
  method: 'post',
  path: '/api/:municipality/desk/post/:letter',
  summary: 'Mark a letter on paper as posted',
  responses: { 204: { description: 'Marked' } },
  async handle({ context, municipality, request, response, param }) {
    const official = await requireOfficial(context, request, municipality.id, caseWorkers);
    const act = { official, letterId: param('letter'), now: context.clock() };
    await context.database.transaction(municipality.id, (tx) =>
      postLetter(tx, municipality.id, act),
    );
    response.status(204).end();
  },
});

export const postPostingUndone = endpoint({
  method: 'post',
  path: '/api/:municipality/desk/post/:letter/undo',
  summary: 'Say, with a reason, that a letter was not posted after all',
  body: undoPostingRequest,
  responses: { 204: { description: 'It is among those to post again' } },
  async handle({ context, municipality, request, response, body, param }) {
    const official = await requireOfficial(context, request, municipality.id, caseWorkers);
    const act = { official, letterId: param('letter'), now: context.clock(), ...body };
    await context.database.transaction(municipality.id, (tx) =>
      undoPosting(tx, municipality.id, act),
    );
    response.status(204).end();
  },
});
