import type { FormDefinition } from '../../../domain/forms/types';

/** An applicant asks a person; the answer comes by mail, or by telephone if they like. */
export const questionForm: FormDefinition = {
  id: 'question',
  version: 1,
  retentionYears: 10,
  bindings: {},
  pages: [
    {
      id: 'question',
      fields: [
        { id: 'question', type: 'longText', required: true, maxLength: 2000 },
        { id: 'phone', type: 'phone', required: false, autocomplete: 'tel' },
      ],
    },
  ],
  texts: {
    sv: {
      title: 'Fråga en person på kommunen',
      intro: 'Din fråga går till kommunens kontaktpunkt, som svarar i ett mejl eller ringer.',
      send: 'Skicka frågan',
      'page.question': 'Fråga',
      'field.question': 'Vad vill du fråga?',
      'field.question.help': 'Frågan blir en handling i ärendet.',
      'field.question.error.required': 'Skriv din fråga',
      'field.phone': 'Telefonnummer',
      'field.phone.help': 'Om du hellre vill bli uppringd.',
    },
    en: {
      title: 'Ask a person at the municipality',
      intro:
        'Your question goes to the contact point of the municipality, who answers by e-mail or calls you.',
      send: 'Send the question',
      'page.question': 'Question',
      'field.question': 'What do you want to ask?',
      'field.question.help': 'The question becomes a record of the case.',
      'field.question.error.required': 'Write your question',
      'field.phone': 'Telephone number',
      'field.phone.help': 'If you would rather be called.',
    },
  },
};
