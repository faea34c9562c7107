import type { FormDefinition } from '../types';

/** The case officer's decision; a refusal carries its reasons (FL 32 §). */
export const accessionReview: FormDefinition = {
  id: 'accession-review',
  version: 1,
  retentionYears: 10,
  bindings: { outcome: 'outcome', reasons: 'reasons' },
  pages: [
    {
      id: 'decision',
      fields: [
        { id: 'outcome', type: 'choice', required: true, options: ['approve', 'refuse'] },
        {
          id: 'reasons',
          type: 'longText',
          required: true,
          maxLength: 5000,
          showWhen: { field: 'outcome', in: ['refuse'] },
        },
      ],
    },
  ],
  texts: {
    sv: {
      title: 'Beslut om ansökan',
      intro: 'Läs ansökan och besluta om organisationen kan ansluta sig till överenskommelsen.',
      send: 'Skicka beslutet',
      'page.decision': 'Beslut',
      'field.outcome': 'Vad beslutar du?',
      'field.outcome.option.approve': 'Godkänner ansökan',
      'field.outcome.option.refuse': 'Avslår ansökan',
      'field.outcome.error.choice': 'Välj vad du beslutar',
      'field.reasons': 'Skäl för beslutet',
      'field.reasons.help':
        'Skälen står i beslutet som organisationen får. Skriv så att den som läser förstår varför.',
      'field.reasons.error.required': 'Skriv skälen för beslutet',
    },
    en: {
      title: 'Decision on the application',
      intro: 'Read the application and decide whether the organisation may join the agreement.',
      send: 'Send the decision',
      'page.decision': 'Decision',
      'field.outcome': 'What do you decide?',
      'field.outcome.option.approve': 'Approve the application',
      'field.outcome.option.refuse': 'Refuse the application',
      'field.outcome.error.choice': 'Choose a decision',
      'field.reasons': 'Reasons for the decision',
      'field.reasons.help':
        'The organisation reads the reasons in the decision it gets. Write so that the reader understands why.',
      'field.reasons.error.required': 'Write the reasons for the decision',
    },
  },
};
