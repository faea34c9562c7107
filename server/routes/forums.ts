import { z } from 'zod';
import { forumsAnswer, forumView, registrationRequest } from '../../domain/api/forum';
import { endpoint } from '../endpoint';
import { sendUpload } from '../uploads/send-upload';
import {
  listForums,
  readCalendarFile,
  readForum,
  readNotesPdf,
  readPresentation,
} from '../use-cases/read-forums';
import { registerForForum } from '../use-cases/register-for-forum';

export const getForums = endpoint({
  method: 'get',
  path: '/api/:municipality/forums',
  summary: 'The dialogue forums: those to come, then those that have been',
  responses: { 200: { description: 'The forums', schema: forumsAnswer } },
  async handle({ context, municipality, response }) {
    const forums = await context.database.transaction(municipality.id, (tx) =>
      listForums(tx, municipality, context.clock()),
    );
    response.json({ forums });
  },
});

export const getForum = endpoint({
  method: 'get',
  path: '/api/:municipality/forums/:case',
  summary: 'A dialogue forum, with its notes once they are written',
  responses: { 200: { description: 'The forum', schema: forumView } },
  async handle({ context, municipality, response, param }) {
    const view = await context.database.transaction(municipality.id, (tx) =>
      readForum(tx, municipality, param('case'), context.clock()),
    );
    response.json(view);
  },
});

export const postRegistration = endpoint({
  method: 'post',
  path: '/api/:municipality/forums/:case/registrations',
  summary: 'Register for a dialogue forum; the same address again changes what it said',
  body: registrationRequest,
  limit: 'applications',
  responses: { 204: { description: 'Registered' } },
  async handle({ context, municipality, language, response, body, param }) {
    await context.database.transaction(municipality.id, (tx) =>
      registerForForum(tx, context, municipality, { ...body, language, caseId: param('case') }),
    );
    context.nudgeRelay();
    response.status(204).end();
  },
});

export const getForumCalendar = endpoint({
  method: 'get',
  path: '/api/:municipality/forums/:case/forum.ics',
  summary: 'A dialogue forum as a calendar file (RFC 5545)',
  responses: {
    200: { description: 'The file', contentType: 'text/calendar', schema: z.string() },
  },
  async handle({ context, municipality, response, param }) {
    const file = await context.database.transaction(municipality.id, (tx) =>
      readCalendarFile(tx, context, municipality, param('case')),
    );
    response.type('text/calendar').attachment('forum.ics').send(file);
  },
});

export const getForumNotes = endpoint({
  method: 'get',
  path: '/api/:municipality/forums/:case/notes.pdf',
  summary: 'The archived PDF of the notes from a dialogue forum',
  responses: {
    200: { description: 'The document', contentType: 'application/pdf', schema: z.string() },
  },
  async handle({ context, municipality, response, param }) {
    const bytes = await context.database.transaction(municipality.id, (tx) =>
      readNotesPdf(tx, municipality, param('case')),
    );
    response.type('application/pdf').set('Content-Disposition', 'inline').send(bytes);
  },
});

export const getPresentation = endpoint({
  method: 'get',
  path: '/api/:municipality/forums/:case/files/:file',
  summary: 'A presentation from a dialogue forum',
  responses: {
    200: { description: 'The file, to be saved', contentType: '*/*', schema: z.string() },
  },
  async handle({ context, municipality, response, param }) {
    const file = await context.database.transaction(municipality.id, (tx) =>
      readPresentation(tx, municipality, { caseId: param('case'), fileId: param('file') }),
    );
    await sendUpload(context, response, file);
  },
});
