import { frameOf, mailTexts, valuesOf, type LetterContent, type LetterParameters } from './letter';

/** To the contact point: an applicant asks a person; an answer to the mail goes to the applicant. */
export function personAsked(
  parameters: LetterParameters & { question: string; phone: string | null },
): LetterContent {
  const { question, phone, url } = parameters;
  const t = mailTexts(parameters);
  const values = valuesOf(parameters);
  return {
    ...frameOf(parameters),
    subject: t('personAsked.subject', values),
    preheader: t('personAsked.preheader'),
    why: t('personAsked.why', values),
    paragraphs: [
      t('personAsked.state', values),
      ...question.split('\n').filter((line) => line.trim() !== ''),
      t('personAsked.answer'),
      ...(phone === null ? [] : [t('personAsked.phone', { phone })]),
    ],
    action: { label: t('personAsked.action'), url },
    otherwise: t('personAsked.otherwise'),
  };
}
