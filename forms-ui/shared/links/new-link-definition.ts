import type { FormDefinition } from '../../../domain/forms/types';

/** Asks who wants a new link and to which case. Never stored: it only finds the address on record. */
export const newLinkForm: FormDefinition = {
  id: 'new-link',
  version: 1,
  retentionYears: 0,
  bindings: {},
  pages: [
    {
      id: 'case',
      fields: [
        { id: 'number', type: 'text', required: true, maxLength: 60 },
        { id: 'email', type: 'email', required: true, autocomplete: 'email' },
      ],
    },
  ],
  texts: {
    sv: {
      title: 'Få en ny länk',
      intro: 'Vi skickar länken till den e-postadress som redan finns i ärendet.',
      send: 'Skicka en ny länk',
      'page.case': 'Ditt ärende',
      'field.number': 'Ärendets nummer',
      'field.number.help': 'Numret står i ämnesraden i mejlen från oss och i ärendets dokument.',
      'field.number.error.required': 'Skriv ärendets nummer',
      'field.email': 'Din e-postadress',
      'field.email.help': 'Den adress som du har fått mejl från oss till.',
      'field.email.error.required': 'Skriv din e-postadress',
    },
    en: {
      title: 'Get a new link',
      intro: 'We send the link to the e-mail address that the case already has.',
      send: 'Send a new link',
      'page.case': 'Your case',
      'field.number': 'Number of the case',
      'field.number.help':
        'The number is in the subject line of our e-mails to you and in the documents of the case.',
      'field.number.error.required': 'Write the number of the case',
      'field.email': 'Your e-mail address',
      'field.email.help': 'The address you have received our e-mails at.',
      'field.email.error.required': 'Write your e-mail address',
    },
  },
};
