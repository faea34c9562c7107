import { applicationRequest, receiptView } from '../../domain/api/shapes';
import { endpoint } from '../endpoint';
import { receiveApplication } from '../use-cases/receive-application';

export const postApplication = endpoint({
  method: 'post',
  path: '/api/:municipality/applications',
  summary: 'Send an application; the same submission key again gives the same receipt',
  body: applicationRequest,
  limit: 'applications',
  responses: { 201: { description: 'Received', schema: receiptView } },
  async handle({ context, municipality, language, body, response }) {
    response.status(201).json(await receiveApplication(context, municipality, language, body));
  },
});
