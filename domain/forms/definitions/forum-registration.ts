import type { FormDefinition } from '../types';

/** Who comes to a dialogue forum, for whoever wants to say so; nobody has to (002, section 3). */
export const forumRegistration: FormDefinition = {
  id: 'forum-registration',
  version: 1,
  retentionYears: 2,
  bindings: {},
  pages: [
    {
      id: 'registration',
      fields: [
        { id: 'name', type: 'text', required: true, autocomplete: 'name' },
        { id: 'email', type: 'email', required: true, autocomplete: 'email' },
        { id: 'organisation', type: 'text', required: false, autocomplete: 'organization' },
        { id: 'needs', type: 'longText', required: false, maxLength: 1000 },
      ],
    },
  ],
  texts: {
    sv: {
      title: 'Anmäl dig om du vill',
      intro:
        'Du behöver inte anmäla dig för att komma. Den som gör det får en påminnelse och anteckningarna efteråt. Uppgifterna sparas i forumets ärende och är allmän handling.',
      send: 'Anmäl mig',
      'page.registration': 'Anmälan',
      'field.name': 'Ditt namn',
      'field.name.error.required': 'Skriv ditt namn',
      'field.email': 'Din e-postadress',
      'field.email.error.required': 'Skriv din e-postadress',
      'field.organisation': 'Organisation',
      'field.needs': 'Behöver du något för att kunna delta?',
      'field.needs.help':
        'Till exempel tolk, hörslinga eller plats för rullstol. Vi tar bort det du skriver här när forumet har varit.',
    },
    en: {
      title: 'Register if you want to',
      intro:
        'You do not need to register to come. Whoever does gets a reminder, and the notes afterwards. The details are kept in the case of the forum and are a public record.',
      send: 'Register',
      'page.registration': 'Registration',
      'field.name': 'Your name',
      'field.name.error.required': 'Write your name',
      'field.email': 'Your e-mail address',
      'field.email.error.required': 'Write your e-mail address',
      'field.organisation': 'Organisation',
      'field.needs': 'Do you need anything to be able to take part?',
      'field.needs.help':
        'For example an interpreter, a hearing loop or room for a wheelchair. We remove what you write here when the forum is over.',
    },
  },
};
