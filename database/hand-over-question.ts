import { askTemplates } from '../domain/asking/ask-templates';
import type { Language } from '../domain/language';
import { linkTo, type TaskKind } from '../domain/process';
import type { Tx } from './database';
import { letterThatAsked, planLetter } from './repositories/letter.repository';
import { handOverTask, type Task } from './repositories/task.repository';

/**
 * The same question is somebody else's from now on, with what is written of the answer, and they get the
 * letter that asked it, with what was attached. Every link to it that somebody had is dead. The caller holds
 * the case's lock; undefined where it is not open.
 */
export async function handOverQuestion(
  tx: Tx,
  municipalityId: string,
  taskId: string,
  { to, at }: { to: { name: string; email: string; language?: Language }; at: Date },
): Promise<Task | undefined> {
  const task = await handOverTask(tx, municipalityId, taskId, to);
  if (!task) return undefined;
  const { asked: template } = askTemplates[task.kind as TaskKind];
  const asked = await letterThatAsked(tx, municipalityId, { taskId, template });
  await planLetter(tx, municipalityId, {
    ...{ case_id: task.case_id, task_id: taskId, template, language: task.language, ordinal: 1 },
    letter_key: `ask/${taskId}/${task.link_generation}`,
    ...{ recipient_name: to.name, recipient_email: to.email, recipient_postal: null },
    ...{ attachments: asked?.attachments ?? [], link: linkTo(task.kind), created_at: at },
  });
  return task;
}
