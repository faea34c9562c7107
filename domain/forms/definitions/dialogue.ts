import type { FormDefinition } from '../types';

/** What somebody complained about or wanted made clear. Nobody fills it in: an answer to the follow-up does. */
export const dialogueMatter: FormDefinition = {
  id: 'dialogue-matter',
  version: 1,
  retentionYears: 10,
  bindings: { organisationName: 'organisation', theme: 'theme', message: 'matter' },
  pages: [
    {
      id: 'matter',
      fields: [
        { id: 'organisation', type: 'text', required: true },
        { id: 'theme', type: 'text', required: true },
        { id: 'matter', type: 'longText', required: true, maxLength: 3000 },
      ],
    },
  ],
  texts: {
    sv: {
      title: 'Klagomål eller fråga',
      intro: 'Klagomålet eller frågan, så som den skrevs i uppföljningen.',
      send: 'Skicka',
      'page.matter': 'Klagomålet eller frågan',
      'field.organisation': 'Från',
      'field.theme': 'Tema',
      'field.matter': 'Vad det gäller',
    },
    en: {
      title: 'Complaint or question',
      intro: 'The complaint or the question, as it was written in the follow-up.',
      send: 'Send',
      'page.matter': 'The complaint or the question',
      'field.organisation': 'From',
      'field.theme': 'Theme',
      'field.matter': 'What it is about',
    },
  },
};

/** What the contact point answers. */
export const dialogueReply: FormDefinition = {
  id: 'dialogue-reply',
  version: 1,
  retentionYears: 10,
  bindings: { message: 'answer', signedName: 'answeredBy' },
  pages: [
    {
      id: 'reply',
      fields: [
        { id: 'answer', type: 'longText', required: true, maxLength: 10_000 },
        { id: 'answeredBy', type: 'text', required: true, maxLength: 200 },
      ],
    },
  ],
  texts: {
    sv: {
      title: 'Svar på ett klagomål eller en fråga',
      intro:
        'Läs vad som står här nedanför och svara skriftligt. Den som frågar får svaret med e-post och kan fråga vidare.',
      send: 'Skicka svaret',
      'page.reply': 'Ditt svar',
      'field.answer': 'Vad svarar kommunen?',
      'field.answer.help':
        'Skriv vad ni har gjort eller tänker göra. Svaret blir en allmän handling.',
      'field.answer.error.required': 'Skriv vad kommunen svarar',
      'field.answeredBy': 'Vem svarar för kommunen?',
      'field.answeredBy.help': 'Namn och befattning. Den som frågar ser det.',
      'field.answeredBy.error.required': 'Skriv vem som svarar för kommunen',
    },
    en: {
      title: 'Answer to a complaint or a question',
      intro:
        'Read what is written below and answer in writing. Whoever asks gets the answer by e-mail and can ask on.',
      send: 'Send the answer',
      'page.reply': 'Your answer',
      'field.answer': 'What does the municipality answer?',
      'field.answer.help':
        'Write what you have done or will do. The answer becomes a public record.',
      'field.answer.error.required': 'Write what the municipality answers',
      'field.answeredBy': 'Who answers for the municipality?',
      'field.answeredBy.help': 'Name and position. Whoever asks sees it.',
      'field.answeredBy.error.required': 'Write who answers for the municipality',
    },
  },
};

/** What the asker says to the answer: that is enough, or there is more to ask. */
export const dialogueReaction: FormDefinition = {
  id: 'dialogue-reaction',
  version: 1,
  retentionYears: 10,
  bindings: { outcome: 'outcome', message: 'question' },
  pages: [
    {
      id: 'reaction',
      fields: [
        { id: 'outcome', type: 'choice', required: true, options: ['close', 'return'] },
        {
          ...{ id: 'question', type: 'longText', required: true, maxLength: 3000 },
          showWhen: { field: 'outcome', in: ['return'] },
        },
      ],
    },
  ],
  texts: {
    sv: {
      title: 'Är ni klara med svaret?',
      intro: 'Kommunen har svarat. Avsluta ärendet om ni är klara, eller fråga vidare.',
      send: 'Skicka',
      'page.reaction': 'Vad vill ni göra?',
      'field.outcome': 'Är ni klara med svaret?',
      'field.outcome.option.close': 'Ja, avsluta ärendet',
      'field.outcome.option.return': 'Nej, vi vill fråga eller säga något mer',
      'field.outcome.error.choice': 'Välj om ärendet ska avslutas eller om ni vill fråga vidare',
      'field.question': 'Vad vill ni fråga eller säga?',
      'field.question.help': 'Texten blir en allmän handling. Kontaktpunkten svarar skriftligt.',
      'field.question.error.required': 'Skriv vad ni vill fråga eller säga',
    },
    en: {
      title: 'Are you done with the answer?',
      intro: 'The municipality has answered. Close the case if you are done, or ask on.',
      send: 'Send',
      'page.reaction': 'What do you want to do?',
      'field.outcome': 'Are you done with the answer?',
      'field.outcome.option.close': 'Yes, close the case',
      'field.outcome.option.return': 'No, we want to ask or say something more',
      'field.outcome.error.choice': 'Choose whether to close the case or to ask on',
      'field.question': 'What do you want to ask or say?',
      'field.question.help':
        'The text becomes a public record. The contact point answers in writing.',
      'field.question.error.required': 'Write what you want to ask or say',
    },
  },
};
