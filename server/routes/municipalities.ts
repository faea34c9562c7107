import { z } from 'zod';
import { agreementAnswer, municipalityView as municipalityShape } from '../../domain/api/shapes';
import { findAgreementInForce } from '../../database/repositories/agreement.repository';
import { stockholmDate } from '../../domain/calendar';
import { endpoint } from '../endpoint';
import { agreementView, municipalityView } from '../use-cases/views';

export const listMunicipalities = endpoint({
  method: 'get',
  path: '/api/municipalities',
  summary: 'Municipalities on this installation',
  responses: {
    200: {
      description: 'All of them, by name',
      schema: z.object({ municipalities: z.array(municipalityShape) }),
    },
  },
  async handle({ context, response, language }) {
    const municipalities = [...context.municipalities.values()]
      .map((municipality) => municipalityView(municipality, language, context.processes))
      .sort((a, b) => a.name.localeCompare(b.name, 'sv'));
    response.json({ municipalities });
  },
});

export const getMunicipality = endpoint({
  method: 'get',
  path: '/api/:municipality',
  summary: 'A municipality: its names, languages and contact',
  responses: { 200: { description: 'The municipality', schema: municipalityShape } },
  async handle({ context, municipality, response, language }) {
    response.json(municipalityView(municipality, language, context.processes));
  },
});

export const getAgreement = endpoint({
  method: 'get',
  path: '/api/:municipality/agreement',
  summary: 'The agreement in force',
  responses: {
    200: { description: 'The agreement, or null before the first', schema: agreementAnswer },
  },
  async handle({ context, municipality, response, language }) {
    const version = await context.database.transaction(municipality.id, (tx) =>
      findAgreementInForce(tx, municipality.id, stockholmDate(context.clock())),
    );
    response.json({ agreement: version ? agreementView(version, language) : null });
  },
});
