import { caseListAnswer, caseListRequest } from '../../../domain/api/desk';
import { deskReaders } from '../../../domain/officials';
import { endpoint } from '../../endpoint';
import { requireOfficial } from '../../officials';
import { listDeskCases } from '../../use-cases/list-cases';

export const searchCases = endpoint({
  method: 'post',
  path: '/api/:municipality/desk/cases/search',
  summary: 'The cases of the municipality, page by page; changes nothing',
  body: caseListRequest,
  responses: { 200: { description: 'A page of cases', schema: caseListAnswer } },
  async handle({ context, municipality, request, response, language, body }) {
    const official = await requireOfficial(context, request, municipality.id, deskReaders);
    const answer = await context.database.transaction(municipality.id, (tx) =>
      listDeskCases(tx, municipality.id, body, { official, now: context.clock(), language }),
    );
    response.json(answer);
  },
});
