import { z } from 'zod';
import {
  firstAgreementsAnswer,
  firstAgreementView,
  openAnswerRequest,
} from '../../domain/api/first-agreement';
import { endpoint } from '../endpoint';
import { sendUpload } from '../uploads/send-upload';
import { answerOpenSurvey } from '../use-cases/answer-open-survey';
import {
  listFirstAgreements,
  readCompilationPdf,
  readDraftFile,
  readDraftPdf,
  readFirstAgreement,
} from '../use-cases/read-first-agreement';

export const getFirstAgreements = endpoint({
  method: 'get',
  path: '/api/:municipality/first-agreement',
  summary: 'The ways to a first agreement, latest first',
  responses: { 200: { description: 'Their titles', schema: firstAgreementsAnswer } },
  async handle({ context, municipality, response }) {
    const firstAgreements = await context.database.transaction(municipality.id, (tx) =>
      listFirstAgreements(tx, municipality),
    );
    response.json({ firstAgreements });
  },
});

export const getFirstAgreement = endpoint({
  method: 'get',
  path: '/api/:municipality/first-agreement/:case',
  summary: 'The way to a first agreement: its commission, meetings, survey and draft',
  responses: { 200: { description: 'Where it stands', schema: firstAgreementView } },
  async handle({ context, municipality, response, param }) {
    const view = await context.database.transaction(municipality.id, (tx) =>
      readFirstAgreement(tx, municipality, param('case'), context.clock()),
    );
    response.json(view);
  },
});

export const postOpenAnswer = endpoint({
  method: 'post',
  path: '/api/:municipality/first-agreement/:case/answers',
  summary: 'Answer the survey before a first agreement without having been asked',
  body: openAnswerRequest,
  limit: 'applications',
  responses: { 204: { description: 'Kept; the same key again is the same answer' } },
  async handle({ context, municipality, response, body, param }) {
    await context.database.transaction(municipality.id, (tx) =>
      answerOpenSurvey(tx, context, municipality, { ...body, caseId: param('case') }),
    );
    response.status(204).end();
  },
});

export const getSurveyPdf = endpoint({
  method: 'get',
  path: '/api/:municipality/first-agreement/:case/survey.pdf',
  summary: 'The archived PDF of what was answered to the survey',
  responses: {
    200: { description: 'The document', contentType: 'application/pdf', schema: z.string() },
  },
  async handle({ context, municipality, response, param }) {
    const bytes = await context.database.transaction(municipality.id, (tx) =>
      readCompilationPdf(tx, municipality, param('case')),
    );
    response.type('application/pdf').set('Content-Disposition', 'inline').send(bytes);
  },
});

export const getAgreementDraftPdf = endpoint({
  method: 'get',
  path: '/api/:municipality/first-agreement/:case/draft.pdf',
  summary: 'The archived PDF of the draft, with how it came',
  responses: {
    200: { description: 'The document', contentType: 'application/pdf', schema: z.string() },
  },
  async handle({ context, municipality, response, param }) {
    const bytes = await context.database.transaction(municipality.id, (tx) =>
      readDraftPdf(tx, municipality, param('case')),
    );
    response.type('application/pdf').set('Content-Disposition', 'inline').send(bytes);
  },
});

export const getAgreementDraftFile = endpoint({
  method: 'get',
  path: '/api/:municipality/first-agreement/:case/draft',
  summary: "The file that has the draft's text",
  responses: {
    200: { description: 'The file, to be saved', contentType: '*/*', schema: z.string() },
  },
  async handle({ context, municipality, response, param }) {
    const file = await context.database.transaction(municipality.id, (tx) =>
      readDraftFile(tx, municipality, param('case')),
    );
    await sendUpload(context, response, file);
  },
});
