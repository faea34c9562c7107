import type { Tx } from './database';
import { letterThatAsked, planLetter } from './repositories/letter.repository';
import { changeTask, insertTask, type Task } from './repositories/task.repository';
import { askTemplates } from '../domain/asking/ask-templates';
import type { TaskStand } from '../domain/asking/stand';
import { daysBetween, movedReminders } from '../domain/calendar';
import type { Language } from '../domain/language';
import { linkTo, type DocumentKind, type TaskKind } from '../domain/process';

/** Who is asked instead of somebody. */
export interface Successor {
  name: string;
  email: string;
  language: Language;
}

interface Change {
  /** The tasks of the case as they were. */
  rows: readonly Task[];
  id: string;
  after: TaskStand;
  /** Whom a new task is for. */
  to: Successor | null;
  /** Whose question it was; else that of whoever is asked in the same place. */
  from?: Task;
  now: Date;
}

/** Writes down what an action has made of a task, or the task it has added. */
export async function writeTask(tx: Tx, { rows, id, after, to, from, now }: Change): Promise<void> {
  const row = rows.find((each) => each.id === id);
  if (!row) {
    const inPlace = rows.findLast(({ position, state }) => {
      return position === after.position && state === 'open';
    });
    const before = from ?? inPlace;
    if (!before || !to) throw new Error('task.unknown');
    return addTask(tx, before, { after, to, now });
  }
  const days = daysBetween(row.deadline, after.deadline);
  const hasEnded = after.state === 'closed' || after.state === 'passedOn';
  await changeTask(tx, row.municipality_id, id, {
    state: after.state,
    passed_on: after.passedOn ?? null,
    link_generation: after.linkGeneration,
    closed_at: hasEnded ? now : null,
    deadline: after.deadline,
    ...(days !== 0 && { remind_at: movedReminders(row.remind_at, days, after.deadline, now) }),
  });
}

/** Somebody else has the seat: the same question and the same last day, with a link of their own. */
async function addTask(
  tx: Tx,
  before: Task,
  { after: { id, state }, to, now }: Pick<Change, 'after' | 'now'> & { to: Successor },
): Promise<void> {
  const { municipality_id: municipalityId, case_id, step_key, kind, form_reference } = before;
  const { assignee_role, document_sha256, position, capacity, deadline, remind_at } = before;
  const task = await insertTask(tx, municipalityId, {
    ...{ id, case_id, step_key, kind, form_reference, assignee_role, document_sha256 },
    ...{ position, capacity, deadline, remind_at, state, opened_at: now },
    assignee_name: to.name,
    assignee_email: to.email,
    language: to.language,
  });
  // In an order they hear of it when it is their turn.
  if (state !== 'open') return;
  const { asked: template } = askTemplates[kind as TaskKind];
  const asked = await letterThatAsked(tx, municipalityId, { taskId: before.id, template });
  await planLetter(tx, municipalityId, {
    case_id,
    task_id: task.id,
    letter_key: `ask/${task.id}`,
    template,
    recipient_name: to.name,
    recipient_email: to.email,
    language: to.language,
    ordinal: 1,
    attachments: asked?.attachments ?? attachmentsOf(task),
    link: linkTo(kind),
    created_at: now,
  });
}

/** Whoever is asked about a document gets it, as with the first letter. */
export function attachmentsOf(task: Task | undefined): DocumentKind[] {
  return task?.state === 'open' && task.document_sha256 !== null ? ['agreement'] : [];
}
