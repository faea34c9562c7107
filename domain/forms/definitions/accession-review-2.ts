import type { FormDefinition } from '../types';
import { allFields } from '../fields';
import type { Language } from '../../language';
import { accessionApplication2 } from './accession-application-2';

/** What of the application a question may be about: any of its fields, or the whole. */
const asked = allFields(accessionApplication2);
const about = [...asked.map(({ id }) => id), 'whole'];

/**
 * The case officer's answer to an application: a decision, or questions that send it back to the
 * organisation. A refusal carries its reasons (FL 32 §).
 */
export const accessionReview2: FormDefinition = {
  id: 'accession-review',
  version: 2,
  retentionYears: 10,
  bindings: { outcome: 'outcome', reasons: 'reasons', questions: 'questions' },
  pages: [
    {
      id: 'decision',
      fields: [
        { id: 'outcome', type: 'choice', required: true, options: ['approve', 'return', 'refuse'] },
        {
          id: 'questions',
          type: 'group',
          required: true,
          max: 20,
          showWhen: { field: 'outcome', in: ['return'] },
          fields: [
            { id: 'about', type: 'choice', required: true, options: about },
            { id: 'question', type: 'longText', required: true, maxLength: 1000 },
          ],
        },
        {
          id: 'reasons',
          type: 'longText',
          required: true,
          maxLength: 5000,
          showWhen: { field: 'outcome', in: ['refuse'] },
        },
      ],
    },
  ],
  texts: {
    sv: {
      title: 'Beslut om ansökan',
      intro: 'Läs ansökan och besluta om organisationen kan ansluta sig till överenskommelsen.',
      send: 'Skicka svaret',
      'page.decision': 'Beslut',
      'field.outcome': 'Vad beslutar du?',
      'field.outcome.option.approve': 'Godkänner ansökan',
      'field.outcome.option.return': 'Ber organisationen komplettera ansökan',
      'field.outcome.option.refuse': 'Avslår ansökan',
      'field.outcome.error.choice': 'Välj vad du beslutar',
      'field.questions': 'Frågor till organisationen',
      'field.questions.help':
        'Organisationen får frågorna i ett mejl och svarar genom att ändra i sin ansökan. Därefter kommer den tillbaka till dig.',
      'field.questions.error.tooFew': 'Lägg till minst en fråga',
      'field.questions.item': 'Fråga',
      'field.questions.add': 'Lägg till en fråga',
      'field.questions.remove': 'Ta bort',
      'field.questions.about': 'Vad gäller frågan?',
      'field.questions.about.error.choice': 'Välj vad frågan gäller',
      'field.questions.about.option.whole': 'Hela ansökan',
      'field.questions.question': 'Din fråga',
      'field.questions.question.error.required': 'Skriv frågan',
      ...optionTexts('sv'),
      'field.reasons': 'Skäl för beslutet',
      'field.reasons.help':
        'Skälen står i beslutet som organisationen får. Skriv så att den som läser förstår varför.',
      'field.reasons.error.required': 'Skriv skälen för beslutet',
    },
    en: {
      title: 'Decision on the application',
      intro: 'Read the application and decide whether the organisation may join the agreement.',
      send: 'Send the answer',
      'page.decision': 'Decision',
      'field.outcome': 'What do you decide?',
      'field.outcome.option.approve': 'Approve the application',
      'field.outcome.option.return': 'Ask the organisation for more information',
      'field.outcome.option.refuse': 'Refuse the application',
      'field.outcome.error.choice': 'Choose a decision',
      'field.questions': 'Questions to the organisation',
      'field.questions.help':
        'The organisation gets the questions in an e-mail and answers by changing its application. It then comes back to you.',
      'field.questions.error.tooFew': 'Add at least one question',
      'field.questions.item': 'Question',
      'field.questions.add': 'Add a question',
      'field.questions.remove': 'Remove',
      'field.questions.about': 'What is the question about?',
      'field.questions.about.error.choice': 'Choose what the question is about',
      'field.questions.about.option.whole': 'The whole application',
      'field.questions.question': 'Your question',
      'field.questions.question.error.required': 'Write the question',
      ...optionTexts('en'),
      'field.reasons': 'Reasons for the decision',
      'field.reasons.help':
        'The organisation reads the reasons in the decision it gets. Write so that the reader understands why.',
      'field.reasons.error.required': 'Write the reasons for the decision',
    },
  },
};

/** A question names a field by the label that the applicant saw. */
function optionTexts(language: Language): Record<string, string> {
  const texts = accessionApplication2.texts[language];
  return Object.fromEntries(
    asked.map(({ id }) => [`field.questions.about.option.${id}`, texts[`field.${id}`] ?? '']),
  );
}
