import type { FormDefinition, FormField } from '../types';

const granted = { field: 'outcome', in: ['approve'] };

const fields: FormField[] = [
  { id: 'outcome', type: 'choice', required: true, options: ['approve', 'refuse', 'table'] },
  {
    id: 'granted',
    type: 'amounts',
    required: true,
    fixed: true,
    max: 10,
    showWhen: granted,
  },
  {
    id: 'booking',
    type: 'choice',
    required: true,
    options: ['add', 'included'],
    showWhen: granted,
  },
  { id: 'decision', type: 'text', required: true, maxLength: 200 },
  { id: 'reasons', type: 'longText', required: true, maxLength: 3000 },
];

/** What the budget process says to a request: granted, refused, or to be tried again next year. */
export const raisedAppropriationAnswer: FormDefinition = {
  id: 'raised-appropriation-answer',
  version: 1,
  retentionYears: 10,
  bindings: { outcome: 'outcome', amounts: 'granted', wording: 'decision', reasons: 'reasons' },
  pages: [{ id: 'answer', fields }],
  texts: {
    sv: {
      title: 'Svara på en begäran om höjt nämndbidrag',
      intro: 'Den som har begärt höjningen får svaret i ett brev.',
      send: 'Skicka svaret',
      'page.answer': 'Svar',
      'field.outcome': 'Vad blev svaret?',
      'field.outcome.option.approve': 'Bidraget höjs',
      'field.outcome.option.refuse': 'Bidraget höjs inte',
      'field.outcome.option.table': 'Begäran prövas på nytt i nästa års budget',
      'field.outcome.error.choice': 'Välj vad svaret blev',
      'field.granted': 'Beslutad höjning, i hela kronor',
      'field.granted.line': 'Rad',
      'field.granted.add': 'Lägg till en rad',
      'field.granted.remove': 'Ta bort',
      'field.booking': 'Finns höjningen redan i den budget som är registrerad?',
      'field.booking.help':
        'År som inte har någon beslutad budget än bokförs inte nu. Ta med höjningen när årets budget registreras.',
      'field.booking.option.add': 'Nej, lägg till den i budgeten för de år som är beslutade',
      'field.booking.option.included': 'Ja, den är med',
      'field.booking.error.choice': 'Välj om höjningen redan finns i den registrerade budgeten',
      'field.decision': 'Beslutet som svaret vilar på',
      'field.decision.help': 'Till exempel KF 2018-11-26 § 210.',
      'field.decision.error.required': 'Skriv vilket beslut svaret vilar på',
      'field.reasons': 'Skäl',
      'field.reasons.help': 'Skälen står i brevet.',
      'field.reasons.error.required': 'Skriv skälen för svaret',
    },
    en: {
      title: 'Answer a request for a raised appropriation',
      intro: 'Whoever requested the raise gets the answer in a letter.',
      send: 'Send the answer',
      'page.answer': 'Answer',
      'field.outcome': 'What is the answer?',
      'field.outcome.option.approve': 'The appropriation is raised',
      'field.outcome.option.refuse': 'The appropriation is not raised',
      'field.outcome.option.table': "The request is tried again in next year's budget",
      'field.outcome.error.choice': 'Choose what the answer is',
      'field.granted': 'Raise as decided, in whole kronor',
      'field.granted.line': 'Line',
      'field.granted.add': 'Add a line',
      'field.granted.remove': 'Remove',
      'field.booking': 'Is the raise in the recorded budget already?',
      'field.booking.help':
        "Years without an adopted budget are not posted now. Include the raise when the year's budget is recorded.",
      'field.booking.option.add': 'No, add it to the budget of the years that are adopted',
      'field.booking.option.included': 'Yes, it is included',
      'field.booking.error.choice': 'Choose whether the raise is in the recorded budget already',
      'field.decision': 'The decision that the answer rests on',
      'field.decision.help': 'For example KF 2018-11-26 § 210.',
      'field.decision.error.required': 'Write which decision the answer rests on',
      'field.reasons': 'Reasons',
      'field.reasons.help': 'The reasons stand in the letter.',
      'field.reasons.error.required': 'Write the reasons for the answer',
    },
  },
};

/** The same with the day of the decision: a raised budget says on which day it was decided. */
export const raisedAppropriationAnswer2: FormDefinition = {
  ...raisedAppropriationAnswer,
  version: 2,
  bindings: { ...raisedAppropriationAnswer.bindings, decidedOn: 'decidedOn' },
  pages: [
    {
      id: 'answer',
      fields: fields.flatMap((field): FormField[] =>
        field.id === 'decision'
          ? [field, { id: 'decidedOn', type: 'date', required: true }]
          : [field],
      ),
    },
  ],
  texts: {
    sv: {
      ...raisedAppropriationAnswer.texts.sv,
      'field.decidedOn': 'Vilken dag fattades beslutet?',
      'field.decidedOn.error.required': 'Skriv vilken dag beslutet fattades',
    },
    en: {
      ...raisedAppropriationAnswer.texts.en,
      'field.decidedOn': 'On which day was the decision made?',
      'field.decidedOn.error.required': 'Write the day the decision was made',
    },
  },
};
