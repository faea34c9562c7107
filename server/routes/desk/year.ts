import { wheelActRequest, yearAnswer } from '../../../domain/api/follow-up';
import { DomainError } from '../../../domain/errors';
import { deskReaders, wheelTurners } from '../../../domain/officials';
import { endpoint } from '../../endpoint';
import { requireOfficial } from '../../officials';
import { changeYear, readYear } from '../../use-cases/turn-wheel';

export const getYear = endpoint({
  method: 'get',
  path: '/api/:municipality/desk/year',
  summary: 'When the yearly follow-up opens, what has become of it, and what was done to it',
  responses: { 200: { description: 'Years oldest first', schema: yearAnswer } },
  async handle({ context, municipality, request, response, language }) {
    await requireOfficial(context, request, municipality.id, deskReaders);
    const answer = await context.database.transaction(municipality.id, (tx) =>
      readYear(tx, municipality, { language, now: context.clock() }),
    );
    response.json(answer);
  },
});

export const postWheelAct = endpoint({
  method: 'post',
  path: '/api/:municipality/desk/year/:year/acts',
  summary: 'Move, skip, restore or open now the follow-up of a year',
  body: wheelActRequest,
  responses: { 204: { description: 'Done; a follow-up that is due opens shortly' } },
  async handle({ context, municipality, request, response, body, param }) {
    const official = await requireOfficial(context, request, municipality.id, wheelTurners);
    const year = param('year');
    if (!/^20\d\d$/.test(year)) throw new DomainError('wheel.none');
    await context.database.transaction(municipality.id, (tx) =>
      changeYear(
        tx,
        municipality,
        { ...body, year: Number(year) },
        { official, now: context.clock() },
      ),
    );
    context.nudgeRelay();
    response.status(204).end();
  },
});
