import type { Selectable } from 'kysely';
import type { Tx } from '../database';
import type { TaskDraftTable } from '../tables';

export type TaskDraft = Selectable<TaskDraftTable>;

/** What is written in the form of a task so far; undefined while nothing is. */
export function findTaskDraft(
  tx: Tx,
  municipalityId: string,
  taskId: string,
): Promise<TaskDraft | undefined> {
  return tx
    .selectFrom('task_draft')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('task_id', '=', taskId)
    .executeTakeFirst();
}

/** Keeps what is written. The caller holds the task's lock: of two who write, one comes after the other. */
export function keepTaskDraft(
  tx: Tx,
  municipalityId: string,
  taskId: string,
  { answers, at }: { answers: Readonly<Record<string, unknown>>; at: Date },
): Promise<TaskDraft> {
  const written = { answers: JSON.stringify(answers), changed_at: at };
  return tx
    .insertInto('task_draft')
    .values({ ...written, municipality_id: municipalityId, task_id: taskId, revision: 1 })
    .onConflict((conflict) =>
      conflict
        .column('task_id')
        .doUpdateSet((set) => ({ ...written, revision: set('task_draft.revision', '+', 1) })),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
}
