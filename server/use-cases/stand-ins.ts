import type { Tx } from '../../database/database';
import { getApplication } from '../../database/repositories/submission.repository';
import { tasksOfCase, type Task } from '../../database/repositories/task.repository';
import { boundAnswer, boundPeople } from '../../domain/forms/fields';
import type { Contact, Municipality } from '../../domain/municipality';
import type { ServerContext } from '../context';

/**
 * Who may be asked instead of somebody at the municipality: the colleagues it has named, except
 * those who have been asked already and those whom the application names, who would judge their own
 * case (KL 6:28).
 */
export async function standInsFor(
  tx: Tx,
  context: ServerContext,
  municipality: Municipality,
  task: Task,
): Promise<Contact[]> {
  if (task.assignee_role !== 'caseOfficer') return [];
  const tasks = await tasksOfCase(tx, municipality.id, task.case_id);
  const application = await getApplication(tx, municipality.id, task.case_id);
  const { answers } = application;
  const form = context.forms.get(application.form_reference);
  const excluded = new Set(
    [
      ...tasks.filter(({ step_key }) => step_key === task.step_key).map(addressOf),
      ...boundPeople(form, 'signatories', answers).map(({ email }) => email),
      boundAnswer(form, 'coordinatorEmail', answers) ?? '',
    ].map((email) => email.toLowerCase()),
  );
  return (municipality.deputies ?? []).filter(({ email }) => !excluded.has(email.toLowerCase()));
}

function addressOf({ assignee_email: email }: Task): string {
  return email;
}
