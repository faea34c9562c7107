import type { FormDefinition } from '../types';

/** What was said and decided at a dialogue forum, for everybody. */
export const forumNotes: FormDefinition = {
  id: 'forum-notes',
  version: 1,
  retentionYears: 10,
  bindings: {},
  pages: [
    {
      id: 'notes',
      fields: [
        { id: 'attended', type: 'number', required: true },
        { id: 'notes', type: 'longText', required: true, maxLength: 10_000 },
        {
          id: 'decisions',
          type: 'group',
          required: false,
          max: 20,
          fields: [
            { id: 'decision', type: 'longText', required: true, maxLength: 1000 },
            { id: 'who', type: 'text', required: false },
          ],
        },
        { id: 'nonDiscrimination', type: 'longText', required: false, maxLength: 3000 },
        { id: 'presentations', type: 'file', required: false, max: 10 },
      ],
    },
  ],
  texts: {
    sv: {
      title: 'Anteckningar från dialogforumet',
      intro:
        'Alla som var bjudna eller anmälda får anteckningarna med mejl, och alla kan läsa dem på forumets sida. Skriv inget om enskilda personer.',
      send: 'Skicka anteckningarna till alla',
      'page.notes': 'Anteckningar',
      'field.attended': 'Hur många deltog?',
      'field.attended.error.required': 'Skriv hur många som deltog',
      'field.notes': 'Vad sades?',
      'field.notes.error.required': 'Skriv vad som sades på forumet',
      'field.decisions': 'Vad bestämdes?',
      'field.decisions.item': 'Beslut',
      'field.decisions.add': 'Lägg till något som bestämdes',
      'field.decisions.remove': 'Ta bort',
      'field.decisions.decision': 'Vad ska göras?',
      'field.decisions.decision.error.required': 'Skriv vad som ska göras',
      'field.decisions.who': 'Vem gör det, och när?',
      'field.nonDiscrimination': 'Vad sades om icke-diskriminering?',
      'field.nonDiscrimination.help': 'Skriv vad samtalet gav, inte vem som sade vad.',
      'field.presentations': 'Presentationer',
      'field.presentations.help': 'De går att hämta på forumets sida.',
    },
    en: {
      title: 'Notes from the dialogue forum',
      intro:
        'Everybody who was invited or registered gets the notes by mail, and everybody can read them on the page of the forum. Write nothing about individuals.',
      send: 'Send the notes to everybody',
      'page.notes': 'Notes',
      'field.attended': 'How many took part?',
      'field.attended.error.required': 'Write how many took part',
      'field.notes': 'What was said?',
      'field.notes.error.required': 'Write what was said at the forum',
      'field.decisions': 'What was decided?',
      'field.decisions.item': 'Decision',
      'field.decisions.add': 'Add something that was decided',
      'field.decisions.remove': 'Remove',
      'field.decisions.decision': 'What is to be done?',
      'field.decisions.decision.error.required': 'Write what is to be done',
      'field.decisions.who': 'Who does it, and when?',
      'field.nonDiscrimination': 'What was said about non-discrimination?',
      'field.nonDiscrimination.help': 'Write what the dialogue gave, not who said what.',
      'field.presentations': 'Presentations',
      'field.presentations.help': 'They can be fetched on the page of the forum.',
    },
  },
};
