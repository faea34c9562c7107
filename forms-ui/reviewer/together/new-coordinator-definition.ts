import { partyChange } from '../../../domain/forms/definitions/party-change';
import type { FormDefinition } from '../../../domain/forms/types';
import type { Language } from '../../../domain/language';

/** The coordinator has left and names the new one; the rest of the report is known. */
export const newCoordinatorForm: FormDefinition = {
  id: 'new-coordinator',
  version: 1,
  retentionYears: 10,
  bindings: {},
  pages: [
    {
      id: 'coordinator',
      fields: [
        { id: 'newCoordinatorName', type: 'text', required: true },
        { id: 'newCoordinatorEmail', type: 'email', required: true },
      ],
    },
  ],
  texts: {
    sv: {
      ...textsOfReport('sv'),
      title: 'Är du inte längre samverkansansvarig?',
      intro:
        'Skriv vem som är det nu. De som skriver under för er organisation får ett mejl och bekräftar. Därefter får den nya frågorna med det som redan är ifyllt, och din länk slutar fungera.',
      send: 'Föreslå ny samverkansansvarig',
      'page.coordinator': 'Ny samverkansansvarig',
    },
    en: {
      ...textsOfReport('en'),
      title: 'Are you no longer the coordinator?',
      intro:
        'Write who is now. Those who sign for your organisation get an e-mail and confirm it. After that the new one gets the questions with what has been filled in already, and your link stops working.',
      send: 'Propose a new coordinator',
      'page.coordinator': 'New coordinator',
    },
  },
};

/** What both forms ask is asked in the same words. */
function textsOfReport(language: Language): Record<string, string> {
  const texts = Object.entries(partyChange.texts[language]);
  return Object.fromEntries(texts.filter(([key]) => key.startsWith('field.newCoordinator')));
}
