import { randomUUID } from 'node:crypto';
import type { Tx } from '../../database/database';
import { fingerprint } from '../../database/fingerprint';
import { appendAudit, auditOfCase } from '../../database/repositories/audit.repository';
import { lockCase, type Case } from '../../database/repositories/case.repository';
import { reportCommission } from '../../database/repositories/commission.repository';
import {
  correctedAnswersOf,
  insertCorrectedAnswer,
  standingSubmission,
  type CorrectedAnswer,
} from '../../database/repositories/corrected-answer.repository';
import { officialNames } from '../../database/repositories/official.repository';
import {
  getSubmission,
  insertSubmission,
  type Submission,
} from '../../database/repositories/submission.repository';
import { tasksOfCase, type Task } from '../../database/repositories/task.repository';
import {
  mayBeCorrected,
  recordedAnswers,
  type RecordedKind,
} from '../../domain/answer-corrections';
import type {
  AnswerCorrectionRequest,
  AnswerCorrectionView,
  RecordedAnswerView,
} from '../../domain/api/desk';
import { formView } from '../../domain/api/shapes';
import { stockholmDate } from '../../domain/calendar';
import { DomainError } from '../../domain/errors';
import { correctionForm, whyWrong } from '../../domain/forms/correction-form';
import { boundAnswer } from '../../domain/forms/fields';
import { parseAnswers } from '../../domain/forms/schema';
import { summarize } from '../../domain/forms/summary';
import type { Answers, Faults } from '../../domain/forms/types';
import type { Language } from '../../domain/language';
import type { Municipality } from '../../domain/municipality';
import { mayAnswer, type Official } from '../../domain/officials';
import type { ServerContext } from '../context';
import { appraisalFaults } from './appropriations';
import { followAppraisal } from './correct-appraisal';
import { refuseOwnRequest } from './own-request';
import { codingFaults, formOf, requireSignedInTask } from './signed-in-tasks';

interface AnswerAct {
  municipality: Municipality;
  official: Official;
  taskId: string;
}

/** An answer that stands, in the form in which it is corrected; throws as {@link correctAnswer} does. */
export async function readAnswerCorrection(
  tx: Tx,
  context: ServerContext,
  found: Case,
  act: AnswerAct,
): Promise<AnswerCorrectionView> {
  const { task, standing } = await requireCorrectable(tx, found, act);
  const form = correctionForm(await formOf(tx, context, task), standing.answers);
  return {
    ...{ number: found.number, title: found.organisation_name, kind: task.kind },
    ...{ corrects: standing.id, form: formView.parse(form), answers: standing.answers },
  };
}

/**
 * Puts right what an official has answered: the answer that was wrong stays, and what is said now points at it
 * with why. What the case concluded from it stays as well. Throws `task.unknown`, `official.notAllowed`,
 * `task.ownRequest`, `task.notCorrectable`, `task.correctedBy` with the name of a colleague who was first,
 * `task.unchanged` and `form.invalid`.
 */
export async function correctAnswer(
  tx: Tx,
  context: ServerContext,
  found: Case,
  act: AnswerAct,
  { corrects, answers: typed }: AnswerCorrectionRequest,
): Promise<void> {
  const at = context.clock();
  const current = await lockCase(tx, act.municipality.id, found.id);
  const { task, standing } = await requireCorrectable(tx, current, act);
  if (standing.id !== corrects) throw await firstCorrection(tx, current, corrects);
  const form = await formOf(tx, context, task);
  const parsed = parseAnswers(correctionForm(form, standing.answers), typed);
  if (!parsed.ok) throw new DomainError('form.invalid', {}, parsed.faults);
  const { [whyWrong]: reason, ...answers } = parsed.answers;
  if (fingerprint(answers) === fingerprint(standing.answers))
    throw new DomainError('task.unchanged');
  const faults = await faultsOf(tx, context, task, act.municipality, answers);
  if (Object.keys(faults).length > 0) throw new DomainError('form.invalid', {}, faults);
  const by = act.official.subject;
  await keepCorrection(tx, task, { standing, answers, by, reason: reason as string, at });
  const { municipality } = act;
  await follow(tx, task, { municipality, forms: context.forms, form, standing, answers, by, at });
  await appendAudit(tx, act.municipality.id, current.id, {
    ...{ at, actor: 'official', event: 'answerCorrected' },
    details: { by, corrected: task.id },
  });
}

async function requireCorrectable(
  tx: Tx,
  found: Case,
  { official, taskId }: AnswerAct,
): Promise<{ task: Task & { kind: RecordedKind }; standing: Submission }> {
  const task = await requireSignedInTask(tx, found, taskId);
  if (!mayAnswer(official, task.kind)) throw new DomainError('official.notAllowed');
  if (task.kind !== 'report') await refuseOwnRequest(tx, found, official);
  const tasks = await tasksOfCase(tx, found.municipality_id, found.id);
  const recorded = recordedAnswers(tasks).find(({ id }) => id === task.id);
  const isOpen = found.closed_at === null;
  if (!recorded || !mayBeCorrected(recorded, { tasks, isOpen }))
    throw new DomainError('task.notCorrectable');
  const of = { caseId: found.id, submissionId: recorded.submission_id };
  return { task: recorded, standing: await standingSubmission(tx, found.municipality_id, of) };
}

/** A colleague has corrected the record already that a correction points at: who. */
export async function firstCorrection(
  tx: Tx,
  { municipality_id: municipalityId, id }: Case,
  corrected: string,
): Promise<DomainError> {
  const all = await correctedAnswersOf(tx, municipalityId, id);
  const by = all.find(({ corrects }) => corrects === corrected)?.recorded_by;
  const name = by && (await officialNames(tx, municipalityId, [by])).get(by);
  return name
    ? new DomainError('task.correctedBy', {}, {}, { name })
    : new DomainError('task.notCorrectable');
}

/** The money was there when the controller said so, and some of it may have been posted since. */
async function faultsOf(
  tx: Tx,
  { forms, clock }: ServerContext,
  task: Task,
  municipality: Municipality,
  answers: Answers,
): Promise<Faults> {
  if (task.kind === 'verify') return codingFaults(municipality, answers);
  if (task.kind !== 'appraise') return {};
  return appraisalFaults(tx, forms, { task, answers, today: stockholmDate(clock()) });
}

async function keepCorrection(
  tx: Tx,
  { municipality_id: municipalityId, case_id, id: task_id }: Task,
  {
    standing: { id: corrects, form_reference, language },
    answers,
    by,
    reason,
    at,
  }: { standing: Submission; answers: Answers; by: string; reason: string; at: Date },
): Promise<void> {
  const id = randomUUID();
  await insertSubmission(tx, municipalityId, {
    ...{ id, case_id, task_id, form_reference, answers, language, submission_key: null },
    sha256: fingerprint({ form: form_reference, answers, at, taskId: task_id }),
    submitted_at: at,
  });
  await insertCorrectedAnswer(tx, municipalityId, {
    ...{ submission_id: id, case_id, task_id, corrects, recorded_by: by, reason, at },
  });
}

/** What the record says elsewhere because of an answer. */
async function follow(
  tx: Tx,
  task: Task,
  corrected: Parameters<typeof followAppraisal>[2],
): Promise<void> {
  const { kind, municipality_id: municipalityId, case_id: caseId } = task;
  if (kind === 'appraise') return followAppraisal(tx, task, corrected);
  if (kind !== 'report') return;
  const on = boundAnswer(corrected.form, 'meetingDay', corrected.answers);
  if (on !== undefined) await reportCommission(tx, municipalityId, { caseId, on });
}

/** What officials have answered in a case that can be corrected, with all that has been. */
export async function readRecordedAnswers(
  tx: Tx,
  context: ServerContext,
  found: Case,
  { tasks, language }: { tasks: readonly Task[]; language: Language },
): Promise<RecordedAnswerView[]> {
  const answered = recordedAnswers(tasks);
  if (answered.length === 0) return [];
  const corrections = await correctedAnswersOf(tx, found.municipality_id, found.id);
  const by = await whoAnswered(tx, found, corrections);
  const isOpen = found.closed_at === null;
  const views: RecordedAnswerView[] = [];
  for (const task of answered) {
    const form = await formOf(tx, context, task);
    const versions: RecordedAnswerView['versions'] = [];
    let id: string | undefined = task.submission_id;
    while (id !== undefined) {
      const given: Submission = await getSubmission(tx, found.municipality_id, id);
      const correction = corrections.find(({ submission_id }) => submission_id === given.id);
      versions.push({
        at: given.submitted_at.toISOString(),
        by: by(correction?.recorded_by ?? task.id),
        sections: summarize(form, given.answers, language),
        reason: correction?.reason ?? null,
      });
      id = corrections.find(({ corrects }) => corrects === given.id)?.submission_id;
    }
    const correctable = mayBeCorrected(task, { tasks, isOpen });
    views.push({ taskId: task.id, kind: task.kind, versions, correctable });
  }
  return views;
}

/** The name of whoever has answered a question, by its id, or has a subject. */
async function whoAnswered(
  tx: Tx,
  { municipality_id: municipalityId, id }: Case,
  corrections: readonly CorrectedAnswer[],
): Promise<(taskOrSubject: string) => string | null> {
  const audit = await auditOfCase(tx, municipalityId, id);
  const answered = new Map(
    audit
      .filter(({ details }) => details['task'] && details['by'] && !details['intervention'])
      .map(({ details }) => [String(details['task']), String(details['by'])]),
  );
  const subjects = [...answered.values(), ...corrections.map(({ recorded_by }) => recorded_by)];
  const names = await officialNames(tx, municipalityId, [...new Set(subjects)]);
  return (taskOrSubject) => names.get(answered.get(taskOrSubject) ?? taskOrSubject) ?? null;
}
