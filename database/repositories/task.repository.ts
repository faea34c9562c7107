import { randomUUID } from 'node:crypto';
import type { Insertable, Selectable } from 'kysely';
import type { Tx } from '../database';
import type { TaskTable } from '../tables';
import type { Submission } from './submission.repository';

export type Task = Selectable<TaskTable>;

type NewTask = Omit<
  Insertable<TaskTable>,
  'id' | 'municipality_id' | 'state' | 'answered_at' | 'consumed_at' | 'closed_at' | 'submission_id'
>;

/** Opens the task of a step. */
export async function insertTask(tx: Tx, municipalityId: string, task: NewTask): Promise<Task> {
  return tx
    .insertInto('task')
    .values({
      ...task,
      id: randomUUID(),
      municipality_id: municipalityId,
      state: 'open',
      submission_id: null,
      answered_at: null,
      consumed_at: null,
      closed_at: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

export function findTask(tx: Tx, municipalityId: string, id: string): Promise<Task | undefined> {
  return tx
    .selectFrom('task')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function lockTask(tx: Tx, municipalityId: string, id: string): Promise<Task> {
  return tx
    .selectFrom('task')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

/**
 * The moment an answer is received: open becomes answered, for one caller only. False when somebody
 * was first or the task is closed.
 */
export async function takeTask(
  tx: Tx,
  municipalityId: string,
  id: string,
  answer: { submissionId: string; at: Date },
): Promise<boolean> {
  const result = await tx
    .updateTable('task')
    .set({ state: 'answered', submission_id: answer.submissionId, answered_at: answer.at })
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/**
 * The answer of a task, which its process has now seen: marked the first time, the same every time.
 * Undefined unless the task is answered.
 */
export function consumeAnswer(
  tx: Tx,
  municipalityId: string,
  id: string,
  at: Date,
): Promise<Pick<Submission, 'form_reference' | 'answers'> | undefined> {
  return tx
    .updateTable('task')
    .from('submission')
    .set(({ fn, val }) => ({ consumed_at: fn.coalesce('task.consumed_at', val(at)) }))
    .whereRef('submission.id', '=', 'task.submission_id')
    .where('submission.municipality_id', '=', municipalityId)
    .where('task.municipality_id', '=', municipalityId)
    .where('task.id', '=', id)
    .where('task.state', '=', 'answered')
    .returning(['submission.form_reference', 'submission.answers'])
    .executeTakeFirst();
}

export async function closeTask(
  tx: Tx,
  municipalityId: string,
  id: string,
  at: Date,
): Promise<void> {
  await tx
    .updateTable('task')
    .set({ state: 'closed', closed_at: at })
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .where('state', '=', 'open')
    .execute();
}

/** Raises the generation of the task's links: every older link is dead. */
export async function raiseLinkGeneration(
  tx: Tx,
  municipalityId: string,
  id: string,
): Promise<void> {
  await tx
    .updateTable('task')
    .set((set) => ({ link_generation: set('link_generation', '+', 1) }))
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .execute();
}

export function tasksOfCase(tx: Tx, municipalityId: string, caseId: string): Promise<Task[]> {
  return tx
    .selectFrom('task')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .orderBy('opened_at')
    .execute();
}
