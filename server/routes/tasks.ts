import { z } from 'zod';
import { answerReceipt, answerRequest, taskView } from '../../domain/api/shapes';
import { DomainError } from '../../domain/errors';
import { endpoint } from '../endpoint';
import { requireGivenTask, requireTask } from '../sessions';
import { answerWithCode, isLateOpinion } from '../use-cases/answer-task';
import { requestCode } from '../use-cases/one-time-code';
import { readGoneTask, readTask, receiptOf, taskDocuments } from '../use-cases/read-task';
import { sendDocument } from './send-document';

export const getTask = endpoint({
  method: 'get',
  path: '/api/:municipality/tasks/:task',
  summary: 'What is asked, why and until when; the receipt once answered',
  responses: { 200: { description: 'The task', schema: taskView } },
  async handle({ context, municipality, request, response, language, param }) {
    const view = await context.database.transaction(municipality.id, async (tx) => {
      const now = context.clock();
      const task = await requireGivenTask(tx, request, municipality.id, param('task'), now);
      const read = task.state === 'passedOn' ? readGoneTask : readTask;
      return read(tx, context, municipality, task, language);
    });
    response.json(view);
  },
});

export const postAnswer = endpoint({
  method: 'post',
  path: '/api/:municipality/tasks/:task/answer',
  summary: 'Answer a task; the first answer counts',
  body: answerRequest,
  responses: { 200: { description: 'The receipt of the answer', schema: answerReceipt } },
  async handle({ context, municipality, request, response, language, body, param }) {
    const result = await context.database.transaction(municipality.id, async (tx) => {
      const task = await requireTask(tx, request, municipality.id, param('task'), context.clock());
      return answerWithCode(tx, context, municipality, task, body);
    });
    // After the transaction: a code that was wrong has been counted.
    if ('refused' in result) throw new DomainError(result.refused, { task: param('task') });
    context.nudgeRelay();
    response.json(receiptOf(result.answered, language));
  },
});

export const postCode = endpoint({
  method: 'post',
  path: '/api/:municipality/tasks/:task/code',
  summary: 'Have a one-time code mailed, to be sent with the answer; the one before is dead',
  limit: 'linkRequests',
  responses: { 202: { description: 'On its way to the address on record' } },
  async handle({ context, municipality, request, response, param }) {
    const now = context.clock();
    await context.database.transaction(municipality.id, async (tx) => {
      const task = await requireTask(tx, request, municipality.id, param('task'), now);
      await requestCode(tx, municipality, task, { now, late: await isLateOpinion(tx, task) });
    });
    context.nudgeRelay();
    response.status(202).end();
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
