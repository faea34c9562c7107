import { z } from 'zod';
import {
  newslettersAnswer,
  newsletterView,
  subscriberToken,
  subscriptionRequest,
} from '../../domain/api/newsletter';
import { languages } from '../../domain/language';
import { endpoint } from '../endpoint';
import { listNewsletters, readNewsletter, readNewsletterPdf } from '../use-cases/read-newsletters';
import { askForNewsletter, confirmSubscription, leaveByToken } from '../use-cases/subscribe';

export const getNewsletters = endpoint({
  method: 'get',
  path: '/api/:municipality/newsletter',
  summary: 'The newsletters that were sent, latest first',
  responses: { 200: { description: 'The newsletters', schema: newslettersAnswer } },
  async handle({ context, municipality, response, language }) {
    const answer = await context.database.transaction(municipality.id, (tx) =>
      listNewsletters(tx, municipality, language),
    );
    response.json(answer);
  },
});

export const getNewsletter = endpoint({
  method: 'get',
  path: '/api/:municipality/newsletter/:case',
  summary: 'A newsletter in the language asked for, or in Swedish where it has no other',
  responses: { 200: { description: 'The newsletter', schema: newsletterView } },
  async handle({ context, municipality, response, language, param }) {
    const view = await context.database.transaction(municipality.id, (tx) =>
      readNewsletter(tx, municipality, { caseId: param('case'), language }),
    );
    response.json(view);
  },
});

export const getNewsletterPdf = endpoint({
  method: 'get',
  path: '/api/:municipality/newsletter/:case/newsletter.pdf',
  summary: 'The archived PDF of a newsletter',
  query: z.object({ language: z.enum(languages).optional() }),
  responses: {
    200: { description: 'The document', contentType: 'application/pdf', schema: z.string() },
  },
  async handle({ context, municipality, response, query, param }) {
    const language = query.language ?? municipality.defaultLanguage;
    const bytes = await context.database.transaction(municipality.id, (tx) =>
      readNewsletterPdf(tx, municipality, { caseId: param('case'), language }),
    );
    response.type('application/pdf').set('Content-Disposition', 'inline').send(bytes);
  },
});

export const postSubscription = endpoint({
  method: 'post',
  path: '/api/:municipality/newsletter/subscriptions',
  summary: 'Ask for the newsletter; a mailed link confirms that it is wanted there',
  body: subscriptionRequest,
  limit: 'linkRequests',
  responses: { 202: { description: 'Always, whether or not the address subscribes already' } },
  async handle({ context, municipality, response, body }) {
    await context.database.transaction(municipality.id, (tx) =>
      askForNewsletter(tx, context, municipality, body.answers),
    );
    context.nudgeRelay();
    response.status(202).end();
  },
});

export const postConfirmation = endpoint({
  method: 'post',
  path: '/api/:municipality/newsletter/confirmations',
  summary: 'Confirm a subscription by the token of a mailed link',
  body: subscriberToken,
  limit: 'links',
  responses: { 204: { description: 'Confirmed, now or before' } },
  async handle({ context, municipality, response, body }) {
    await context.database.transaction(municipality.id, (tx) =>
      confirmSubscription(tx, context, municipality, body.token),
    );
    response.status(204).end();
  },
});

export const postDeparture = endpoint({
  method: 'post',
  path: '/api/:municipality/newsletter/departures',
  summary: 'Unsubscribe by the token of the link in a newsletter',
  body: subscriberToken,
  limit: 'links',
  responses: { 204: { description: 'Always: no newsletter goes there any more' } },
  async handle({ context, municipality, response, body }) {
    await context.database.transaction(municipality.id, (tx) =>
      leaveByToken(tx, context, municipality, { token: body.token, way: 'page' }),
    );
    response.status(204).end();
  },
});

/** Not limited: a mail provider sends the wishes of all its readers from few addresses, and a token cannot be guessed. */
export const postOneClick = endpoint({
  method: 'post',
  path: '/api/:municipality/newsletter/unsubscribe/:token',
  summary:
    'What the header List-Unsubscribe of a newsletter names (RFC 8058): unsubscribes at once, without cookie or page',
  responses: { 204: { description: 'Always: no newsletter goes there any more' } },
  async handle({ context, municipality, response, param }) {
    await context.database.transaction(municipality.id, (tx) =>
      leaveByToken(tx, context, municipality, { token: param('token'), way: 'oneClick' }),
    );
    response.status(204).end();
  },
});

export const getOneClick = endpoint({
  method: 'get',
  path: '/api/:municipality/newsletter/unsubscribe/:token',
  summary: 'The same address in a browser: to the page with the button; nothing is changed',
  responses: { 303: { description: 'To the page' } },
  handle({ municipality, response, param }) {
    const page = `/${municipality.id}/newsletter/unsubscribe`;
    response
      .status(303)
      .location(`${page}#${encodeURIComponent(param('token'))}`)
      .end();
    return Promise.resolve();
  },
});
