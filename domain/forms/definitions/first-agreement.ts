import { languages } from '../../language';
import type { FormDefinition, FormField } from '../types';

/** Begins the way to a first agreement (001): who decided it, whom to turn to, who is invited. */
export const firstAgreement: FormDefinition = {
  id: 'first-agreement',
  version: 1,
  retentionYears: 10,
  bindings: { title: 'title', contactName: 'contactName', contactEmail: 'contactEmail' },
  pages: [
    {
      id: 'commission',
      fields: [
        { id: 'title', type: 'text', required: true, maxLength: 120 },
        { id: 'body', type: 'text', required: true, maxLength: 120 },
        { id: 'decidedOn', type: 'date', required: true },
        { id: 'paragraph', type: 'text', required: false, maxLength: 20 },
        { id: 'commission', type: 'longText', required: true, maxLength: 3000 },
        { id: 'surveyUntil', type: 'date', required: false },
      ],
    },
    {
      id: 'contact',
      fields: [
        { id: 'contactName', type: 'text', required: true, maxLength: 120 },
        { id: 'contactEmail', type: 'email', required: true },
      ],
    },
    {
      id: 'invited',
      fields: [
        {
          id: 'organisations',
          type: 'group',
          required: true,
          min: 1,
          max: 300,
          fields: [
            { id: 'name', type: 'text', required: true, maxLength: 120 },
            { id: 'email', type: 'email', required: true },
            { id: 'language', type: 'choice', required: true, options: languages },
          ],
        },
      ],
    },
  ],
  texts: {
    sv: {
      title: 'Påbörja en första överenskommelse',
      intro:
        'Skriv vem som har gett uppdraget, vem som är kontaktperson och vilka organisationer som bjuds in. De får ett mejl om att arbetet börjar. Möten och workshoppar lägger du upp efter hand, utan att dagarna är bestämda nu.',
      send: 'Påbörja arbetet',
      'page.commission': 'Uppdraget',
      'page.contact': 'Kontaktperson',
      'page.contact.help':
        'Namn och e-postadress visas på arbetets sida. Kontaktpersonen får frågorna om när arbetet ska gå vidare.',
      'page.invited': 'Inbjudna organisationer',
      'field.title': 'Vad ska arbetet kallas?',
      'field.title.help': 'Till exempel Överenskommelse om samverkan i kommunen.',
      'field.title.error.required': 'Skriv vad arbetet ska kallas',
      'field.body': 'Vem har gett uppdraget?',
      'field.body.help': 'Till exempel Kommunstyrelsen.',
      'field.body.error.required': 'Skriv vem som har gett uppdraget',
      'field.decidedOn': 'Beslutsdag',
      'field.decidedOn.error.required': 'Välj dagen för beslutet',
      'field.paragraph': 'Paragraf',
      'field.paragraph.help': 'Till exempel § 23.',
      'field.commission': 'Vad går uppdraget ut på?',
      'field.commission.error.required': 'Skriv vad uppdraget går ut på',
      'field.surveyUntil': 'När ska enkäten vara besvarad, om det är känt?',
      'field.surveyUntil.help':
        'En preliminär sista dag. Den bestäms när mötena är klara och enkäten öppnas.',
      'field.contactName': 'Namn',
      'field.contactName.error.required': 'Skriv vem som är kontaktperson',
      'field.contactEmail': 'E-postadress',
      'field.contactEmail.error.required': 'Skriv kontaktpersonens e-postadress',
      'field.organisations': 'Organisationer',
      'field.organisations.item': 'Organisation',
      'field.organisations.add': 'Lägg till en organisation',
      'field.organisations.remove': 'Ta bort',
      'field.organisations.name': 'Namn',
      'field.organisations.name.error.required': 'Skriv organisationens namn',
      'field.organisations.email': 'E-postadress',
      'field.organisations.email.error.required': 'Skriv organisationens e-postadress',
      'field.organisations.email.error.emailRepeated':
        'Adressen finns redan i listan. Skriv en annan eller ta bort organisationen',
      'field.organisations.language': 'Språk i mejlen',
      'field.organisations.language.option.sv': 'Svenska',
      'field.organisations.language.option.en': 'Engelska',
      'field.organisations.language.error.choice': 'Välj vilket språk mejlen ska ha',
    },
    en: {
      title: 'Begin a first agreement',
      intro:
        'Write who gave the commission, who the contact person is and which organisations are invited. They get an e-mail saying that the work begins. Meetings and workshops are announced as you go, with no days fixed now.',
      send: 'Begin the work',
      'page.commission': 'The commission',
      'page.contact': 'Contact person',
      'page.contact.help':
        'Name and e-mail address are shown on the page of the work. The contact person is asked when the work is to move on.',
      'page.invited': 'Invited organisations',
      'field.title': 'What is the work to be called?',
      'field.title.help': 'For example Partnership agreement for the municipality.',
      'field.title.error.required': 'Write what the work is to be called',
      'field.body': 'Who gave the commission?',
      'field.body.help': 'For example the municipal executive board.',
      'field.body.error.required': 'Write who gave the commission',
      'field.decidedOn': 'Day of the decision',
      'field.decidedOn.error.required': 'Choose the day of the decision',
      'field.paragraph': 'Paragraph',
      'field.paragraph.help': 'For example § 23.',
      'field.commission': 'What is the commission?',
      'field.commission.error.required': 'Write what the commission is',
      'field.surveyUntil': 'When is the survey to be answered by, if that is known?',
      'field.surveyUntil.help':
        'A preliminary last day. It is settled when the meetings are done and the survey opens.',
      'field.contactName': 'Name',
      'field.contactName.error.required': 'Write who the contact person is',
      'field.contactEmail': 'E-mail address',
      'field.contactEmail.error.required': 'Write the e-mail address of the contact person',
      'field.organisations': 'Organisations',
      'field.organisations.item': 'Organisation',
      'field.organisations.add': 'Add an organisation',
      'field.organisations.remove': 'Remove',
      'field.organisations.name': 'Name',
      'field.organisations.name.error.required': 'Write the name of the organisation',
      'field.organisations.email': 'E-mail address',
      'field.organisations.email.error.required': 'Write the e-mail address of the organisation',
      'field.organisations.email.error.emailRepeated':
        'The address is in the list already. Write another one or remove the organisation',
      'field.organisations.language': 'Language of the e-mails',
      'field.organisations.language.option.sv': 'Swedish',
      'field.organisations.language.option.en': 'English',
      'field.organisations.language.error.choice': 'Choose the language of the e-mails',
    },
  },
};

/** Whoever has no e-mail is written to by post. */
function reachedByPost(field: FormField): FormField[] {
  if (field.id !== 'email') return [field];
  const postal = { id: 'postal', type: 'longText', maxLength: 300, insteadOf: 'email' } as const;
  return [
    { ...field, required: false },
    { ...postal, required: false },
  ];
}

/** The same, with organisations that have no e-mail among the invited. */
export const firstAgreement2: FormDefinition = {
  ...firstAgreement,
  version: 2,
  pages: firstAgreement.pages.map((page) =>
    page.id === 'invited'
      ? {
          ...page,
          fields: page.fields.map((field) => ({
            ...field,
            fields: (field.fields ?? []).flatMap(reachedByPost),
          })),
        }
      : page,
  ),
  texts: {
    sv: {
      ...firstAgreement.texts.sv,
      intro:
        'Skriv vem som har gett uppdraget, vem som är kontaktperson och vilka organisationer som bjuds in. De får ett mejl, eller ett brev med posten, om att arbetet börjar. Möten och workshoppar lägger du upp efter hand, utan att dagarna är bestämda nu.',
      'field.organisations.email.error.unreachable':
        'Skriv organisationens e-postadress, eller dess postadress',
      'field.organisations.postal': 'Postadress, om organisationen inte har e-post',
      'field.organisations.postal.help':
        'Gata eller box på en rad, postnummer och ort på nästa. Breven skrivs då ut och postas.',
      'field.organisations.language': 'Språk i breven',
      'field.organisations.language.error.choice': 'Välj vilket språk breven ska ha',
    },
    en: {
      ...firstAgreement.texts.en,
      intro:
        'Write who gave the commission, who the contact person is and which organisations are invited. They get an e-mail, or a letter by post, saying that the work begins. Meetings and workshops are announced as you go, with no days fixed now.',
      'field.organisations.email.error.unreachable':
        'Write the e-mail address of the organisation, or its postal address',
      'field.organisations.postal': 'Postal address, if the organisation has no e-mail',
      'field.organisations.postal.help':
        'Street or box on one line, postal code and town on the next. The letters are then printed and posted.',
      'field.organisations.language': 'Language of the letters',
      'field.organisations.language.error.choice': 'Choose the language of the letters',
    },
  },
};
