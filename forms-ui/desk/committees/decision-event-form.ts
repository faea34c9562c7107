import type { CommitteeDecisionView } from '../../../domain/api/desk';
import { withLists } from '../../../domain/forms/lists';
import type { FormDefinition } from '../../../domain/forms/types';
import type { DeskTexts } from '../use-desk-texts';

const form: FormDefinition = {
  id: 'decision-event',
  version: 1,
  retentionYears: 100,
  bindings: {},
  pages: [
    {
      id: 'event',
      fields: [
        { id: 'kind', type: 'choice', required: true, optionsFrom: 'events' },
        { id: 'day', type: 'date', required: true },
        { id: 'note', type: 'longText', required: false, maxLength: 2000 },
      ],
    },
  ],
  texts: {
    sv: {
      title: 'Något som har hänt med beslutet',
      intro: 'Skriv vad som har hänt och vilken dag.',
      send: 'Spara',
      'page.event': 'Händelsen',
      'field.kind': 'Vad har hänt?',
      'field.kind.error.choice': 'Välj vad som har hänt',
      'field.day': 'Vilken dag?',
      'field.day.error.required': 'Skriv vilken dag det hände',
      'field.note': 'Anteckning',
      'field.note.help': 'Till exempel domstolens målnummer.',
    },
    en: {
      title: 'Something that has happened to the decision',
      intro: 'Write what has happened and on which day.',
      send: 'Save',
      'page.event': 'The event',
      'field.kind': 'What has happened?',
      'field.kind.error.choice': 'Choose what has happened',
      'field.day': 'On which day?',
      'field.day.error.required': 'Write the day it happened',
      'field.note': 'Note',
      'field.note.help': "For example the court's case number.",
    },
  },
};

/** What can be recorded about a decision now. */
export function decisionEventForm(
  kinds: readonly CommitteeDecisionView['possible'][number][],
  t: DeskTexts,
): FormDefinition {
  const word = (kind: (typeof kinds)[number]) => t(`decisions.kinds.${kind}`);
  const events = kinds.map((value) => ({ value, label: { sv: word(value), en: word(value) } }));
  return withLists(form, { events });
}
