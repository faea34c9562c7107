import type { FormDefinition, FormField, FormPage } from '../types';

/** The parts of a newsletter in one language: plain headings and paragraphs. */
function sections(id: string, required: boolean): FormField {
  return {
    ...{ id, type: 'group', required, max: 10 },
    fields: [
      { id: 'heading', type: 'text', required: true, maxLength: 120 },
      { id: 'text', type: 'longText', required: true, maxLength: 5000 },
    ],
  };
}

/** Swedish is always written (språklagen 2009:600, 10 §), English where somebody has chosen to. */
const written: readonly FormPage[] = [
  {
    id: 'swedish',
    fields: [
      { id: 'subject', type: 'text', required: true, maxLength: 120 },
      { id: 'lead', type: 'longText', required: true, maxLength: 1000 },
      sections('sections', false),
    ],
  },
  {
    id: 'english',
    fields: [
      { id: 'english', type: 'choice', required: true, options: ['yes', 'no'] },
      ...[
        { id: 'subjectEn', type: 'text', required: true, maxLength: 120 } as const,
        { id: 'leadEn', type: 'longText', required: true, maxLength: 1000 } as const,
        sections('sectionsEn', false),
      ].map((field) => ({ ...field, showWhen: { field: 'english', in: ['yes'] } })),
    ],
  },
];

const swedishTexts = {
  'page.swedish': 'På svenska',
  'page.english': 'På engelska',
  'field.subject': 'Nyhetsbrevets rubrik',
  'field.subject.help': 'Den står också i mejlets ämnesrad.',
  'field.subject.error.required': 'Skriv en rubrik',
  'field.lead': 'Ingress',
  'field.lead.help': 'Det viktigaste, i några meningar.',
  'field.lead.error.required': 'Skriv en ingress',
  'field.sections': 'Avsnitt',
  'field.sections.help':
    'Vanlig text. En tom rad delar stycken, och en webbadress som skrivs ut går att klicka på.',
  'field.sections.item': 'Avsnitt',
  'field.sections.add': 'Lägg till ett avsnitt',
  'field.sections.remove': 'Ta bort avsnitt',
  'field.sections.heading': 'Rubrik',
  'field.sections.heading.error.required': 'Skriv avsnittets rubrik',
  'field.sections.text': 'Text',
  'field.sections.text.error.required': 'Skriv avsnittets text',
  'field.english': 'Ska nyhetsbrevet finnas på engelska också?',
  'field.english.help':
    'Om inte får de som har valt engelska brevet på svenska, och det står så på deras sida.',
  'field.english.option.yes': 'Ja, texten står här nedanför',
  'field.english.option.no': 'Nej, bara på svenska',
  'field.english.error.choice': 'Välj om nyhetsbrevet ska finnas på engelska',
  'field.subjectEn': 'Rubrik på engelska',
  'field.subjectEn.error.required': 'Skriv en rubrik på engelska',
  'field.leadEn': 'Ingress på engelska',
  'field.leadEn.error.required': 'Skriv en ingress på engelska',
  'field.sectionsEn': 'Avsnitt på engelska',
  'field.sectionsEn.item': 'Avsnitt på engelska',
  'field.sectionsEn.add': 'Lägg till ett avsnitt på engelska',
  'field.sectionsEn.remove': 'Ta bort avsnitt på engelska',
  'field.sectionsEn.heading': 'Rubrik',
  'field.sectionsEn.heading.error.required': 'Skriv avsnittets rubrik på engelska',
  'field.sectionsEn.text': 'Text',
  'field.sectionsEn.text.error.required': 'Skriv avsnittets text på engelska',
} as const;

const englishTexts = {
  'page.swedish': 'In Swedish',
  'page.english': 'In English',
  'field.subject': 'Heading in Swedish',
  'field.subject.help': 'It is the subject of the e-mail too.',
  'field.subject.error.required': 'Write a heading in Swedish',
  'field.lead': 'Introduction in Swedish',
  'field.lead.help': 'What matters most, in a few sentences.',
  'field.lead.error.required': 'Write an introduction in Swedish',
  'field.sections': 'Sections in Swedish',
  'field.sections.help':
    'Plain text. An empty line divides paragraphs, and a web address that is written out can be clicked.',
  'field.sections.item': 'Section in Swedish',
  'field.sections.add': 'Add a section in Swedish',
  'field.sections.remove': 'Remove section in Swedish',
  'field.sections.heading': 'Heading',
  'field.sections.heading.error.required': 'Write the heading of the section',
  'field.sections.text': 'Text',
  'field.sections.text.error.required': 'Write the text of the section',
  'field.english': 'Is the newsletter to be in English as well?',
  'field.english.help':
    'If not, those who have chosen English get it in Swedish, and their page says so.',
  'field.english.option.yes': 'Yes, the text is below',
  'field.english.option.no': 'No, in Swedish only',
  'field.english.error.choice': 'Choose whether the newsletter is to be in English',
  'field.subjectEn': 'Heading in English',
  'field.subjectEn.error.required': 'Write a heading in English',
  'field.leadEn': 'Introduction in English',
  'field.leadEn.error.required': 'Write an introduction in English',
  'field.sectionsEn': 'Sections in English',
  'field.sectionsEn.item': 'Section in English',
  'field.sectionsEn.add': 'Add a section in English',
  'field.sectionsEn.remove': 'Remove section in English',
  'field.sectionsEn.heading': 'Heading',
  'field.sectionsEn.heading.error.required': 'Write the heading of the section in English',
  'field.sectionsEn.text': 'Text',
  'field.sectionsEn.text.error.required': 'Write the text of the section in English',
} as const;

/** A newsletter as an official begins it at the desk; whoever looks after the agreement reads it before it goes. */
export const newsletter: FormDefinition = {
  id: 'newsletter',
  version: 1,
  retentionYears: 10,
  bindings: { title: 'subject' },
  pages: written,
  texts: {
    sv: {
      title: 'Skriv ett nyhetsbrev',
      intro:
        'Kontaktpunkten läser nyhetsbrevet och skickar det till alla som prenumererar. Det läggs också ut på en sida som alla kan läsa.',
      send: 'Lämna till kontaktpunkten',
      ...swedishTexts,
    },
    en: {
      title: 'Write a newsletter',
      intro:
        'The contact point reads the newsletter and sends it to everybody who subscribes. It is also published on a page that everybody can read.',
      send: 'Hand it to the contact point',
      ...englishTexts,
    },
  },
};

/** The same before it goes, filled in with what there is: it is changed and sent, or not sent at all. */
export const newsletterWrite: FormDefinition = {
  id: 'newsletter-write',
  version: 1,
  retentionYears: 10,
  bindings: { title: 'subject', outcome: 'outcome' },
  pages: [
    ...written,
    {
      id: 'what',
      fields: [{ id: 'outcome', type: 'choice', required: true, options: ['approve', 'close'] }],
    },
  ],
  texts: {
    sv: {
      title: 'Nyhetsbrev',
      intro:
        'Här är ett utkast. Ändra det som behöver ändras. Sist väljer du om det ska skickas, eller om inget ska skickas. De som har valt ett språk där text saknas får brevet på svenska.',
      send: 'Skicka svaret',
      'page.what': 'Vad ska hända?',
      'field.outcome': 'Ska nyhetsbrevet skickas?',
      'field.outcome.option.approve': 'Ja, skicka det till alla som prenumererar',
      'field.outcome.option.close': 'Nej, skicka inget och avsluta ärendet',
      'field.outcome.error.choice': 'Välj om nyhetsbrevet ska skickas',
      ...swedishTexts,
    },
    en: {
      title: 'Newsletter',
      intro:
        'Here is a draft. Change what needs changing. Last of all you choose whether it is to be sent, or nothing is. Whoever has chosen a language without a text gets the letter in Swedish.',
      send: 'Send the answer',
      'page.what': 'What is to happen?',
      'field.outcome': 'Is the newsletter to be sent?',
      'field.outcome.option.approve': 'Yes, send it to everybody who subscribes',
      'field.outcome.option.close': 'No, send nothing and close the case',
      'field.outcome.error.choice': 'Choose whether the newsletter is to be sent',
      ...englishTexts,
    },
  },
};

/** Who wants the newsletter, and in which language; nothing else is asked. */
export const newsletterSubscription: FormDefinition = {
  id: 'newsletter-subscription',
  version: 1,
  retentionYears: 0,
  bindings: {},
  pages: [
    {
      id: 'subscription',
      fields: [
        { id: 'email', type: 'email', required: true, autocomplete: 'email' },
        { id: 'language', type: 'choice', required: true, options: ['sv', 'en'] },
      ],
    },
  ],
  texts: {
    sv: {
      title: 'Prenumerera på nyhetsbrevet',
      intro:
        'Du får ett mejl med en länk, och prenumerationen börjar när du har bekräftat den där. Vi sparar bara adressen och språket, och tar bort dem när du avslutar.',
      send: 'Prenumerera',
      'page.subscription': 'Prenumeration',
      'field.email': 'Din e-postadress',
      'field.email.error.required': 'Skriv din e-postadress',
      'field.language': 'Språk',
      'field.language.help': 'Ett nyhetsbrev som inte finns på engelska kommer på svenska.',
      'field.language.option.sv': 'Svenska',
      'field.language.option.en': 'Engelska',
      'field.language.error.choice': 'Välj vilket språk du vill läsa',
    },
    en: {
      title: 'Subscribe to the newsletter',
      intro:
        'You get an e-mail with a link, and the subscription begins when you have confirmed it there. We keep only the address and the language, and remove them when you unsubscribe.',
      send: 'Subscribe',
      'page.subscription': 'Subscription',
      'field.email': 'Your e-mail address',
      'field.email.error.required': 'Write your e-mail address',
      'field.language': 'Language',
      'field.language.help': 'A newsletter that is not in English comes in Swedish.',
      'field.language.option.sv': 'Swedish',
      'field.language.option.en': 'English',
      'field.language.error.choice': 'Choose which language you want to read',
    },
  },
};
