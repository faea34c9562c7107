import { conflictRequest, delegationRequest, withdrawalRequest } from '../../domain/api/shapes';
import { isMunicipalRole } from '../../domain/asking/stand-ins';
import { DomainError } from '../../domain/errors';
import { endpoint } from '../endpoint';
import { requireCase, requireTask } from '../sessions';
import { intervene, refuseUnlessWithdrawable } from '../use-cases/intervene';
import { standInsFor } from '../use-cases/stand-ins';

const done = { 204: { description: 'It is done' } };

export const postWithdrawal = endpoint({
  method: 'post',
  path: '/api/:municipality/cases/:case/withdrawal',
  summary: 'The organisation withdraws its application',
  body: withdrawalRequest,
  responses: done,
  async handle({ context, municipality, request, response, body, param }) {
    const now = context.clock();
    await context.database.transaction(municipality.id, async (tx) => {
      const found = await requireCase(tx, request, municipality.id, param('case'), now);
      refuseUnlessWithdrawable(context, found);
      const wish = { kind: 'withdraw' } as const;
      const { reason } = body;
      await intervene(
        tx,
        municipality,
        { caseId: found.id, wish, reason, actor: 'applicant' },
        now,
      );
    });
    context.nudgeRelay();
    response.status(204).end();
  },
});

export const postConflict = endpoint({
  method: 'post',
  path: '/api/:municipality/tasks/:task/conflict',
  summary: 'Whoever is asked has a conflict of interest; a colleague is asked instead',
  body: conflictRequest,
  responses: done,
  async handle({ context, municipality, request, response, body, param }) {
    const now = context.clock();
    await context.database.transaction(municipality.id, async (tx) => {
      const task = await requireTask(tx, request, municipality.id, param('task'), now);
      const actor = task.assignee_role;
      if (!isMunicipalRole(actor)) throw new DomainError('task.notForOfficials');
      const [standIn] = await standInsFor(tx, context, municipality, task);
      const to = standIn ? { ...standIn, language: municipality.defaultLanguage } : null;
      const wish = { kind: 'conflict', task: task.id, to } as const;
      const { reason } = body;
      const caseId = task.case_id;
      await intervene(tx, municipality, { caseId, wish, reason, actor }, now);
    });
    context.nudgeRelay();
    response.status(204).end();
  },
});

export const postDelegation = endpoint({
  method: 'post',
  path: '/api/:municipality/tasks/:task/delegation',
  summary: 'Whoever is asked passes the question on to a colleague',
  body: delegationRequest,
  responses: done,
  async handle({ context, municipality, request, response, body, param }) {
    const now = context.clock();
    await context.database.transaction(municipality.id, async (tx) => {
      const task = await requireTask(tx, request, municipality.id, param('task'), now);
      const standIns = await standInsFor(tx, context, municipality, task);
      const standIn = standIns.find(({ email }) => email === body.to);
      const actor = task.assignee_role;
      if (!standIn || !isMunicipalRole(actor)) throw new DomainError('person.unknown');
      const to = { ...standIn, language: municipality.defaultLanguage };
      const wish = { kind: 'delegate', task: task.id, to } as const;
      const { reason } = body;
      const caseId = task.case_id;
      await intervene(tx, municipality, { caseId, wish, reason, actor }, now);
    });
    context.nudgeRelay();
    response.status(204).end();
  },
});
