import { paperApplicationRequest, paperReceipt } from '../../../domain/api/desk';
import { fileAnswer } from '../../../domain/api/shapes';
import { paperAnswerRequest, paperTaskView } from '../../../domain/api/desk';
import { diaryKeepers, recordFilers } from '../../../domain/officials';
import { endpoint } from '../../endpoint';
import { requireOfficial } from '../../officials';
import { fileNameOf } from '../../uploads/file-name';
import { addRecord, requireFiler } from '../../use-cases/add-record';
import { enterPaperAnswer, readPaperTask } from '../../use-cases/paper-tasks';
import { requireDeskCase } from '../../use-cases/read-desk-case';
import { receivePaperApplication } from '../../use-cases/receive-application';

export const postPaperApplication = endpoint({
  method: 'post',
  path: '/api/:municipality/desk/applications',
  summary: 'Enter an application that came on paper or by mail, with its day of arrival',
  body: paperApplicationRequest,
  responses: { 201: { description: 'The case it became', schema: paperReceipt } },
  async handle({ context, municipality, request, response, body }) {
    const official = await requireOfficial(context, request, municipality.id, diaryKeepers);
    response.status(201).json(await receivePaperApplication(context, municipality, official, body));
  },
});

export const postRecord = endpoint({
  method: 'post',
  path: '/api/:municipality/desk/cases/:case/files',
  summary:
    "Add a scanned record (PDF, JPEG or PNG) to a case; its name is the Content-Disposition's filename*",
  streams: 'application/octet-stream',
  responses: { 201: { description: 'Filed as the next record', schema: fileAnswer } },
  async handle({ context, municipality, request, response, param }) {
    const official = await requireOfficial(context, request, municipality.id, recordFilers);
    const name = fileNameOf(request.get('content-disposition'));
    const found = await context.database.transaction(municipality.id, async (tx) => {
      const open = await requireDeskCase(tx, official, municipality.id, param('case'));
      return requireFiler(tx, official, open);
    });
    const length = request.get('content-length');
    const announced = length === undefined ? undefined : Number(length);
    const filed = await addRecord(context, { official }, found, {
      name,
      announced,
      content: request,
    });
    response.status(201).json(filed);
  },
});

export const getPaperTask = endpoint({
  method: 'get',
  path: '/api/:municipality/desk/cases/:case/tasks/:task',
  summary: 'A question whose answer came on paper: the form to enter it in',
  responses: { 200: { description: 'The question', schema: paperTaskView } },
  async handle({ context, municipality, request, response, param }) {
    const official = await requireOfficial(context, request, municipality.id, diaryKeepers);
    const view = await context.database.transaction(municipality.id, async (tx) => {
      const found = await requireDeskCase(tx, official, municipality.id, param('case'));
      return readPaperTask(tx, context, found, param('task'));
    });
    response.json(view);
  },
});

export const postPaperAnswer = endpoint({
  method: 'post',
  path: '/api/:municipality/desk/cases/:case/tasks/:task/answer',
  summary: 'Enter an answer that came on paper, with its day of arrival',
  body: paperAnswerRequest,
  responses: { 204: { description: 'Entered' } },
  async handle({ context, municipality, request, response, body, param }) {
    const official = await requireOfficial(context, request, municipality.id, diaryKeepers);
    await context.database.transaction(municipality.id, async (tx) => {
      const found = await requireDeskCase(tx, official, municipality.id, param('case'));
      await enterPaperAnswer(tx, context, found, param('task'), { official, ...body });
    });
    context.nudgeRelay();
    response.status(204).end();
  },
});
