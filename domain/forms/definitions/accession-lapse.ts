import type { FormDefinition } from '../types';

/**
 * What a missed deadline drafts for the case officer, since it never decides by itself (KL 6:38): to
 * end the case, or to go on. Until the officer answers, the organisation still can.
 */
export const accessionLapse: FormDefinition = {
  id: 'accession-lapse',
  version: 1,
  retentionYears: 10,
  bindings: { outcome: 'outcome', reasons: 'reasons' },
  pages: [
    {
      id: 'decision',
      fields: [
        { id: 'outcome', type: 'choice', required: true, options: ['close', 'proceed'] },
        {
          id: 'reasons',
          type: 'longText',
          required: true,
          maxLength: 2000,
          showWhen: { field: 'outcome', in: ['close'] },
        },
      ],
    },
  ],
  texts: {
    sv: {
      title: 'Inget svar från organisationen',
      intro:
        'Organisationen har inte svarat i tid. Inget är avgjort. Du kan vänta, eller bestämma vad som ska hända.',
      send: 'Skicka beslutet',
      'page.decision': 'Beslut',
      'field.outcome': 'Vad beslutar du?',
      'field.outcome.option.close': 'Avslutar ärendet utan anslutning',
      'field.outcome.option.proceed':
        'Går vidare: ger organisationen ny tid, eller läser ansökan som den är',
      'field.outcome.error.choice': 'Välj vad du beslutar',
      'field.reasons': 'Skäl för beslutet',
      'field.reasons.help': 'Skälen står i brevet till organisationen, som kan ansöka igen.',
      'field.reasons.error.required': 'Skriv skälen för beslutet',
    },
    en: {
      title: 'No answer from the organisation',
      intro:
        'The organisation has not answered in time. Nothing is decided. You can wait, or say what should happen.',
      send: 'Send the decision',
      'page.decision': 'Decision',
      'field.outcome': 'What do you decide?',
      'field.outcome.option.close': 'Close the case without accession',
      'field.outcome.option.proceed':
        'Go on: give the organisation new time, or read the application as it is',
      'field.outcome.error.choice': 'Choose a decision',
      'field.reasons': 'Reasons for the decision',
      'field.reasons.help':
        'The reasons are in the letter to the organisation, which may apply again.',
      'field.reasons.error.required': 'Write the reasons for the decision',
    },
  },
};
