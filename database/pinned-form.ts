import { followUpForm, readFollowUpReference } from '../domain/follow-up/form';
import { standardQuestions } from '../domain/follow-up/questions';
import { DomainError } from '../domain/errors';
import type { FormRegistry } from '../domain/forms/registry';
import type { FormDefinition } from '../domain/forms/types';
import type { Municipality } from '../domain/municipality';
import type { Tx } from './database';
import { findAgreementByVersion } from './repositories/agreement.repository';

/** Forms that were made, by municipality and reference: what a reference names never changes. */
const made = new Map<string, FormDefinition>();

/**
 * The form that a reference pins: one of the registry's, or one that is made from the version of the
 * agreement it names. Throws `form.unknown`.
 */
export async function pinnedForm(
  tx: Tx,
  forms: FormRegistry,
  municipality: Pick<Municipality, 'id' | 'followUp'>,
  reference: string,
): Promise<FormDefinition> {
  const parts = readFollowUpReference(reference);
  if (!parts) return forms.get(reference);
  const key = `${municipality.id}/${reference}`;
  const known = made.get(key);
  if (known) return known;
  const editions = municipality.followUp?.questions ?? [standardQuestions];
  const questions = editions.find(({ edition }) => edition === parts.edition);
  const agreement = await findAgreementByVersion(tx, municipality.id, parts.agreementVersion);
  if (!questions || !agreement) throw new DomainError('form.unknown');
  const form = followUpForm(parts.kind, agreement, questions);
  made.set(key, form);
  return form;
}
