import type { Tx } from '../../database/database';
import { getCase } from '../../database/repositories/case.repository';
import { groupsOn } from '../../database/repositories/group.repository';
import { getApplication } from '../../database/repositories/submission.repository';
import { tasksOfCase, type Task } from '../../database/repositories/task.repository';
import {
  address,
  addressesNamed,
  isMunicipalRole,
  standInsOf,
} from '../../domain/asking/stand-ins';
import { stockholmDate } from '../../domain/calendar';
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
  const { assignee_role: role } = task;
  if (!isMunicipalRole(role)) return [];
  const { process } = await getCase(tx, municipality.id, task.case_id);
  const tasks = await tasksOfCase(tx, municipality.id, task.case_id);
  const application = await getApplication(tx, municipality.id, task.case_id);
  const form = context.forms.get(application.form_reference);
  const excluded = new Set([
    ...tasks.filter(({ step_key }) => step_key === task.step_key).map(addressOf),
    ...addressesNamed(form, application.answers),
  ]);
  const { asks } = municipality.processes[process]?.tasks[task.kind] ?? {};
  const groups = await groupsOn(tx, municipality.id, stockholmDate(context.clock()));
  const { assignee_email: email } = task;
  const standIns = standInsOf(municipality, asks, role, { groups, email });
  return standIns
    .filter(({ email }) => !excluded.has(address(email)))
    .map(({ name, email }) => ({ name, email }));
}

function addressOf({ assignee_email: email }: Task): string {
  return address(email);
}
