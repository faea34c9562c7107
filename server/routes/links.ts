import { linkExchangeRequest, linkRequest, linkTarget } from '../../domain/api/shapes';
import { endpoint } from '../endpoint';
import { openSession } from '../sessions';
import { resolveLink } from '../use-cases/exchange-link';
import { requestLink } from '../use-cases/request-link';

export const exchangeLink = endpoint({
  method: 'post',
  path: '/api/:municipality/links/exchange',
  summary: "Exchange a link's token for a session cookie; the link stays usable",
  body: linkExchangeRequest,
  limit: 'links',
  responses: { 200: { description: 'What the link opens', schema: linkTarget } },
  async handle({ context, municipality, body, response }) {
    const now = context.clock();
    const target = await context.database.transaction(municipality.id, async (tx) => {
      const resolved = await resolveLink(tx, municipality.id, body.token, now);
      const secure = context.publicUrl.startsWith('https:');
      await openSession(tx, response, { ...resolved, now, secure });
      return resolved.target;
    });
    response.json(target);
  },
});

export const requestNewLink = endpoint({
  method: 'post',
  path: '/api/:municipality/links/requests',
  summary: 'Ask for a new link; it goes to the address on record, and only there',
  body: linkRequest,
  limit: 'linkRequests',
  responses: { 202: { description: 'Always, whether or not there is such a case' } },
  async handle({ context, municipality, body, response }) {
    await requestLink(context, municipality, body);
    response.status(202).end();
  },
});
