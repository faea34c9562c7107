import { paperSignatureRequest } from '../../../domain/api/desk';
import { findTask } from '../../../database/repositories/task.repository';
import { DomainError } from '../../../domain/errors';
import { diaryKeepers } from '../../../domain/officials';
import { endpoint } from '../../endpoint';
import { requireOfficial } from '../../officials';
import { signOnPaper } from '../../use-cases/answer-task';
import { isId, requireDeskCase } from '../../use-cases/read-desk-case';

export const postPaperSignature = endpoint({
  method: 'post',
  path: '/api/:municipality/desk/cases/:case/tasks/:task/signature',
  summary: 'Record a signature that was made on paper or at a forum, with its scan in the case',
  body: paperSignatureRequest,
  responses: { 204: { description: 'It counts as the answer of whoever was asked' } },
  async handle({ context, municipality, request, response, body, param }) {
    const official = await requireOfficial(context, request, municipality.id, diaryKeepers);
    await context.database.transaction(municipality.id, async (tx) => {
      const found = await requireDeskCase(tx, official, municipality.id, param('case'));
      const id = param('task');
      const task = isId(id) ? await findTask(tx, municipality.id, id) : undefined;
      if (!task || task.case_id !== found.id) throw new DomainError('task.unknown');
      await signOnPaper(tx, context, task, { typed: body.answers, by: official.subject });
    });
    context.nudgeRelay();
    response.status(204).end();
  },
});
