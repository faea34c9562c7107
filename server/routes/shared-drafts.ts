import { partLink, savedSharedDraft, sharedDraftChange, taskView } from '../../domain/api/shapes';
import { endpoint } from '../endpoint';
import { requirePart, requireTask } from '../sessions';
import { fillIn, givePartLink, takeBackPartLinks } from '../use-cases/fill-in-together';
import { readPart } from '../use-cases/read-task';

const saved = { 200: { description: 'The draft as it is now', schema: savedSharedDraft } };

export const putTaskDraft = endpoint({
  method: 'put',
  path: '/api/:municipality/tasks/:task/draft',
  summary: 'Save changed fields of a form that several people fill in; conflicts are named',
  body: sharedDraftChange,
  responses: saved,
  async handle({ context, municipality, request, response, body, param }) {
    const draft = await context.database.transaction(municipality.id, async (tx) => {
      const task = await requireTask(tx, request, municipality.id, param('task'), context.clock());
      return fillIn(tx, context, municipality, task, body);
    });
    response.json(draft);
  },
});

export const postPartLink = endpoint({
  method: 'post',
  path: '/api/:municipality/tasks/:task/part-links',
  summary: 'Make an address at which somebody else fills in a part and cannot send',
  limit: 'linkRequests',
  responses: { 201: { description: 'The address; it is shown this once', schema: partLink } },
  async handle({ context, municipality, request, response, param }) {
    const link = await context.database.transaction(municipality.id, async (tx) => {
      const task = await requireTask(tx, request, municipality.id, param('task'), context.clock());
      return givePartLink(tx, context, task);
    });
    response.status(201).json(link);
  },
});

export const deletePartLinks = endpoint({
  method: 'delete',
  path: '/api/:municipality/tasks/:task/part-links',
  summary: 'End every address at which others fill in parts; what they have written stays',
  responses: { 204: { description: 'None of them works any more' } },
  async handle({ context, municipality, request, response, param }) {
    await context.database.transaction(municipality.id, async (tx) => {
      const task = await requireTask(tx, request, municipality.id, param('task'), context.clock());
      await takeBackPartLinks(tx, context, task);
    });
    response.status(204).end();
  },
});

export const getPart = endpoint({
  method: 'get',
  path: '/api/:municipality/parts/:task',
  summary: 'A form that others fill in together with whoever sends it',
  responses: { 200: { description: 'The form and what is in it', schema: taskView } },
  async handle({ context, municipality, request, response, language, param }) {
    const view = await context.database.transaction(municipality.id, async (tx) => {
      const task = await requirePart(tx, request, municipality.id, param('task'), context.clock());
      return readPart(tx, context, municipality, task, language);
    });
    response.json(view);
  },
});

export const putPartDraft = endpoint({
  method: 'put',
  path: '/api/:municipality/parts/:task/draft',
  summary: 'The same as for whoever sends the form',
  body: sharedDraftChange,
  responses: saved,
  async handle({ context, municipality, request, response, body, param }) {
    const draft = await context.database.transaction(municipality.id, async (tx) => {
      const task = await requirePart(tx, request, municipality.id, param('task'), context.clock());
      return fillIn(tx, context, municipality, task, body);
    });
    response.json(draft);
  },
});
