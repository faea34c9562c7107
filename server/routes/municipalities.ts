import { z } from 'zod';
import {
  agreementAnswer,
  formView,
  municipalityView as municipalityShape,
} from '../../domain/api/shapes';
import { findAgreementInForce } from '../../database/repositories/agreement.repository';
import { stockholmDate } from '../../domain/calendar';
import { jsonSchemaOf } from '../../domain/forms/schema';
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
      .map((municipality) => municipalityView(municipality, language))
      .sort((a, b) => a.name.localeCompare(b.name, 'sv'));
    response.json({ municipalities });
  },
});

export const getMunicipality = endpoint({
  method: 'get',
  path: '/api/:municipality',
  summary: 'A municipality: its names, languages and contact',
  responses: { 200: { description: 'The municipality', schema: municipalityShape } },
  async handle({ municipality, response, language }) {
    response.json(municipalityView(municipality, language));
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

export const getApplicationForm = endpoint({
  method: 'get',
  path: '/api/:municipality/forms/application',
  summary: 'The application form as data',
  responses: { 200: { description: 'The form definition', schema: formView } },
  async handle({ context, municipality, response }) {
    response.json(
      formView.parse(context.forms.get(municipality.processes.accession.applicationForm)),
    );
  },
});

export const getApplicationSchema = endpoint({
  method: 'get',
  path: '/api/:municipality/forms/application/schema',
  summary: "JSON Schema (2020-12) of the application form's answers",
  responses: {
    200: {
      description: 'The schema',
      schema: z.record(z.string(), z.unknown()),
      contentType: 'application/schema+json',
    },
  },
  async handle({ context, municipality, response }) {
    const form = context.forms.get(municipality.processes.accession.applicationForm);
    response.type('application/schema+json').send(JSON.stringify(jsonSchemaOf(form)));
  },
});
