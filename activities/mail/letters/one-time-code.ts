import { inlineText } from '../inline-text';
import { frameOf, mailTexts, valuesOf, type LetterContent, type LetterParameters } from './letter';

/**
 * To whoever answers: the code that shows whose mailbox it is. Without any link, so that neither is of
 * use to somebody who has the other.
 */
export function oneTimeCode(parameters: LetterParameters & { code: string }): LetterContent {
  const t = mailTexts(parameters);
  const values = valuesOf(parameters);
  return {
    ...frameOf(parameters),
    subject: t('oneTimeCode.subject', values),
    preheader: t('oneTimeCode.preheader'),
    why: t('oneTimeCode.why', values),
    paragraphs: [
      t('oneTimeCode.code', { code: inlineText(parameters.code) }),
      t('oneTimeCode.use'),
    ],
    otherwise: t('oneTimeCode.otherwise'),
  };
}
