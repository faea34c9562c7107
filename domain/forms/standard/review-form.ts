import type { Language } from '../../language';
import { allFields } from '../fields';
import type { FormDefinition } from '../types';

type Texts = Readonly<Record<string, string>>;

/** What the review of anything may say; `about` gives the words of what is reviewed. */
const common: Record<Language, Texts> = {
  sv: {
    title: 'Beslut',
    intro: 'Läs det som har skickats in och besluta.',
    send: 'Skicka svaret',
    'page.decision': 'Beslut',
    'field.outcome': 'Vad beslutar du?',
    'field.outcome.option.approve': 'Säger ja',
    'field.outcome.option.return': 'Ber organisationen om mer uppgifter',
    'field.outcome.option.refuse': 'Säger nej',
    'field.outcome.error.choice': 'Välj vad du beslutar',
    'field.questions': 'Frågor till organisationen',
    'field.questions.help':
      'Organisationen får frågorna i ett mejl och svarar genom att ändra i det som har skickats in. Därefter kommer det tillbaka till dig.',
    'field.questions.error.tooFew': 'Lägg till minst en fråga',
    'field.questions.item': 'Fråga',
    'field.questions.add': 'Lägg till en fråga',
    'field.questions.remove': 'Ta bort fråga',
    'field.questions.about': 'Vad gäller frågan?',
    'field.questions.about.error.choice': 'Välj vad frågan gäller',
    'field.questions.about.option.whole': 'Allt',
    'field.questions.question': 'Din fråga',
    'field.questions.question.error.required': 'Skriv frågan',
    'field.reasons': 'Skäl för beslutet',
    'field.reasons.help':
      'Skälen står i beslutet som organisationen får. Skriv så att den som läser förstår varför.',
    'field.reasons.error.required': 'Skriv skälen för beslutet',
  },
  en: {
    title: 'Decision',
    intro: 'Read what has been sent in and decide.',
    send: 'Send the answer',
    'page.decision': 'Decision',
    'field.outcome': 'What do you decide?',
    'field.outcome.option.approve': 'Agree',
    'field.outcome.option.return': 'Ask the organisation for more information',
    'field.outcome.option.refuse': 'Say no',
    'field.outcome.error.choice': 'Choose a decision',
    'field.questions': 'Questions to the organisation',
    'field.questions.help':
      'The organisation gets the questions in an e-mail and answers by changing what it sent in. It then comes back to you.',
    'field.questions.error.tooFew': 'Add at least one question',
    'field.questions.item': 'Question',
    'field.questions.add': 'Add a question',
    'field.questions.remove': 'Remove question',
    'field.questions.about': 'What is the question about?',
    'field.questions.about.error.choice': 'Choose what the question is about',
    'field.questions.about.option.whole': 'Everything',
    'field.questions.question': 'Your question',
    'field.questions.question.error.required': 'Write the question',
    'field.reasons': 'Reasons for the decision',
    'field.reasons.help':
      'The organisation reads the reasons in the decision it gets. Write so that the reader understands why.',
    'field.reasons.error.required': 'Write the reasons for the decision',
  },
};

const most = { questions: 20, question: 1000, reasons: 5000 } as const;
const retentionYears = 10;

/**
 * The form that decides on what another form has brought, or sends it back with questions about its
 * fields. A refusal carries its reasons (FL 32 §).
 * @param about any form: a question names one of its fields, by the label that was seen there, or the whole
 * @param own texts in place of the common ones
 */
export function reviewForm(
  { id, version }: { id: string; version: number },
  about: FormDefinition,
  own: Partial<Record<Language, Texts>> = {},
): FormDefinition {
  const asked = allFields(about);
  const textsIn = (language: Language) => ({
    ...common[language],
    ...Object.fromEntries(
      asked.map((field) => [
        `field.questions.about.option.${field.id}`,
        about.texts[language][`field.${field.id}`] ?? '',
      ]),
    ),
    ...own[language],
  });
  return {
    id,
    version,
    retentionYears,
    bindings: { outcome: 'outcome', reasons: 'reasons', questions: 'questions' },
    pages: [
      {
        id: 'decision',
        fields: [
          {
            id: 'outcome',
            type: 'choice',
            required: true,
            options: ['approve', 'return', 'refuse'],
          },
          {
            id: 'questions',
            type: 'group',
            required: true,
            max: most.questions,
            showWhen: { field: 'outcome', in: ['return'] },
            fields: [
              {
                id: 'about',
                type: 'choice',
                required: true,
                options: [...asked.map((field) => field.id), 'whole'],
              },
              { id: 'question', type: 'longText', required: true, maxLength: most.question },
            ],
          },
          {
            id: 'reasons',
            type: 'longText',
            required: true,
            maxLength: most.reasons,
            showWhen: { field: 'outcome', in: ['refuse'] },
          },
        ],
      },
    ],
    texts: { sv: textsIn('sv'), en: textsIn('en') },
  };
}
