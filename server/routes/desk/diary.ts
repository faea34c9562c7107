import { numberRequest, secrecyRequest } from '../../../domain/api/desk';
import { diaryKeepers } from '../../../domain/officials';
import { endpoint } from '../../endpoint';
import { requireOfficial } from '../../officials';
import { giveNumber, setSecrecy } from '../../use-cases/keep-diary';
import { requireDeskCase } from '../../use-cases/read-desk-case';

export const postNumber = endpoint({
  method: 'post',
  path: '/api/:municipality/desk/cases/:case/number',
  summary: "Give a case the committee's diary number; the old one still leads to it",
  body: numberRequest,
  responses: { 204: { description: 'Given' } },
  async handle({ context, municipality, request, response, body, param }) {
    const official = await requireOfficial(context, request, municipality.id, diaryKeepers);
    await context.database.transaction(municipality.id, async (tx) => {
      const found = await requireDeskCase(tx, official, municipality.id, param('case'));
      await giveNumber(tx, { found, official, now: context.clock() }, body);
    });
    response.status(204).end();
  },
});

export const postSecrecy = endpoint({
  method: 'post',
  path: '/api/:municipality/desk/cases/:case/secrecy',
  summary: 'Mark a case or one of its records as secret, or lift the mark',
  body: secrecyRequest,
  responses: { 204: { description: 'Marked, or lifted' } },
  async handle({ context, municipality, request, response, body, param }) {
    const official = await requireOfficial(context, request, municipality.id, diaryKeepers);
    await context.database.transaction(municipality.id, async (tx) => {
      const found = await requireDeskCase(tx, official, municipality.id, param('case'));
      await setSecrecy(tx, { found, official, now: context.clock() }, body);
    });
    response.status(204).end();
  },
});
