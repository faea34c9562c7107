import { z } from 'zod';
import { answerRequest, taskView } from '../../domain/api/shapes';
import { endpoint } from '../endpoint';
import { requireTask } from '../sessions';
import { answerTask } from '../use-cases/answer-task';
import { readTask, taskDocuments } from '../use-cases/read-task';
import { sendDocument } from './send-document';

export const getTask = endpoint({
  method: 'get',
  path: '/api/:municipality/tasks/:task',
  summary: 'What is asked, why and until when; the receipt once answered',
  responses: { 200: { description: 'The task', schema: taskView } },
  async handle({ context, municipality, request, response, language, param }) {
    const view = await context.database.transaction(municipality.id, async (tx) => {
      const task = await requireTask(tx, request, municipality.id, param('task'), context.clock());
      return readTask(tx, context, municipality, task, language);
    });
    response.json(view);
  },
});

export const postAnswer = endpoint({
  method: 'post',
  path: '/api/:municipality/tasks/:task/answer',
  summary: 'Answer a task; the first answer counts',
  body: answerRequest,
  responses: { 200: { description: 'The task with its answer', schema: taskView } },
  async handle({ context, municipality, request, response, language, body, param }) {
    const view = await context.database.transaction(municipality.id, async (tx) => {
      const task = await requireTask(tx, request, municipality.id, param('task'), context.clock());
      const answered = await answerTask(tx, context, task, body.answers);
      return readTask(tx, context, municipality, answered, language);
    });
    context.nudgeRelay();
    response.json(view);
  },
});

export const getTaskDocument = endpoint({
  method: 'get',
  path: '/api/:municipality/tasks/:task/documents/:document',
  summary: 'A document of the task as PDF',
  responses: {
    200: { description: 'The PDF', contentType: 'application/pdf', schema: z.string() },
  },
  async handle({ context, municipality, request, response, param }) {
    await sendDocument(context, municipality.id, response, param('document'), async (tx) => {
      const task = await requireTask(tx, request, municipality.id, param('task'), context.clock());
      return taskDocuments(tx, task);
    });
  },
});
