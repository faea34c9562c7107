import type { Language } from '../../language';
import type { FormDefinition, FormField, FormPage } from '../types';

/** The three questions of 001, which must be answered, and a free word. */
export const surveyQuestions = ['needs', 'expectations', 'cooperation', 'freeWord'] as const;
export type SurveyQuestion = (typeof surveyQuestions)[number];

const questions: FormPage = {
  id: 'questions',
  fields: surveyQuestions.map((id): FormField => ({
    ...{ id, type: 'longText', maxLength: 5000 },
    required: id !== 'freeWord',
  })),
};

const questionTexts: Record<Language, Record<string, string>> = {
  sv: {
    send: 'Skicka svaren',
    'page.questions': 'Frågorna',
    'field.needs': 'Vilka behov har ni?',
    'field.needs.help': 'Vad behöver ni av kommunen, och vad behöver de som ni finns till för?',
    'field.needs.error.required': 'Skriv vilka behov ni har',
    'field.expectations': 'Vad väntar ni er av en överenskommelse?',
    'field.expectations.error.required': 'Skriv vad ni väntar er',
    'field.cooperation': 'Vad bygger en god samverkan?',
    'field.cooperation.help': 'Vad fungerar redan, och vad skulle behöva bli annorlunda?',
    'field.cooperation.error.required': 'Skriv vad som bygger en god samverkan',
    'field.freeWord': 'Vill ni säga något mer?',
  },
  en: {
    send: 'Send the answers',
    'page.questions': 'The questions',
    'field.needs': 'Which needs do you have?',
    'field.needs.help':
      'What do you need from the municipality, and what do those need whom you are there for?',
    'field.needs.error.required': 'Write which needs you have',
    'field.expectations': 'What do you expect of an agreement?',
    'field.expectations.error.required': 'Write what you expect',
    'field.cooperation': 'What builds good cooperation?',
    'field.cooperation.help': 'What works already, and what would have to be different?',
    'field.cooperation.error.required': 'Write what builds good cooperation',
    'field.freeWord': 'Do you want to say anything more?',
  },
};

/** What an organisation answers that is invited to the way to a first agreement. */
export const firstAgreementSurvey: FormDefinition = {
  id: 'first-agreement-survey',
  version: 1,
  retentionYears: 10,
  bindings: {},
  pages: [questions],
  texts: {
    sv: {
      ...questionTexts.sv,
      title: 'Enkät inför en första överenskommelse',
      intro:
        'Svaren sammanställs fråga för fråga med organisationens namn, och alla kan läsa dem. De blir allmänna handlingar. Skriv inget om enskilda personer.',
    },
    en: {
      ...questionTexts.en,
      title: 'Survey before a first agreement',
      intro:
        'The answers are compiled question by question with the name of the organisation, and everybody can read them. They become public records. Write nothing about individuals.',
    },
  },
};

/** The same for anybody who was not asked; their answers stand apart. */
export const firstAgreementOpenSurvey: FormDefinition = {
  id: 'first-agreement-open-survey',
  version: 1,
  retentionYears: 10,
  bindings: {},
  pages: [
    {
      ...questions,
      fields: [...questions.fields, { id: 'who', type: 'text', required: false, maxLength: 120 }],
    },
  ],
  texts: {
    sv: {
      ...questionTexts.sv,
      title: 'Svara på enkäten',
      intro:
        'Alla får svara. Svaren sammanställs för sig, och alla kan läsa dem. De blir allmänna handlingar. Skriv inget om enskilda personer. Har din organisation fått frågorna i ett mejl svarar ni med länken där.',
      'field.who': 'Vilken organisation svarar du för?',
      'field.who.help': 'Lämna tomt om du svarar för egen del. Skriv inte ditt namn.',
    },
    en: {
      ...questionTexts.en,
      title: 'Answer the survey',
      intro:
        'Everybody may answer. The answers are compiled apart, and everybody can read them. They become public records. Write nothing about individuals. If your organisation got the questions in an e-mail, answer with the link in it.',
      'field.who': 'Which organisation do you answer for?',
      'field.who.help': 'Leave it empty if you answer for yourself. Do not write your name.',
    },
  },
};
