import { committeeChangeRequest, committeesAnswer, committeeView } from '../../../domain/api/desk';
import { committeeSecretaries, deskReaders } from '../../../domain/officials';
import { endpoint } from '../../endpoint';
import { requireOfficial } from '../../officials';
import { changeCommittee } from '../../use-cases/change-committee';
import { readCommittee, readCommittees } from '../../use-cases/read-committees';

export const getCommittees = endpoint({
  method: 'get',
  path: '/api/:municipality/desk/committees',
  summary: 'Every committee there is or was',
  responses: { 200: { description: 'By their letters', schema: committeesAnswer } },
  async handle({ context, municipality, request, response, language }) {
    await requireOfficial(context, request, municipality.id, deskReaders);
    const reading = { municipalityId: municipality.id, language, now: context.clock() };
    const committees = await context.database.transaction(municipality.id, (tx) =>
      readCommittees(tx, reading),
    );
    response.json({ committees });
  },
});

export const getCommittee = endpoint({
  method: 'get',
  path: '/api/:municipality/desk/committees/:committee',
  summary: 'A committee with its calendar and its members',
  responses: { 200: { description: 'The committee', schema: committeeView } },
  async handle({ context, municipality, request, response, language, param }) {
    await requireOfficial(context, request, municipality.id, deskReaders);
    const reading = { municipalityId: municipality.id, language, now: context.clock() };
    const view = await context.database.transaction(municipality.id, (tx) =>
      readCommittee(tx, reading, param('committee')),
    );
    response.json(view);
  },
});

export const postCommitteeChange = endpoint({
  method: 'post',
  path: '/api/:municipality/desk/committees/:committee/changes',
  summary: 'Change a committee, its calendar or its members',
  body: committeeChangeRequest,
  responses: { 204: { description: 'Changed' } },
  async handle({ context, municipality, request, response, body, param }) {
    const official = await requireOfficial(context, request, municipality.id, committeeSecretaries);
    await context.database.transaction(municipality.id, (tx) => {
      const who = { municipality, official, now: context.clock() };
      return changeCommittee(tx, who, param('committee'), body);
    });
    context.nudgeRelay();
    response.status(204).end();
  },
});
