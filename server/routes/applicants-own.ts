import { getCase as caseById } from '../../database/repositories/case.repository';
import { answeredWithApplication } from '../../domain/process';
import { fileAnswer, personRequest, publicationRequest } from '../../domain/api/shapes';
import { DomainError } from '../../domain/errors';
import { endpoint } from '../endpoint';
import { requireCase, requireTask } from '../sessions';
import { incomingOf, noteOf } from '../uploads/incoming';
import { addRecord } from '../use-cases/add-record';
import {
  askPerson,
  requireRoomForRecords,
  setPublication,
  tellOfRecords,
} from '../use-cases/applicants-own';

export const postCaseFile = endpoint({
  method: 'post',
  path: '/api/:municipality/cases/:case/files',
  summary:
    "Add a PDF, JPEG or PNG to one's case; its name is the Content-Disposition's filename*, a short note the Content-Description, percent-encoded",
  streams: 'application/octet-stream',
  limit: 'uploads',
  responses: { 201: { description: 'Filed as the next record', schema: fileAnswer } },
  async handle({ context, municipality, request, response, param }) {
    const found = await context.database.transaction(municipality.id, async (tx) => {
      const own = await requireCase(tx, request, municipality.id, param('case'), context.clock());
      await requireRoomForRecords(tx, own);
      return own;
    });
    const note = noteOf(request);
    const filed = await addRecord(context, { applicant: true, note }, found, incomingOf(request));
    await context.database.transaction(municipality.id, (tx) =>
      tellOfRecords(tx, municipality, found, context.clock()),
    );
    context.nudgeRelay();
    response.status(201).json(filed);
  },
});

/** Questions whose answer may bring new files. */
const takesFiles: readonly string[] = [...answeredWithApplication, 'commission'];

export const postTaskFile = endpoint({
  method: 'post',
  path: '/api/:municipality/tasks/:task/files',
  summary: "Upload a PDF, JPEG or PNG while completing an application; it is the case's at once",
  streams: 'application/octet-stream',
  limit: 'uploads',
  responses: { 201: { description: 'Taken, as an answer names it', schema: fileAnswer } },
  async handle({ context, municipality, request, response, param }) {
    const found = await context.database.transaction(municipality.id, async (tx) => {
      const task = await requireTask(tx, request, municipality.id, param('task'), context.clock());
      if (!takesFiles.includes(task.kind) || task.state !== 'open')
        throw new DomainError('task.closed');
      const own = await caseById(tx, municipality.id, task.case_id);
      await requireRoomForRecords(tx, own);
      return own;
    });
    response
      .status(201)
      .json(await addRecord(context, { applicant: true }, found, incomingOf(request)));
  },
});

export const postPersonRequest = endpoint({
  method: 'post',
  path: '/api/:municipality/cases/:case/questions',
  summary: 'Ask a person of the municipality; the answer comes by mail',
  body: personRequest,
  limit: 'linkRequests',
  responses: { 204: { description: 'It goes to the contact point' } },
  async handle({ context, municipality, request, response, body, param }) {
    const now = context.clock();
    await context.database.transaction(municipality.id, async (tx) => {
      const found = await requireCase(tx, request, municipality.id, param('case'), now);
      await askPerson(tx, municipality, found, body, now);
    });
    context.nudgeRelay();
    response.status(204).end();
  },
});

export const putPublication = endpoint({
  method: 'put',
  path: '/api/:municipality/cases/:case/publication',
  summary: 'Choose anew whether the register shows the coordinator; it does so at once',
  body: publicationRequest,
  responses: { 204: { description: 'Chosen' } },
  async handle({ context, municipality, request, response, body, param }) {
    const now = context.clock();
    await context.database.transaction(municipality.id, async (tx) => {
      const found = await requireCase(tx, request, municipality.id, param('case'), now);
      await setPublication(tx, context, found, body.published, now);
    });
    response.status(204).end();
  },
});
