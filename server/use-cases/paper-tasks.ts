import type { Tx } from '../../database/database';
import { pinnedForm } from '../../database/pinned-form';
import type { Case } from '../../database/repositories/case.repository';
import { respondentOfTask } from '../../database/repositories/collection.repository';
import { getApplication } from '../../database/repositories/submission.repository';
import { findTask, type Task } from '../../database/repositories/task.repository';
import type { PaperTaskView } from '../../domain/api/desk';
import { formView } from '../../domain/api/shapes';
import { DomainError } from '../../domain/errors';
import { withoutFiles } from '../../domain/forms/paper';
import type { ServerContext } from '../context';
import {
  answerOnPaper,
  isAnsweredOnPaper,
  isKeptAfterwards,
  type PaperAnswer,
} from './answer-task';
import { isId } from './read-desk-case';

/**
 * What an official fills in for somebody who has answered on paper: the application as it is now
 * where that is changed, else an empty form.
 */
export async function readPaperTask(
  tx: Tx,
  context: ServerContext,
  found: Case,
  taskId: string,
): Promise<PaperTaskView> {
  const task = await requireTaskOf(tx, found, taskId);
  const afterwards = await isKeptAfterwards(tx, task);
  if (!afterwards && !isAnsweredOnPaper(task)) throw new DomainError('task.notOnPaper');
  const of = context.municipalities.get(found.municipality_id) ?? { id: found.municipality_id };
  const form = await pinnedForm(tx, context.forms, of, task.form_reference);
  const { answers } = await getApplication(tx, found.municipality_id, found.id);
  const respondent = await respondentOfTask(tx, found.municipality_id, task.id);
  return {
    id: task.id,
    number: found.number,
    organisationName: respondent?.name ?? found.organisation_name,
    collected: respondent !== undefined,
    afterwards,
    form: formView.parse(withoutFiles(form)),
    answers: task.kind === 'complete' ? answers : {},
  };
}

/** Takes an answer from paper; throws as `answerOnPaper` does. */
export async function enterPaperAnswer(
  tx: Tx,
  context: ServerContext,
  found: Case,
  taskId: string,
  answer: PaperAnswer,
): Promise<void> {
  const task = await requireTaskOf(tx, found, taskId);
  await answerOnPaper(tx, context, task, answer);
}

/** A task of a case; throws `task.unknown` for any other. */
export async function requireTaskOf(
  tx: Tx,
  { municipality_id: municipalityId, id }: Case,
  taskId: string,
): Promise<Task> {
  const task = isId(taskId) ? await findTask(tx, municipalityId, taskId) : undefined;
  if (task?.case_id !== id) throw new DomainError('task.unknown');
  return task;
}
