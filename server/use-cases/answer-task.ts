import { randomUUID } from 'node:crypto';
import type { Tx } from '../../database/database';
import { fingerprint } from '../../database/fingerprint';
import { appendAudit, type Actor } from '../../database/repositories/audit.repository';
import { lockCase } from '../../database/repositories/case.repository';
import { lockTask, takeTask, type Task } from '../../database/repositories/task.repository';
import { DomainError } from '../../domain/errors';
import { outcomeOf } from '../../domain/forms/fields';
import { parseAnswers } from '../../domain/forms/schema';
import type { TimelineEvent } from '../../domain/api/shapes';
import type { Answers, FormDefinition } from '../../domain/forms/types';
import type { TaskOutcome } from '../../domain/process';
import type { ServerContext } from '../context';

/**
 * Takes the answer to a task inside the caller's transaction and returns the task with it: of many at
 * once one wins, the others get `task.alreadyAnswered`. Faults of the form leave the task as it is.
 */
export async function answerTask(
  tx: Tx,
  context: ServerContext,
  task: Task,
  typed: Record<string, unknown>,
): Promise<Task> {
  refuseUnlessOpen(task);
  const form = context.forms.get(task.form_reference);
  const parsed = parseAnswers(form, typed);
  if (!parsed.ok) throw new DomainError('form.invalid', {}, parsed.faults);
  return storeAnswer(tx, task, form, parsed.answers, context.clock());
}

function refuseUnlessOpen(task: Task): void {
  if (task.state === 'answered') throw new DomainError('task.alreadyAnswered', { task: task.id });
  if (task.state !== 'open') throw new DomainError('task.closed', { task: task.id });
}

async function storeAnswer(
  tx: Tx,
  task: Task,
  form: FormDefinition,
  answers: Answers,
  now: Date,
): Promise<Task> {
  const { municipality_id: municipalityId, case_id: caseId, document_sha256 } = task;
  // The case before the task: everything that locks both takes them in this order.
  await lockCase(tx, municipalityId, caseId);
  const outcome = outcomeOf(form, answers);
  const submission = {
    id: randomUUID(),
    case_id: caseId,
    task_id: task.id,
    form_reference: task.form_reference,
    language: task.language,
    answers,
    // The shown document's hash is part of what was answered.
    sha256: fingerprint({
      form: task.form_reference,
      answers,
      at: now,
      taskId: task.id,
      document: document_sha256,
    }),
    submission_key: null,
    submitted_at: now,
  };
  const taken = await takeTask(tx, task, submission, outcome);
  if (!taken) {
    // Somebody was first since the task was read.
    refuseUnlessOpen(await lockTask(tx, municipalityId, task.id));
    throw new DomainError('task.alreadyAnswered', { task: task.id });
  }
  await appendAudit(tx, municipalityId, caseId, {
    at: now,
    actor: task.assignee_role as Actor,
    event: answerEvents[outcome],
    details: { task: task.id },
  });
  return taken;
}

/** What the timeline calls an answer. */
const answerEvents: Record<TaskOutcome, TimelineEvent> = {
  approve: 'approved',
  refuse: 'refused',
  return: 'returned',
  decline: 'declined',
  answered: 'signed',
  close: 'lapsed',
  proceed: 'proceeded',
};
