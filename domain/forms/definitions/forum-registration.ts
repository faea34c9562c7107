import { registrationYears } from '../../forum/registration-years';
import type { FormDefinition } from '../types';

/**
 * Who comes to a dialogue forum, for whoever wants to say so; nobody has to (002, section 3). Version 2
 * asks for the language apart; registrations of the first are rows that pin no form.
 */
export const forumRegistration: FormDefinition = {
  id: 'forum-registration',
  version: 2,
  retentionYears: registrationYears,
  bindings: {},
  pages: [
    {
      id: 'registration',
      fields: [
        { id: 'name', type: 'text', required: true, autocomplete: 'name' },
        { id: 'email', type: 'email', required: true, autocomplete: 'email' },
        { id: 'organisation', type: 'text', required: false, autocomplete: 'organization' },
        { id: 'interpretation', type: 'text', required: false, maxLength: 200 },
        { id: 'needs', type: 'longText', required: false, maxLength: 1000 },
      ],
    },
  ],
  texts: {
    sv: {
      title: 'Anmäl dig om du vill',
      intro:
        'Du behöver inte anmäla dig för att komma. Den som gör det får en påminnelse och anteckningarna efteråt. Uppgifterna sparas i forumets ärende, är allmän handling och tas bort två år efter att ärendet är avslutat.',
      send: 'Anmäl mig',
      'page.registration': 'Anmälan',
      'field.name': 'Ditt namn',
      'field.name.error.required': 'Skriv ditt namn',
      'field.email': 'Din e-postadress',
      'field.email.error.required': 'Skriv din e-postadress',
      'field.organisation': 'Organisation',
      'field.interpretation': 'Vilket språk behöver du?',
      'field.interpretation.help':
        'Om du behöver ett annat språk än svenska eller vill ha tolk, till exempel finska eller teckenspråk. Vi tar bort det du skriver här när forumet har varit.',
      'field.needs': 'Behöver du något mer för att kunna delta?',
      'field.needs.help':
        'Till exempel hörslinga eller plats för rullstol. Det tar vi också bort när forumet har varit.',
    },
    en: {
      title: 'Register if you want to',
      intro:
        'You do not need to register to come. Whoever does gets a reminder, and the notes afterwards. The details are kept in the case of the forum, are a public record, and are removed two years after the case is closed.',
      send: 'Register',
      'page.registration': 'Registration',
      'field.name': 'Your name',
      'field.name.error.required': 'Write your name',
      'field.email': 'Your e-mail address',
      'field.email.error.required': 'Write your e-mail address',
      'field.organisation': 'Organisation',
      'field.interpretation': 'Which language do you need?',
      'field.interpretation.help':
        'If you need another language than Swedish, or an interpreter, for example Finnish or sign language. We remove what you write here when the forum is over.',
      'field.needs': 'Do you need anything else to be able to take part?',
      'field.needs.help':
        'For example a hearing loop or room for a wheelchair. We remove that too when the forum is over.',
    },
  },
};
