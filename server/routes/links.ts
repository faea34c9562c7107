import { linkExchangeRequest, linkRequest, linkTarget } from '../../domain/api/shapes';
import { findDraftByKey } from '../../database/repositories/draft.repository';
import { findLinkByToken } from '../../database/repositories/link.repository';
import { DomainError } from '../../domain/errors';
import { endpoint } from '../endpoint';
import { isSecure, openDraftSession, openSession } from '../sessions';
import { targetOf } from '../use-cases/exchange-link';
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
      const link = await findLinkByToken(tx, municipality.id, body.token);
      if (link) {
        const opened = await targetOf(tx, link, now);
        const secure = isSecure(context.publicUrl);
        await openSession(tx, response, { link, target: opened, now, secure });
        return opened;
      }
      const draft = await findDraftByKey(tx, municipality.id, 'link', body.token, now);
      if (!draft || draft.ended_at) throw new DomainError('link.unusable');
      await openDraftSession(tx, context, response, municipality, draft);
      return { kind: 'draft' as const, id: draft.id, language: draft.language };
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
