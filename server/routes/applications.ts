import { applicationRequest, receiptView } from '../../domain/api/shapes';
import { endpoint } from '../endpoint';
import { requireCase } from '../sessions';
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

export const postReport = endpoint({
  method: 'post',
  path: '/api/:municipality/cases/:case/reports',
  summary: 'Report a change by the link to a case of the party itself; otherwise as an application',
  body: applicationRequest,
  limit: 'applications',
  responses: { 201: { description: 'Received', schema: receiptView } },
  async handle({ context, municipality, language, request, response, body, param }) {
    const from = await context.database.transaction(municipality.id, (tx) =>
      requireCase(tx, request, municipality.id, param('case'), context.clock()),
    );
    const receipt = await receiveApplication(context, municipality, language, { ...body, from });
    response.status(201).json(receipt);
  },
});
