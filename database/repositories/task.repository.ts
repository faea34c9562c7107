import { randomUUID } from 'node:crypto';
import type { Insertable, Selectable } from 'kysely';
import type { Language } from '../../domain/language';
import { isCollected, type Identification, type TaskOutcome } from '../../domain/process';
import type { Tx } from '../database';
import type { TaskTable } from '../tables';
import { outboxValues } from './outbox.repository';
import { submissionValues, type NewSubmission } from './submission.repository';

export type Task = Selectable<TaskTable>;

export type NewTask = Omit<
  Insertable<TaskTable>,
  | 'id'
  | 'municipality_id'
  | 'answered_at'
  | 'consumed_at'
  | 'closed_at'
  | 'submission_id'
  | 'remind_at'
> & { id?: string; remind_at?: readonly number[] };

export function newTaskValues(municipalityId: string, task: NewTask) {
  return {
    ...task,
    id: task.id ?? randomUUID(),
    municipality_id: municipalityId,
    remind_at: JSON.stringify(task.remind_at ?? []),
    submission_id: null,
    answered_at: null,
    consumed_at: null,
    closed_at: null,
  };
}

/** Adds a task to a round that is there already. */
export async function insertTask(tx: Tx, municipalityId: string, task: NewTask): Promise<Task> {
  return tx
    .insertInto('task')
    .values(newTaskValues(municipalityId, task))
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

/** An answer as it is taken; `closed` where it is added to a question that others have settled. */
interface Taking {
  outcome: TaskOutcome;
  identifiedBy: Identification;
  from?: 'open' | 'closed';
}

/**
 * The moment an answer is received: with its submission and word to the relay, open becomes
 * answered, for one caller only. One of many that are collected ends its own round and tells nobody.
 * Undefined when somebody was first or the task is closed; the
 * caller's transaction must then end without effect.
 */
export async function takeTask(
  tx: Tx,
  { municipality_id: municipalityId, case_id: caseId, step_key: stepKey, id, kind }: Task,
  submission: NewSubmission,
  { outcome, identifiedBy, from = 'open' }: Taking,
): Promise<Task | undefined> {
  const at = submission.submitted_at;
  const submitted = tx.with('submitted', (db) =>
    db.insertInto('submission').values(submissionValues(municipalityId, submission)),
  );
  const told = isCollected(kind)
    ? submitted.with('word', (db) =>
        db
          .updateTable('round')
          .set({ state: 'decided', outcome, ended_at: at })
          .where('municipality_id', '=', municipalityId)
          .where('case_id', '=', caseId)
          .where('step_key', '=', stepKey),
      )
    : submitted.with('word', (db) =>
        db
          .insertInto('outbox')
          .values(outboxValues(municipalityId, { caseId, taskId: id, kind: 'look', at })),
      );
  return told
    .updateTable('task')
    .set({
      state: 'answered',
      submission_id: submission.id,
      answered_at: at,
      outcome,
      identified_by: identifiedBy,
    })
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .where('state', '=', from)
    .returningAll()
    .executeTakeFirst();
}

/** Whoever has a task is reached otherwise; a new address has links of its own. */
export async function reachAssignee(
  tx: Tx,
  municipalityId: string,
  id: string,
  { email, postal }: { email?: string; postal: string | null },
): Promise<Task> {
  return tx
    .updateTable('task')
    .set((set) => ({
      assignee_postal: postal,
      ...(email !== undefined && {
        assignee_email: email,
        link_generation: set('link_generation', '+', 1),
      }),
    }))
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/**
 * Somebody else has an open task from now on, written to in the same language where none is given; undefined
 * when it was answered meanwhile.
 */
export async function handOverTask(
  tx: Tx,
  municipalityId: string,
  id: string,
  { name, email, language }: { name: string; email: string; language?: Language },
): Promise<Task | undefined> {
  return tx
    .updateTable('task')
    .set((set) => ({
      ...{ assignee_name: name, assignee_email: email, assignee_postal: null },
      ...(language && { language }),
      link_generation: set('link_generation', '+', 1),
    }))
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .where('state', '=', 'open')
    .returningAll()
    .executeTakeFirst();
}

/** What changes when a person does something to a task, or its turn comes. */
export type TaskChanges = Partial<
  Pick<Task, 'state' | 'passed_on' | 'deadline' | 'link_generation' | 'opened_at' | 'closed_at'>
> & { remind_at?: readonly number[] };

/** Writes down what has become of a task. The caller holds the case's lock. */
export async function changeTask(
  tx: Tx,
  municipalityId: string,
  id: string,
  { remind_at: remindAt, ...changes }: TaskChanges,
): Promise<void> {
  await tx
    .updateTable('task')
    .set({ ...changes, ...(remindAt && { remind_at: JSON.stringify(remindAt) }) })
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
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
    .orderBy('position')
    .execute();
}
