import type { Tx } from '../../database/database';
import { getApplication } from '../../database/repositories/submission.repository';
import { boundAnswer } from '../../domain/forms/fields';
import type { FormRegistry } from '../../domain/forms/registry';
import type { Binding } from '../../domain/forms/types';
import type { Language } from '../../domain/language';
import type { Municipality } from '../../domain/municipality';
import type { Role } from '../../domain/process';

export interface Person {
  name: string;
  email: string;
  language: Language;
}

const applicantBindings = {
  coordinator: ['coordinatorName', 'coordinatorEmail'],
  signatory: ['signatoryName', 'signatoryEmail'],
} as const satisfies Partial<Record<Role, readonly [Binding, Binding]>>;

/** Who has a role in a case: the municipality's from its configuration, the organisation's from its application. */
export async function personInRole(
  tx: Tx,
  forms: FormRegistry,
  municipality: Municipality,
  caseId: string,
  role: Role,
): Promise<Person> {
  if (role === 'caseOfficer' || role === 'contactPoint') {
    return { ...municipality[role], language: municipality.defaultLanguage };
  }
  const application = await getApplication(tx, municipality.id, caseId);
  const form = forms.get(application.form_reference);
  const [nameBinding, emailBinding] = applicantBindings[role];
  const name = boundAnswer(form, nameBinding, application.answers);
  const email = boundAnswer(form, emailBinding, application.answers);
  if (!name || !email) throw new Error('role.unbound');
  return { name, email, language: application.language };
}
