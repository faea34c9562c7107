import { correctedAnswersOf } from '../../database/repositories/corrected-answer.repository';
import { getSubmission, getApplication } from '../../database/repositories/submission.repository';
import { tasksOfCase, type Task } from '../../database/repositories/task.repository';
import { boundAnswer } from '../../domain/forms/fields';
import { boundAmounts } from '../../domain/ledger/plan';
import { composeAppropriationAnswer } from './compose/compose-appropriation-answer';
import type { DocumentContent } from './content';
import type { Source } from './make-document';

/** The nth answer to a request for a raised appropriation: one for every time it was tried. */
export async function appropriationAnswer(source: Source): Promise<DocumentContent> {
  const tried = (await appraisals(source))
    .filter(({ answered_at: at }) => at !== null)
    .sort((a, b) => Number(a.answered_at) - Number(b.answered_at));
  return answerOf(source, tried[source.nth - 1], tried[source.nth - 1]?.submission_id);
}

/** An answer as it was put right, the nth time one of the case was. */
export async function correctedAppropriationAnswer(source: Source): Promise<DocumentContent> {
  const { tx, municipality, found, nth } = source;
  const asked = await appraisals(source);
  const corrections = (await correctedAnswersOf(tx, municipality.id, found.id)).filter(
    ({ task_id }) => asked.some(({ id }) => id === task_id),
  );
  const correction = corrections[nth - 1];
  const task = asked.find(({ id }) => id === correction?.task_id);
  return answerOf(source, task, correction?.submission_id, true);
}

async function appraisals({ tx, municipality, found }: Source): Promise<Task[]> {
  const tasks = await tasksOfCase(tx, municipality.id, found.id);
  return tasks.filter(({ kind }) => kind === 'appraise');
}

async function answerOf(
  { tx, dependencies, municipality, found, createdAt }: Source,
  task: Task | undefined,
  id: string | null | undefined,
  corrects = false,
): Promise<DocumentContent> {
  const asked = await getApplication(tx, municipality.id, found.id);
  const request = dependencies.forms.get(asked.form_reference);
  const requested = boundAmounts(request, asked.answers);
  const outcome = task?.outcome;
  if (!id || !requested || (outcome !== 'approve' && outcome !== 'refuse' && outcome !== 'table')) {
    throw new Error('task.unanswered');
  }
  const { form_reference, answers } = await getSubmission(tx, municipality.id, id);
  const form = dependencies.forms.get(form_reference);
  const granted = outcome === 'approve' ? boundAmounts(form, answers) : undefined;
  const committee = boundAnswer(request, 'receivingCommittee', asked.answers) ?? '';
  return composeAppropriationAnswer({
    ...{ municipality, process: found.process, language: found.language, createdAt },
    ...{ number: found.number, title: found.organisation_name, requested, outcome, corrects },
    committee: municipality.ledger?.accounts[committee]?.name[found.language] ?? committee,
    ...(granted && { granted }),
    decision: boundAnswer(form, 'wording', answers) ?? '',
    reasons: boundAnswer(form, 'reasons', answers) ?? '',
  });
}
