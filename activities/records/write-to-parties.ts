import { planLetter } from '../../database/repositories/letter.repository';
import type { DocumentReference, LetterTemplate } from '../../domain/process';
import { assigneesOf } from './people';
import type { Person } from './person';
import type { Recording } from './record-steps';

interface PartiesLetter {
  key: string;
  template: LetterTemplate;
  attachments?: readonly DocumentReference[];
  /** Who hears of it beside them. */
  also?: readonly Person[];
}

/** A letter to both committees of a transfer and whoever asked; each once, however often this is called. */
export async function writeToParties(
  { tx, forms, municipality, current, at }: Recording,
  { key, template, attachments = [], also = [] }: PartiesLetter,
): Promise<void> {
  const parties = await assigneesOf(tx, forms, municipality, current.id, 'transferParties');
  const known = parties.people.map(({ email }) => email);
  const others = also.filter(({ email }) => !known.includes(email));
  for (const [i, person] of [...parties.people, ...others].entries()) {
    await planLetter(tx, municipality.id, {
      ...{ case_id: current.id, task_id: null, letter_key: `${key}/${i + 1}`, template },
      recipient_name: person.name,
      recipient_email: person.email,
      language: person.language,
      ordinal: 1,
      attachments: [...attachments],
      link: 'desk',
      created_at: at,
    });
  }
}
