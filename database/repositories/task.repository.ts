import { randomUUID } from 'node:crypto';
import type { Insertable, Selectable } from 'kysely';
import type { Tx } from '../database';
import type { TaskTable } from '../tables';
import { outboxValues } from './outbox.repository';
import { submissionValues, type NewSubmission, type Submission } from './submission.repository';

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
 * The moment an answer is received: with its submission and word to the relay, open becomes
 * answered, for one caller only. Undefined when somebody was first or the task is closed; the
 * caller's transaction must then end without effect.
 */
export async function takeTask(
  tx: Tx,
  { municipality_id: municipalityId, case_id: caseId, id }: Task,
  submission: NewSubmission,
): Promise<Task | undefined> {
  const at = submission.submitted_at;
  return tx
    .with('submitted', (db) =>
      db.insertInto('submission').values(submissionValues(municipalityId, submission)),
    )
    .with('word', (db) =>
      db
        .insertInto('outbox')
        .values(outboxValues(municipalityId, { caseId, taskId: id, kind: 'look', at })),
    )
    .updateTable('task')
    .set({ state: 'answered', submission_id: submission.id, answered_at: at })
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .where('state', '=', 'open')
    .returningAll()
    .executeTakeFirst();
}

/** What a process learns of an answer. */
export type ConsumedAnswer = Pick<Submission, 'form_reference' | 'answers'> & {
  /** False when the process was told before. */
  first: boolean;
};

/**
 * The answer of a task, which its process has now seen: marked the first time, with the word that
 * told the process of it, and the same every time. Undefined unless the task is answered.
 */
export async function consumeAnswer(
  tx: Tx,
  municipalityId: string,
  id: string,
  at: Date,
): Promise<ConsumedAnswer | undefined> {
  const marked = await tx
    .with('word', (db) =>
      db
        .updateTable('outbox')
        .set({ consumed_at: at })
        .where('municipality_id', '=', municipalityId)
        .where('task_id', '=', id)
        .where('kind', '=', 'look')
        .where('consumed_at', 'is', null),
    )
    .updateTable('task')
    .from('submission')
    .set({ consumed_at: at })
    .whereRef('submission.id', '=', 'task.submission_id')
    .where('submission.municipality_id', '=', municipalityId)
    .where('task.municipality_id', '=', municipalityId)
    .where('task.id', '=', id)
    .where('task.state', '=', 'answered')
    .where('task.consumed_at', 'is', null)
    .returning(['submission.form_reference', 'submission.answers'])
    .executeTakeFirst();
  if (marked) return { ...marked, first: true };
  const known = await tx
    .selectFrom('task')
    .innerJoin('submission', 'submission.id', 'task.submission_id')
    .select(['submission.form_reference', 'submission.answers'])
    .where('task.municipality_id', '=', municipalityId)
    .where('submission.municipality_id', '=', municipalityId)
    .where('task.id', '=', id)
    .where('task.state', '=', 'answered')
    .executeTakeFirst();
  return known && { ...known, first: false };
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
