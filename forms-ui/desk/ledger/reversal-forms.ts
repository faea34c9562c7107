import type { FormDefinition } from '../../../domain/forms/types';

/** Asks which decision a reversal rests on. */
export const reversalForm: FormDefinition = {
  id: 'desk-reversal',
  version: 1,
  retentionYears: 0,
  bindings: {},
  pages: [
    {
      id: 'reversal',
      fields: [{ id: 'decision', type: 'text', required: true, maxLength: 200 }],
    },
  ],
  texts: {
    sv: {
      title: 'Återför',
      intro: '',
      send: 'Bokför återföringen',
      'page.reversal': 'Återföring',
      'field.decision': 'Beslut som återföringen vilar på',
      'field.decision.help':
        'Till exempel KF 2027-10-25 § 190. Det som var bokfört står kvar, och återföringen bokförs som en ny händelse.',
      'field.decision.error.required': 'Skriv vilket beslut återföringen vilar på',
    },
    en: {
      title: 'Reverse',
      intro: '',
      send: 'Post the reversal',
      'page.reversal': 'Reversal',
      'field.decision': 'Decision that the reversal rests on',
      'field.decision.help':
        'For example KF 2027-10-25 § 190. What was posted stays, and the reversal is posted as a new event.',
      'field.decision.error.required': 'Write which decision the reversal rests on',
    },
  },
};

/** Asks why a reversal was a mistake. */
export const mistakeForm: FormDefinition = {
  id: 'desk-mistaken-reversal',
  version: 1,
  retentionYears: 0,
  bindings: {},
  pages: [
    {
      id: 'mistake',
      fields: [{ id: 'reason', type: 'text', required: true, maxLength: 500 }],
    },
  ],
  texts: {
    sv: {
      title: 'Ta tillbaka återföringen',
      intro: '',
      send: 'Ta tillbaka återföringen',
      'page.mistake': 'Misstag',
      'field.reason': 'Varför återföringen var ett misstag',
      'field.reason.help': 'Till exempel: Fel år återfördes. Skriv inga personuppgifter.',
      'field.reason.error.required': 'Skriv varför återföringen var ett misstag',
    },
    en: {
      title: 'Undo the reversal',
      intro: '',
      send: 'Undo the reversal',
      'page.mistake': 'Mistake',
      'field.reason': 'Why the reversal was a mistake',
      'field.reason.help': 'For example: The wrong year was reversed. Write no personal data.',
      'field.reason.error.required': 'Write why the reversal was a mistake',
    },
  },
};
