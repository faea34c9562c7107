import { interventionRequest, type InterventionRequest } from '../../../domain/api/shapes';
import type { Municipality } from '../../../domain/municipality';
import { endpoint } from '../../endpoint';
import { requireOfficial } from '../../officials';
import { requireDeskCase } from '../../use-cases/read-desk-case';
import { intervene, refuseUnlessWithdrawable, type Wish } from '../../use-cases/intervene';

/** What an official does to a case, whatever its process: the same messages everywhere. */
export const postIntervention = endpoint({
  method: 'post',
  path: '/api/:municipality/desk/cases/:case/interventions',
  summary: 'Extend, reassign, pause, resume, end, send again or retry, with a reason',
  body: interventionRequest,
  responses: { 204: { description: 'It is done' } },
  async handle({ context, municipality, request, response, body, param }) {
    const roles = ['administrator', 'registrar', 'officer'] as const;
    const official = await requireOfficial(context, request, municipality.id, roles);
    const wish = wishOf(body, municipality);
    const { reason } = body;
    await context.database.transaction(municipality.id, async (tx) => {
      const found = await requireDeskCase(tx, official, municipality.id, param('case'));
      if (wish.kind === 'withdraw') refuseUnlessWithdrawable(context, found);
      const { id: caseId } = found;
      const intervention = {
        caseId,
        wish,
        reason,
        actor: 'official',
        by: official.subject,
      } as const;
      await intervene(tx, municipality, intervention, context.clock());
    });
    context.nudgeRelay();
    response.status(204).end();
  },
});

function wishOf(
  body: InterventionRequest,
  { defaultLanguage }: Municipality,
): Wish | { kind: 'retry' } {
  if (body.kind !== 'reassign') return body;
  const { kind, task, name, email, language = defaultLanguage } = body;
  return { kind, task, to: { name, email, language } };
}
