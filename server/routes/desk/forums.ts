import {
  beginRequest,
  correctionView,
  paperReceipt,
  signedInAnswerRequest,
} from '../../../domain/api/desk';
import { deskForumsAnswer } from '../../../domain/api/forum';
import { deskReaders, forumKeepers, matterSenders } from '../../../domain/officials';
import { endpoint } from '../../endpoint';
import { requireOfficial } from '../../officials';
import {
  changeAnnouncement,
  readAnnouncement,
  readForumsAtDesk,
} from '../../use-cases/forums-at-desk';
import { requireDeskCase } from '../../use-cases/read-desk-case';
import { readForumAccession, signAtForum } from '../../use-cases/sign-at-forum';

export const getDeskForums = endpoint({
  method: 'get',
  path: '/api/:municipality/desk/forums',
  summary: 'The dialogue forums, and what they cost against the budget lines of each year',
  responses: { 200: { description: 'The forums', schema: deskForumsAnswer } },
  async handle({ context, municipality, request, response }) {
    await requireOfficial(context, request, municipality.id, deskReaders);
    const answer = await context.database.transaction(municipality.id, (tx) =>
      readForumsAtDesk(tx, municipality, context.clock()),
    );
    response.json(answer);
  },
});

export const getAnnouncement = endpoint({
  method: 'get',
  path: '/api/:municipality/desk/cases/:case/forum',
  summary: 'The announcement of a dialogue forum that is still to come, to be changed',
  responses: { 200: { description: 'The form', schema: correctionView } },
  async handle({ context, municipality, request, response, param }) {
    const official = await requireOfficial(context, request, municipality.id, matterSenders);
    const view = await context.database.transaction(municipality.id, async (tx) => {
      const found = await requireDeskCase(tx, official, municipality.id, param('case'));
      return readAnnouncement(tx, context, municipality, found);
    });
    response.json(view);
  },
});

export const postAnnouncement = endpoint({
  method: 'post',
  path: '/api/:municipality/desk/cases/:case/forum',
  summary: 'Announce a dialogue forum anew: everybody who was told is told again',
  body: signedInAnswerRequest,
  responses: { 204: { description: 'Changed' } },
  async handle({ context, municipality, request, response, body, param }) {
    const official = await requireOfficial(context, request, municipality.id, matterSenders);
    await context.database.transaction(municipality.id, async (tx) => {
      const found = await requireDeskCase(tx, official, municipality.id, param('case'));
      await changeAnnouncement(tx, context, { municipality, official, found }, body.answers);
    });
    context.nudgeRelay();
    response.status(204).end();
  },
});

export const getForumAccession = endpoint({
  method: 'get',
  path: '/api/:municipality/desk/cases/:case/forum/accession',
  summary: 'The form for an organisation that signed at a dialogue forum',
  responses: { 200: { description: 'The form', schema: correctionView } },
  async handle({ context, municipality, request, response, param }) {
    const official = await requireOfficial(context, request, municipality.id, forumKeepers);
    const view = await context.database.transaction(municipality.id, async (tx) => {
      const found = await requireDeskCase(tx, official, municipality.id, param('case'));
      return readForumAccession(tx, context, municipality, found);
    });
    response.json(view);
  },
});

export const postForumAccession = endpoint({
  method: 'post',
  path: '/api/:municipality/desk/cases/:case/forum/accession',
  summary:
    'Enter an organisation that signed at a dialogue forum: an accession at its confirmation, with evidence',
  body: beginRequest,
  responses: { 201: { description: 'The case it became', schema: paperReceipt } },
  async handle({ context, municipality, request, response, body, param }) {
    const official = await requireOfficial(context, request, municipality.id, forumKeepers);
    const receipt = await context.database.transaction(municipality.id, async (tx) => {
      const found = await requireDeskCase(tx, official, municipality.id, param('case'));
      return signAtForum(tx, context, { municipality, official, found }, body);
    });
    context.nudgeRelay();
    response.status(201).json(receipt);
  },
});
