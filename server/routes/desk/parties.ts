import {
  deskParty,
  deskPartiesAnswer,
  paperReceipt,
  partySearch,
  exclusionRequest,
} from '../../../domain/api/desk';
import { caseWorkers, deskReaders } from '../../../domain/officials';
import { endpoint } from '../../endpoint';
import { requireOfficial } from '../../officials';
import { beginExclusion } from '../../use-cases/begin-exclusion';
import { listParties, readParty } from '../../use-cases/read-parties';

export const searchParties = endpoint({
  method: 'post',
  path: '/api/:municipality/desk/parties/search',
  summary: 'Who is and who was in the register, by name; changes nothing',
  body: partySearch,
  responses: { 200: { description: 'Those that the search finds', schema: deskPartiesAnswer } },
  async handle({ context, municipality, request, response, body }) {
    const official = await requireOfficial(context, request, municipality.id, deskReaders);
    const parties = await context.database.transaction(municipality.id, (tx) =>
      listParties(tx, municipality.id, official, body.search),
    );
    response.json({ parties });
  },
});

export const getParty = endpoint({
  method: 'get',
  path: '/api/:municipality/desk/parties/:party',
  summary: 'A party: who speaks for it now, and its history',
  responses: { 200: { description: 'The party', schema: deskParty } },
  async handle({ context, municipality, request, response, language, param }) {
    const official = await requireOfficial(context, request, municipality.id, deskReaders);
    const reading = { official, municipalityId: municipality.id, language };
    const party = await context.database.transaction(municipality.id, (tx) =>
      readParty(tx, context, reading, param('party')),
    );
    response.json(party);
  },
});

export const postExclusion = endpoint({
  method: 'post',
  path: '/api/:municipality/desk/parties/:party/exclusion',
  summary: 'Begin to consider excluding a party: it is told why and heard first',
  body: exclusionRequest,
  responses: { 201: { description: 'The case it became', schema: paperReceipt } },
  async handle({ context, municipality, request, response, body, param }) {
    const official = await requireOfficial(context, request, municipality.id, caseWorkers);
    const receipt = await beginExclusion(context, municipality, official, {
      partyId: param('party'),
      ...body,
    });
    response.status(201).json(receipt);
  },
});
