import { z } from 'zod';
import { partiesAnswer, registerQuery } from '../../domain/api/shapes';
import { csvOf } from '../../domain/csv';
import { registerRows } from '../../domain/register/register-rows';
import { endpoint } from '../endpoint';
import { readRegister } from '../use-cases/read-register';

export const getParties = endpoint({
  method: 'get',
  path: '/api/:municipality/parties',
  summary:
    'The public register of organisations that have acceded, by name. Fields are only ever added.',
  query: registerQuery,
  responses: { 200: { description: 'Those that the search finds', schema: partiesAnswer } },
  async handle({ context, municipality, response, query }) {
    response.json({ parties: await readRegister(context, municipality, query.search) });
  },
});

export const getPartiesCsv = endpoint({
  method: 'get',
  path: '/api/:municipality/parties.csv',
  summary:
    'The register for a spreadsheet: UTF-8 with its mark, semicolons, the same columns in the same order',
  query: registerQuery,
  responses: {
    200: {
      description: 'Those that the search finds',
      contentType: 'text/csv',
      schema: z.string(),
    },
  },
  async handle({ context, municipality, response, query }) {
    const parties = await readRegister(context, municipality, query.search);
    const language = query.language ?? municipality.defaultLanguage;
    response
      .type('text/csv')
      .attachment(`register-${municipality.id}.csv`)
      .send(csvOf(registerRows(parties, language)));
  },
});
