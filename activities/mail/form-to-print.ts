import type { Tx } from '../../database/database';
import { pinnedForm } from '../../database/pinned-form';
import { respondentOfTask } from '../../database/repositories/collection.repository';
import type { Task } from '../../database/repositories/task.repository';
import type { FormRegistry } from '../../domain/forms/registry';
import type { Municipality } from '../../domain/municipality';
import type { FormOnPaper } from '../documents/compose';

/** What somebody without a page is asked, with the lines to answer on; a short question is answered in a letter. */
export async function formToPrint(
  tx: Tx,
  forms: FormRegistry,
  municipality: Municipality,
  task: Task,
): Promise<FormOnPaper | undefined> {
  if (task.kind !== 'followUp' || task.state !== 'open') return undefined;
  const form = await pinnedForm(tx, forms, municipality, task.form_reference);
  const respondent = await respondentOfTask(tx, municipality.id, task.id);
  return { form, respondent: respondent?.name ?? task.assignee_name, deadline: task.deadline };
}
