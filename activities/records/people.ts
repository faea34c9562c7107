import type { Tx } from '../../database/database';
import { getApplication } from '../../database/repositories/submission.repository';
import { boundAnswer, boundPeople } from '../../domain/forms/fields';
import type { FormRegistry } from '../../domain/forms/registry';
import type { Answers, FormDefinition } from '../../domain/forms/types';
import type { Language } from '../../domain/language';
import type { Municipality } from '../../domain/municipality';
import type { Role } from '../../domain/process';

export interface Person {
  name: string;
  email: string;
  language: Language;
}

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
  const { form_reference, answers, language } = await getApplication(tx, municipality.id, caseId);
  const { name, email } = applicant[role](forms.get(form_reference), answers);
  if (!name || !email) throw new Error('role.unbound');
  return { name, email, language };
}

type Named = Partial<Record<'name' | 'email', string | undefined>>;

const applicant: Record<
  'coordinator' | 'signatory',
  (form: FormDefinition, answers: Answers) => Named
> = {
  coordinator: (form, answers) => ({
    name: boundAnswer(form, 'coordinatorName', answers),
    email: boundAnswer(form, 'coordinatorEmail', answers),
  }),
  signatory: (form, answers) => boundPeople(form, 'signatories', answers)[0] ?? {},
};
