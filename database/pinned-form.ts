import { focusListsOf } from './repositories/focus.repository';
import {
  readFocusReference,
  shortlistForm,
  tieForm,
  voteForm,
  type FocusFormParts,
} from '../domain/focus/focus-forms';
import {
  followUpForm,
  readFollowUpReference,
  type FollowUpFormParts,
} from '../domain/follow-up/form';
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
 * agreement or the list of focus areas that it names. Throws `form.unknown`.
 */
export async function pinnedForm(
  tx: Tx,
  forms: FormRegistry,
  municipality: Pick<Municipality, 'id' | 'followUp'>,
  reference: string,
): Promise<FormDefinition> {
  const key = `${municipality.id}/${reference}`;
  const known = made.get(key);
  if (known) return known;
  const form = await makeForm(tx, municipality, reference);
  if (form) made.set(key, form);
  return form ?? forms.get(reference);
}

async function makeForm(
  tx: Tx,
  municipality: Pick<Municipality, 'id' | 'followUp'>,
  reference: string,
): Promise<FormDefinition | undefined> {
  const asked = readFollowUpReference(reference);
  if (asked) return makeFollowUpForm(tx, municipality, asked);
  const chosen = readFocusReference(reference);
  return chosen && makeFocusForm(tx, municipality.id, chosen);
}

async function makeFollowUpForm(
  tx: Tx,
  municipality: Pick<Municipality, 'id' | 'followUp'>,
  parts: FollowUpFormParts,
): Promise<FormDefinition> {
  const editions = municipality.followUp?.questions ?? [standardQuestions];
  const questions = editions.find(({ edition }) => edition === parts.edition);
  const agreement = await findAgreementByVersion(tx, municipality.id, parts.agreementVersion);
  if (!questions || !agreement) throw new DomainError('form.unknown');
  return followUpForm(parts.kind, agreement, questions);
}

async function makeFocusForm(
  tx: Tx,
  municipalityId: string,
  parts: FocusFormParts,
): Promise<FormDefinition> {
  if (parts.form === 'shortlist') return shortlistForm(parts);
  const { form, year, version } = parts;
  const lists = await focusListsOf(tx, municipalityId, year);
  const list = lists.find((each) => each.version === version && each.kind === form);
  if (!list) throw new DomainError('form.unknown');
  const { areas, room } = list.content;
  return (form === 'vote' ? voteForm : tieForm)({ year, version, areas, room });
}
