import { groupChangeRequest, groupsAnswer } from '../../../domain/api/groups';
import { deskReaders, groupKeepers } from '../../../domain/officials';
import { endpoint } from '../../endpoint';
import { requireOfficial } from '../../officials';
import { changeGroup } from '../../use-cases/change-group';
import { readGroups } from '../../use-cases/read-groups';

export const getGroups = endpoint({
  method: 'get',
  path: '/api/:municipality/desk/groups',
  summary: 'The groups that are asked together, with everybody who sat, sits or is to sit there',
  responses: { 200: { description: 'As configuration orders them', schema: groupsAnswer } },
  async handle({ context, municipality, request, response, language }) {
    await requireOfficial(context, request, municipality.id, deskReaders);
    const groups = await context.database.transaction(municipality.id, (tx) =>
      readGroups(tx, municipality, { language, now: context.clock() }),
    );
    response.json({ groups });
  },
});

export const postGroupChange = endpoint({
  method: 'post',
  path: '/api/:municipality/desk/groups/:group/changes',
  summary: 'Change who sits in a group; what they are asked goes along',
  body: groupChangeRequest,
  responses: { 204: { description: 'Changed' } },
  async handle({ context, municipality, request, response, body, param }) {
    const official = await requireOfficial(context, request, municipality.id, groupKeepers);
    await context.database.transaction(municipality.id, (tx) =>
      changeGroup(tx, context, municipality, { id: param('group'), official }, body),
    );
    context.nudgeRelay();
    response.status(204).end();
  },
});
