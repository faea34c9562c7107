import { translator } from '../../../domain/texts/index';
import { frameOf, valuesOf, type LetterContent, type LetterParameters } from './letter';

/**
 * To the coordinator: there is a decision, attached and on the page. Outcome and reasons are not in
 * the letter: mail is read on lock screens and forwarded.
 */
export function applicationRefused(parameters: LetterParameters): LetterContent {
  const t = translator(parameters.language, 'mail');
  const values = valuesOf(parameters);
  return {
    ...frameOf(parameters),
    subject: t('decision.subject', values),
    preheader: t('decision.preheader'),
    why: t('applicationReceived.why', values),
    paragraphs: [
      t('applicationRefused.decided', values),
      t('applicationRefused.attached'),
      t('personalLink'),
    ],
    action: { label: t('applicationRefused.action'), url: parameters.url },
  };
}
