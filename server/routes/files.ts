import { z } from 'zod';
import { fileAnswer } from '../../domain/api/shapes';
import {
  deleteUploads,
  findCaseFile,
  isComplete,
  uploadsOfDraft,
} from '../../database/repositories/upload.repository';
import { DomainError } from '../../domain/errors';
import { endpoint } from '../endpoint';
import { requireCase, requireOpenDraft, requireTask } from '../sessions';
import { fileNameOf } from '../uploads/file-name';
import { receiveUpload } from '../uploads/receive-upload';
import { sendUpload } from '../uploads/send-upload';

const file = {
  200: { description: 'The file, to be saved', contentType: '*/*', schema: z.string() },
};

export const postDraftFile = endpoint({
  method: 'post',
  path: '/api/:municipality/drafts/:draft/files',
  summary: "Upload a PDF, JPEG or PNG to a draft; its name is the Content-Disposition's filename*",
  streams: 'application/octet-stream',
  limit: 'uploads',
  responses: { 201: { description: 'Taken, as an answer names it', schema: fileAnswer } },
  async handle({ context, municipality, request, response, param }) {
    const draft = await context.database.transaction(municipality.id, (tx) =>
      requireOpenDraft(tx, request, municipality.id, param('draft'), context.clock()),
    );
    const name = fileNameOf(request.get('content-disposition'));
    const length = request.get('content-length');
    const announced = length === undefined ? undefined : Number(length);
    const taken = await receiveUpload(context, draft, { name, announced, content: request });
    response.status(201).json(taken);
  },
});

export const deleteDraftFile = endpoint({
  method: 'delete',
  path: '/api/:municipality/drafts/:draft/files/:file',
  summary: 'Remove a file from a draft',
  responses: { 204: { description: 'It is not there any more' } },
  async handle({ context, municipality, request, response, param }) {
    await context.database.transaction(municipality.id, async (tx) => {
      const now = context.clock();
      const draft = await requireOpenDraft(tx, request, municipality.id, param('draft'), now);
      const uploads = await uploadsOfDraft(tx, municipality.id, draft.id);
      const ids = uploads.map(({ id }) => id).filter((id) => id === param('file'));
      await deleteUploads(tx, municipality.id, ids);
    });
    response.status(204).end();
  },
});

export const getDraftFile = endpoint({
  method: 'get',
  path: '/api/:municipality/drafts/:draft/files/:file',
  summary: 'A file of a draft',
  responses: file,
  async handle({ context, municipality, request, response, param }) {
    const found = await context.database.transaction(municipality.id, async (tx) => {
      const now = context.clock();
      const draft = await requireOpenDraft(tx, request, municipality.id, param('draft'), now);
      const uploads = await uploadsOfDraft(tx, municipality.id, draft.id);
      return uploads.filter(isComplete).find(({ id }) => id === param('file'));
    });
    if (!found) throw new DomainError('document.unknown');
    await sendUpload(context, response, found);
  },
});

export const getCaseFile = endpoint({
  method: 'get',
  path: '/api/:municipality/cases/:case/files/:file',
  summary: 'A file that came with the application, for its status page',
  responses: file,
  async handle({ context, municipality, request, response, param }) {
    const found = await context.database.transaction(municipality.id, async (tx) => {
      const now = context.clock();
      const { id } = await requireCase(tx, request, municipality.id, param('case'), now);
      return findCaseFile(tx, municipality.id, id, asId(param('file')));
    });
    if (!found) throw new DomainError('document.unknown');
    await sendUpload(context, response, found);
  },
});

export const getTaskFile = endpoint({
  method: 'get',
  path: '/api/:municipality/tasks/:task/files/:file',
  summary: 'A file that came with the application, for whoever has a task in the case',
  responses: file,
  async handle({ context, municipality, request, response, param }) {
    const found = await context.database.transaction(municipality.id, async (tx) => {
      const now = context.clock();
      const task = await requireTask(tx, request, municipality.id, param('task'), now);
      return findCaseFile(tx, municipality.id, task.case_id, asId(param('file')));
    });
    if (!found) throw new DomainError('document.unknown');
    await sendUpload(context, response, found);
  },
});

/** The database refuses to compare an id with what is none. */
function asId(value: string): string {
  if (!z.uuid().safeParse(value).success) throw new DomainError('document.unknown');
  return value;
}
