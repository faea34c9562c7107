import { randomUUID } from 'node:crypto';
import type { Tx } from '../../database/database';
import { planLetter } from '../../database/repositories/letter.repository';
import { linkTo } from '../../domain/process';
import type { Task } from '../../database/repositories/task.repository';
import { attachmentsOf } from '../../database/write-task';

/** Plans the letter with a new link to a task; the caller has raised the generation of its links. */
export async function planNewLink(tx: Tx, task: Task, now: Date): Promise<void> {
  await planLetter(tx, task.municipality_id, {
    case_id: task.case_id,
    task_id: task.id,
    letter_key: `link/${randomUUID()}`,
    template: 'newLink',
    recipient_name: task.assignee_name,
    recipient_email: task.assignee_email,
    recipient_postal: task.assignee_postal,
    language: task.language,
    ordinal: 1,
    attachments: attachmentsOf(task),
    link: linkTo(task.kind),
    created_at: now,
  });
}
