import { stockholmDate } from '../domain/calendar';
import { occasionItems } from '../domain/forum/occasions';
import { listsOf, withLists } from '../domain/forms/lists';
import type { FormRegistry } from '../domain/forms/registry';
import type { FormDefinition } from '../domain/forms/types';
import { firstAgreement } from '../domain/processes/first-agreement';
import type { Tx } from './database';
import { casesOfProcess } from './repositories/case.repository';
import { committeesOn } from './repositories/committee.repository';
import type { Submission } from './repositories/submission.repository';

/**
 * The form of an answer as it is read: what was chosen from a list is called what it was called on the day
 * of the answer, also when nobody can choose it any more. Throws `form.unknown`.
 */
export async function asAnswered(
  tx: Tx,
  forms: FormRegistry,
  answered: Pick<Submission, 'municipality_id' | 'form_reference' | 'submitted_at'>,
): Promise<FormDefinition> {
  const { municipality_id: municipalityId, form_reference, submitted_at } = answered;
  const form = forms.get(form_reference);
  const asked = listsOf(form);
  if (asked.length === 0) return form;
  const bodies = await committeesOn(tx, municipalityId, stockholmDate(submitted_at));
  const committees = bodies.map(({ id: value, name: label }) => ({ value, label }));
  const ways = asked.includes('firstAgreements')
    ? await casesOfProcess(tx, municipalityId, firstAgreement.name)
    : [];
  const titled = ways.map(({ id, organisation_name: title }) => ({ id, title }));
  const firstAgreements = occasionItems(titled);
  return withLists(form, { committees, accountHolders: committees, firstAgreements });
}
