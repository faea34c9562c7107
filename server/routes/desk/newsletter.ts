import {
  deskNewsletterAnswer,
  removalAnswer,
  removalRequest,
} from '../../../domain/api/newsletter';
import { caseWorkers, deskReaders } from '../../../domain/officials';
import { endpoint } from '../../endpoint';
import { requireOfficial } from '../../officials';
import { readNewsletterAtDesk } from '../../use-cases/read-newsletters';
import { removeAddress } from '../../use-cases/subscribe';

export const getDeskNewsletter = endpoint({
  method: 'get',
  path: '/api/:municipality/desk/newsletter',
  summary: 'How many subscribe to the newsletter in each language, and the newsletters sent',
  responses: { 200: { description: 'The numbers, never who', schema: deskNewsletterAnswer } },
  async handle({ context, municipality, request, response, language }) {
    await requireOfficial(context, request, municipality.id, deskReaders);
    const answer = await context.database.transaction(municipality.id, (tx) =>
      readNewsletterAtDesk(tx, municipality, language),
    );
    response.json(answer);
  },
});

export const postRemoval = endpoint({
  method: 'post',
  path: '/api/:municipality/desk/newsletter/removals',
  summary: "Remove an address from the newsletter at its owner's request",
  body: removalRequest,
  responses: { 200: { description: 'Whether it was there', schema: removalAnswer } },
  async handle({ context, municipality, request, response, body }) {
    await requireOfficial(context, request, municipality.id, caseWorkers);
    const removed = await context.database.transaction(municipality.id, (tx) =>
      removeAddress(tx, context, municipality, body.email),
    );
    response.json({ removed });
  },
});
