import {
  answerCorrectionRequest,
  answerCorrectionView,
  beginReceipt,
  beginRequest,
  correctionView,
  decisionEventRequest,
  deskFormView,
  eventCorrectionRequest,
  matterReportRequest,
  matterReportView,
  signedInAnswerRequest,
  signedInTaskView,
} from '../../../domain/api/desk';
import {
  committeeSecretaries,
  diaryKeepers,
  matterSenders,
  signedInAnswerers,
} from '../../../domain/officials';
import { endpoint } from '../../endpoint';
import { requireOfficial } from '../../officials';
import { beginAtDesk, beginningForm } from '../../use-cases/begin-at-desk';
import { correctAnswer, readAnswerCorrection } from '../../use-cases/correct-answer';
import { correctDecision, readCorrection } from '../../use-cases/correct-decision';
import { correctDecisionEvent } from '../../use-cases/correct-event';
import { recordDecisionEvent } from '../../use-cases/decision-acts';
import { requireDeskCase } from '../../use-cases/read-desk-case';
import { readReport, renewReport } from '../../use-cases/renew-report';
import { answerSignedIn, readSignedInTask } from '../../use-cases/signed-in-tasks';

export const getBeginningForm = endpoint({
  method: 'get',
  path: '/api/:municipality/desk/begin/:process/form',
  summary: 'The form that begins a case of a process at the desk',
  responses: { 200: { description: 'The form', schema: deskFormView } },
  async handle({ context, municipality, request, response, param }) {
    await requireOfficial(context, request, municipality.id, matterSenders);
    response.json(await beginningForm(context, municipality, param('process')));
  },
});

export const postBeginning = endpoint({
  method: 'post',
  path: '/api/:municipality/desk/begin/:process',
  summary:
    'Begin a case of a process at the desk; the same submission key again gives the same case',
  body: beginRequest,
  responses: { 201: { description: 'The case it became', schema: beginReceipt } },
  async handle({ context, municipality, request, response, body, param }) {
    const official = await requireOfficial(context, request, municipality.id, matterSenders);
    const begun = await beginAtDesk(context, municipality, official, {
      ...body,
      address: param('process'),
    });
    response.status(201).json(begun);
  },
});

export const getMatterReport = endpoint({
  method: 'get',
  path: '/api/:municipality/desk/cases/:case/report',
  summary: 'The official report on a matter that is with committees, to be changed',
  responses: { 200: { description: 'The form', schema: matterReportView } },
  async handle({ context, municipality, request, response, param }) {
    const official = await requireOfficial(context, request, municipality.id, matterSenders);
    const view = await context.database.transaction(municipality.id, async (tx) => {
      const found = await requireDeskCase(tx, official, municipality.id, param('case'));
      return readReport(tx, context, found);
    });
    response.json(view);
  },
});

export const postMatterReport = endpoint({
  method: 'post',
  path: '/api/:municipality/desk/cases/:case/report',
  summary: 'Give the official report a new version while it is with committees',
  body: matterReportRequest,
  responses: { 204: { description: 'Sent to those that have not decided' } },
  async handle({ context, municipality, request, response, body, param }) {
    const official = await requireOfficial(context, request, municipality.id, matterSenders);
    await context.database.transaction(municipality.id, async (tx) => {
      const found = await requireDeskCase(tx, official, municipality.id, param('case'));
      await renewReport(tx, context, found, { municipality, official }, body);
    });
    context.nudgeRelay();
    response.status(204).end();
  },
});

export const getSignedInTask = endpoint({
  method: 'get',
  path: '/api/:municipality/desk/cases/:case/tasks/:task/form',
  summary: 'A question that is answered by somebody who has signed in',
  responses: { 200: { description: 'The question', schema: signedInTaskView } },
  async handle({ context, municipality, request, response, language, param }) {
    const official = await requireOfficial(context, request, municipality.id, signedInAnswerers);
    const view = await context.database.transaction(municipality.id, async (tx) => {
      const found = await requireDeskCase(tx, official, municipality.id, param('case'));
      return readSignedInTask(tx, context, found, { taskId: param('task'), official, language });
    });
    response.json(view);
  },
});

export const postSignedInAnswer = endpoint({
  method: 'post',
  path: '/api/:municipality/desk/cases/:case/tasks/:task/signed-in-answer',
  summary: 'Answer a question as somebody who has signed in; the first answer counts',
  body: signedInAnswerRequest,
  responses: { 204: { description: 'Answered' } },
  async handle({ context, municipality, request, response, body, param }) {
    const official = await requireOfficial(context, request, municipality.id, signedInAnswerers);
    await context.database.transaction(municipality.id, async (tx) => {
      const found = await requireDeskCase(tx, official, municipality.id, param('case'));
      const answer = { taskId: param('task'), official, typed: body.answers };
      await answerSignedIn(tx, context, found, answer);
    });
    context.nudgeRelay();
    response.status(204).end();
  },
});

export const getAnswerCorrection = endpoint({
  method: 'get',
  path: '/api/:municipality/desk/cases/:case/tasks/:task/correction',
  summary: 'An answer of an official, in the form in which it is corrected',
  responses: { 200: { description: 'The form', schema: answerCorrectionView } },
  async handle({ context, municipality, request, response, param }) {
    const official = await requireOfficial(context, request, municipality.id, signedInAnswerers);
    const view = await context.database.transaction(municipality.id, async (tx) => {
      const found = await requireDeskCase(tx, official, municipality.id, param('case'));
      const act = { municipality, official, taskId: param('task') };
      return readAnswerCorrection(tx, context, found, act);
    });
    response.json(view);
  },
});

export const postAnswerCorrection = endpoint({
  method: 'post',
  path: '/api/:municipality/desk/cases/:case/tasks/:task/correction',
  summary: 'Put right what an official has answered; the wrong answer stays',
  body: answerCorrectionRequest,
  responses: { 204: { description: 'Recorded' } },
  async handle({ context, municipality, request, response, body, param }) {
    const official = await requireOfficial(context, request, municipality.id, signedInAnswerers);
    await context.database.transaction(municipality.id, async (tx) => {
      const found = await requireDeskCase(tx, official, municipality.id, param('case'));
      const act = { municipality, official, taskId: param('task') };
      await correctAnswer(tx, context, found, act, body);
    });
    context.nudgeRelay();
    response.status(204).end();
  },
});

export const postDecisionEvent = endpoint({
  method: 'post',
  path: '/api/:municipality/desk/cases/:case/decisions/:decision/events',
  summary: 'Record something that happened to a decision of a committee',
  body: decisionEventRequest,
  responses: { 204: { description: 'Recorded' } },
  async handle({ context, municipality, request, response, body, param }) {
    // The registrar certifies; what happens to the decision the secretary knows.
    const roles =
      body.kind === 'certified' ? diaryKeepers : [...committeeSecretaries, ...diaryKeepers];
    const official = await requireOfficial(context, request, municipality.id, roles);
    await context.database.transaction(municipality.id, async (tx) => {
      const found = await requireDeskCase(tx, official, municipality.id, param('case'));
      const act = { municipality, official, decisionId: param('decision') };
      await recordDecisionEvent(tx, context, found, act, body);
    });
    context.nudgeRelay();
    response.status(204).end();
  },
});

export const postEventCorrection = endpoint({
  method: 'post',
  path: '/api/:municipality/desk/cases/:case/decisions/:decision/event-corrections',
  summary:
    'Record that something which was recorded of a decision was on another day, or never happened',
  body: eventCorrectionRequest,
  responses: { 204: { description: 'Recorded' } },
  async handle({ context, municipality, request, response, body, param }) {
    const roles = [...committeeSecretaries, ...diaryKeepers];
    const official = await requireOfficial(context, request, municipality.id, roles);
    await context.database.transaction(municipality.id, async (tx) => {
      const found = await requireDeskCase(tx, official, municipality.id, param('case'));
      const act = { municipality, official, decisionId: param('decision') };
      await correctDecisionEvent(tx, context, found, act, body);
    });
    context.nudgeRelay();
    response.status(204).end();
  },
});

export const getDecisionCorrection = endpoint({
  method: 'get',
  path: '/api/:municipality/desk/cases/:case/decisions/:decision/correction',
  summary: 'The form in which the record of a decision is corrected, with what stands in it',
  responses: { 200: { description: 'The form', schema: correctionView } },
  async handle({ context, municipality, request, response, param }) {
    const official = await requireOfficial(context, request, municipality.id, committeeSecretaries);
    const view = await context.database.transaction(municipality.id, async (tx) => {
      const found = await requireDeskCase(tx, official, municipality.id, param('case'));
      return readCorrection(tx, context, found, { municipality, decisionId: param('decision') });
    });
    response.json(view);
  },
});

export const postDecisionCorrection = endpoint({
  method: 'post',
  path: '/api/:municipality/desk/cases/:case/decisions/:decision/correction',
  summary: 'Record a decision of a committee anew where the record is wrong',
  body: signedInAnswerRequest,
  responses: { 204: { description: 'Recorded' } },
  async handle({ context, municipality, request, response, body, param }) {
    const official = await requireOfficial(context, request, municipality.id, committeeSecretaries);
    await context.database.transaction(municipality.id, async (tx) => {
      const found = await requireDeskCase(tx, official, municipality.id, param('case'));
      const act = { municipality, official, decisionId: param('decision') };
      await correctDecision(tx, context, found, act, body.answers);
    });
    context.nudgeRelay();
    response.status(204).end();
  },
});
