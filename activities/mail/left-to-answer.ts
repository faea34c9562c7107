import type { Tx } from '../../database/database';
import { pinnedForm } from '../../database/pinned-form';
import { findTaskDraft } from '../../database/repositories/task-draft.repository';
import type { Task } from '../../database/repositories/task.repository';
import { whatIsLeft } from '../../domain/follow-up/what-is-left';
import type { FormRegistry } from '../../domain/forms/registry';
import type { Language } from '../../domain/language';
import type { Municipality } from '../../domain/municipality';

/**
 * Which parts of a form several people must still fill in, by their titles; undefined where nobody has begun.
 * Found out when the letter is made, so that nothing of it is in a queue or a history.
 */
export async function leftToAnswer(
  tx: Tx,
  forms: FormRegistry,
  municipality: Municipality,
  { task, language }: { task: Task; language: Language },
): Promise<string[] | undefined> {
  const draft = await findTaskDraft(tx, municipality.id, task.id);
  if (!draft || Object.keys(draft.answers).length === 0) return undefined;
  const form = await pinnedForm(tx, forms, municipality, task.form_reference);
  return whatIsLeft(form, draft.answers, language).map(({ title }) => title);
}
