import {
  applicationRequest,
  draftChange,
  draftLinkRequest,
  draftRequest,
  draftView as draftShape,
  receiptView,
} from '../../domain/api/shapes';
import { endpoint } from '../endpoint';
import { openDraftSession, requireDraft, requireOpenDraft } from '../sessions';
import { beginDraft, changeDraft, draftView, mailDraftLink } from '../use-cases/keep-draft';
import { receiveApplication } from '../use-cases/receive-application';

export const postDraft = endpoint({
  method: 'post',
  path: '/api/:municipality/drafts',
  summary: 'Keep an application that is not sent yet; a session cookie opens it from then on',
  body: draftRequest,
  limit: 'drafts',
  responses: { 201: { description: 'Kept', schema: draftShape } },
  async handle({ context, municipality, language, body, response }) {
    const draft = await context.database.transaction(municipality.id, async (tx) => {
      const begun = await beginDraft(tx, context, { municipality, language, request: body });
      await openDraftSession(tx, context, response, municipality, begun);
      return begun;
    });
    context.nudgeRelay();
    response.status(201).json(draftView(context, draft, municipality));
  },
});

export const getDraft = endpoint({
  method: 'get',
  path: '/api/:municipality/drafts/:draft',
  summary: 'What a draft holds',
  responses: { 200: { description: 'The draft', schema: draftShape } },
  async handle({ context, municipality, request, response, param }) {
    const draft = await context.database.transaction(municipality.id, (tx) =>
      requireOpenDraft(tx, request, municipality.id, param('draft'), context.clock()),
    );
    response.json(draftView(context, draft, municipality));
  },
});

export const putDraft = endpoint({
  method: 'put',
  path: '/api/:municipality/drafts/:draft',
  summary: 'Save what was typed; refused when somebody else saved since it was read',
  body: draftChange,
  responses: { 200: { description: 'Saved', schema: draftShape } },
  async handle({ context, municipality, request, response, body, param }) {
    const saved = await context.database.transaction(municipality.id, async (tx) => {
      const now = context.clock();
      const draft = await requireOpenDraft(tx, request, municipality.id, param('draft'), now);
      return changeDraft(tx, context, draft, body);
    });
    response.json(draftView(context, saved, municipality));
  },
});

export const postDraftLink = endpoint({
  method: 'post',
  path: '/api/:municipality/drafts/:draft/link',
  summary: 'Have a link to the draft mailed, to go on with it anywhere',
  body: draftLinkRequest,
  limit: 'linkRequests',
  responses: { 202: { description: 'It will be mailed', schema: draftShape } },
  async handle({ context, municipality, request, response, body, param }) {
    const asked = await context.database.transaction(municipality.id, async (tx) => {
      const now = context.clock();
      const draft = await requireOpenDraft(tx, request, municipality.id, param('draft'), now);
      return mailDraftLink(tx, context, draft, body.email);
    });
    context.nudgeRelay();
    response.status(202).json(draftView(context, asked, municipality));
  },
});

export const postDraftApplication = endpoint({
  method: 'post',
  path: '/api/:municipality/drafts/:draft/application',
  summary: 'Send an application with the files of its draft, which ends',
  body: applicationRequest,
  limit: 'applications',
  responses: { 201: { description: 'Received', schema: receiptView } },
  async handle({ context, municipality, language, request, response, body, param }) {
    const draft = await context.database.transaction(municipality.id, (tx) =>
      requireDraft(tx, request, municipality.id, param('draft'), context.clock()),
    );
    const receipt = await receiveApplication(context, municipality, language, {
      ...body,
      draftId: draft.id,
    });
    response.status(201).json(receipt);
  },
});
