import type { Language } from '../../language';
import { partyChanges } from '../../party';
import { capacities, signingRules } from '../../signatories';
import type { FormDefinition, FormField } from '../types';
import { accessionApplication2 } from './accession-application-2';

const when = (...changes: (typeof partyChanges)[number][]) => ({ field: 'change', in: changes });

const signatoryFields: readonly FormField[] = [
  {
    id: 'signatories',
    type: 'group',
    required: true,
    max: 15,
    showWhen: when('signatories'),
    fields: [
      { id: 'name', type: 'text', required: true },
      { id: 'email', type: 'email', required: true },
      { id: 'capacity', type: 'choice', required: true, options: capacities },
    ],
  },
  {
    id: 'signingRule',
    type: 'choice',
    required: true,
    options: signingRules,
    showWhen: when('signatories'),
  },
];

/**
 * What an organisation in the register reports about itself. Anybody may send it; it counts once
 * those who sign for the organisation have confirmed it.
 */
export const partyChange: FormDefinition = {
  id: 'party-change',
  version: 1,
  retentionYears: 10,
  bindings: {
    organisationName: 'organisationName',
    organisationNumber: 'organisationNumber',
    coordinatorName: 'senderName',
    coordinatorEmail: 'senderEmail',
    partyChange: 'change',
    newCoordinatorName: 'newCoordinatorName',
    newCoordinatorEmail: 'newCoordinatorEmail',
    publishContact: 'publishContact',
    signatories: 'signatories',
    signingRule: 'signingRule',
    mergedInto: 'mergedInto',
  },
  pages: [
    {
      id: 'change',
      fields: [
        { id: 'organisationName', type: 'text', required: true, autocomplete: 'organization' },
        { id: 'organisationNumber', type: 'organisationNumber', required: false },
        { id: 'change', type: 'choice', required: true, options: partyChanges },
      ],
    },
    {
      id: 'details',
      fields: [
        { id: 'newCoordinatorName', type: 'text', required: true, showWhen: when('coordinator') },
        { id: 'newCoordinatorEmail', type: 'email', required: true, showWhen: when('coordinator') },
        {
          id: 'publishContact',
          type: 'choice',
          required: true,
          options: ['yes', 'no'],
          showWhen: when('coordinator'),
        },
        ...signatoryFields,
        { id: 'mergedInto', type: 'text', required: true, showWhen: when('merger') },
        {
          id: 'minutes',
          type: 'file',
          required: false,
          max: 3,
          showWhen: when('signatories', 'merger', 'dissolution'),
        },
        { id: 'remark', type: 'longText', required: false, maxLength: 2000 },
      ],
    },
    {
      id: 'sender',
      fields: [
        { id: 'senderName', type: 'text', required: true, autocomplete: 'name' },
        { id: 'senderEmail', type: 'email', required: true, autocomplete: 'email' },
      ],
    },
  ],
  texts: {
    sv: {
      ...textsLikeTheApplication('sv'),
      title: 'Ändra uppgifter om en ansluten organisation',
      intro:
        'Här anmäler ni ny samverkansansvarig, nya firmatecknare, att ni vill lämna överenskommelsen eller att organisationen går upp i en annan eller upphör. De som skriver under för organisationen bekräftar ändringen med en länk i ett mejl.',
      send: 'Skicka ändringen',
      'page.change': 'Vad ska ändras?',
      'page.details': 'Ändringen',
      'page.sender': 'Den som skickar',
      'field.organisationName': 'Organisationens namn',
      'field.organisationName.help': 'Som det står i registret.',
      'field.organisationName.error.required': 'Skriv organisationens namn',
      'field.organisationNumber': 'Organisationsnummer',
      'field.organisationNumber.help': 'Lämna tomt om organisationen inte har något.',
      'field.change': 'Vad gäller det?',
      'field.change.option.coordinator': 'Ny samverkansansvarig',
      'field.change.option.signatories': 'Nya firmatecknare, till exempel efter ett årsmöte',
      'field.change.option.withdrawal': 'Organisationen lämnar överenskommelsen',
      'field.change.option.merger': 'Organisationen går upp i en annan',
      'field.change.option.dissolution': 'Organisationen upphör',
      'field.change.error.choice': 'Välj vad det gäller',
      'field.newCoordinatorName': 'Den nya samverkansansvarigas namn',
      'field.newCoordinatorName.error.required': 'Skriv den nya samverkansansvarigas namn',
      'field.newCoordinatorEmail': 'Den nya samverkansansvarigas e-postadress',
      'field.newCoordinatorEmail.error.required': 'Skriv den nya samverkansansvarigas e-postadress',
      'field.mergedInto': 'Vilken organisation går den upp i?',
      'field.mergedInto.error.required': 'Skriv organisationens namn',
      'field.minutes': 'Protokoll eller annat som visar ändringen',
      'field.remark': 'Något mer vi behöver veta?',
      'field.senderName': 'Ditt namn',
      'field.senderName.error.required': 'Skriv ditt namn',
      'field.senderEmail': 'Din e-postadress',
      'field.senderEmail.help': 'Hit skickar vi kvittot.',
      'field.senderEmail.error.required': 'Skriv din e-postadress',
    },
    en: {
      ...textsLikeTheApplication('en'),
      title: 'Change the details of an organisation that has joined',
      intro:
        'Report a new coordinator, new signatories, that you want to leave the agreement, or that the organisation becomes part of another or ends. Those who sign for the organisation confirm the change by a link in an e-mail.',
      send: 'Send the change',
      'page.change': 'What should be changed?',
      'page.details': 'The change',
      'page.sender': 'Whoever sends this',
      'field.organisationName': 'Name of the organisation',
      'field.organisationName.help': 'As it is in the register.',
      'field.organisationName.error.required': 'Write the name of the organisation',
      'field.organisationNumber': 'Organisation number',
      'field.organisationNumber.help': 'Leave empty if the organisation has none.',
      'field.change': 'What is it about?',
      'field.change.option.coordinator': 'New coordinator',
      'field.change.option.signatories': 'New signatories, for example after an annual meeting',
      'field.change.option.withdrawal': 'The organisation leaves the agreement',
      'field.change.option.merger': 'The organisation becomes part of another',
      'field.change.option.dissolution': 'The organisation ends',
      'field.change.error.choice': 'Choose what it is about',
      'field.newCoordinatorName': 'Name of the new coordinator',
      'field.newCoordinatorName.error.required': 'Write the name of the new coordinator',
      'field.newCoordinatorEmail': 'E-mail address of the new coordinator',
      'field.newCoordinatorEmail.error.required': 'Write the e-mail address of the new coordinator',
      'field.mergedInto': 'Which organisation does it become part of?',
      'field.mergedInto.error.required': 'Write the name of the organisation',
      'field.minutes': 'Minutes or something else that shows the change',
      'field.remark': 'Anything else we need to know?',
      'field.senderName': 'Your name',
      'field.senderName.error.required': 'Write your name',
      'field.senderEmail': 'Your e-mail address',
      'field.senderEmail.help': 'This is where we send the receipt.',
      'field.senderEmail.error.required': 'Write your e-mail address',
    },
  },
};

/** What both forms ask is asked in the same words. */
function textsLikeTheApplication(language: Language): Record<string, string> {
  const alike = /^field\.(signatories|signingRule|publishContact)(\.|$)/;
  const texts = Object.entries(accessionApplication2.texts[language]);
  return Object.fromEntries(texts.filter(([key]) => alike.test(key)));
}
