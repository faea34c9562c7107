import type { FormDefinition } from '../../../domain/forms/types';

/** Asks where the link to an application goes. Kept only with the draft, and removed with it. */
export const continueLaterForm: FormDefinition = {
  id: 'continue-later',
  version: 1,
  retentionYears: 0,
  bindings: {},
  pages: [
    {
      id: 'address',
      fields: [{ id: 'email', type: 'email', required: true, autocomplete: 'email' }],
    },
  ],
  texts: {
    sv: {
      title: 'Spara och fortsätt senare',
      intro:
        'Vi sparar det du har skrivit och mejlar en länk. Med den kan du fortsätta i vilken webbläsare som helst, också på en annan dator eller telefon.',
      send: 'Spara och skicka länken',
      'page.address': 'Vart ska länken skickas?',
      'field.email': 'Din e-postadress',
      'field.email.help': 'Den som har länken kan läsa, ändra och skicka ansökan.',
      'field.email.error.required': 'Skriv din e-postadress',
    },
    en: {
      title: 'Save and continue later',
      intro:
        'We save what you have written and e-mail you a link. With it you can go on in any browser, also on another computer or phone.',
      send: 'Save and send the link',
      'page.address': 'Where should the link go?',
      'field.email': 'Your e-mail address',
      'field.email.help': 'Whoever has the link can read, change and send the application.',
      'field.email.error.required': 'Write your e-mail address',
    },
  },
};
