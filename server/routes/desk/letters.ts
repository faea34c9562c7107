import { readerRequest, refusedLetterRequest } from '../../../domain/api/desk';
import { caseWorkers } from '../../../domain/officials';
import { endpoint } from '../../endpoint';
import { requireOfficial } from '../../officials';
import { mendLetter } from '../../use-cases/mend-letter';
import { reachReader } from '../../use-cases/reach-reader';
import { requireDeskCase } from '../../use-cases/read-desk-case';

export const postRefusedLetter = endpoint({
  method: 'post',
  path: '/api/:municipality/desk/cases/:case/letters/:letter',
  summary:
    'See to a letter that could not be delivered: send it again, correct its address, post it, or say that it arrived',
  body: refusedLetterRequest,
  responses: { 204: { description: 'The letter is on its way again, or needs nobody' } },
  async handle({ context, municipality, request, response, body, param }) {
    const official = await requireOfficial(context, request, municipality.id, caseWorkers);
    await context.database.transaction(municipality.id, async (tx) => {
      const found = await requireDeskCase(tx, official, municipality.id, param('case'));
      const letterId = param('letter');
      await mendLetter(tx, { found, letterId, official, now: context.clock() }, body);
    });
    context.nudgeRelay();
    response.status(204).end();
  },
});

export const postReader = endpoint({
  method: 'post',
  path: '/api/:municipality/desk/cases/:case/letters/:letter/reader',
  summary:
    'Decide how whoever a letter was to is reached from now on, by post or by mail, or tell that it came back',
  body: readerRequest,
  responses: { 204: { description: 'It is recorded; letters go that way from now on' } },
  async handle({ context, municipality, request, response, body, param }) {
    const official = await requireOfficial(context, request, municipality.id, caseWorkers);
    await context.database.transaction(municipality.id, async (tx) => {
      const found = await requireDeskCase(tx, official, municipality.id, param('case'));
      const decision = { municipality, found, letterId: param('letter'), official };
      await reachReader(tx, { ...decision, now: context.clock() }, body);
    });
    context.nudgeRelay();
    response.status(204).end();
  },
});
