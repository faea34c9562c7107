import { translator } from '../../../domain/texts/index';
import { frameOf, valuesWithDeadline, type DeadlineParameters, type LetterContent } from './letter';

/** To the signatory: the last day has passed, signing is still possible. */
export function signatureOverdue(parameters: DeadlineParameters): LetterContent {
  const t = translator(parameters.language, 'mail');
  const values = valuesWithDeadline(parameters);
  return {
    ...frameOf(parameters),
    subject: t('signatureOverdue.subject', values),
    preheader: t('signatureOverdue.preheader'),
    why: t('signatureRequested.why', values),
    paragraphs: [
      t('signatureOverdue.state', values),
      t('signatureOverdue.possible'),
      t('personalLink'),
    ],
    action: { label: t('signatureRequested.action'), url: parameters.url },
    otherwise: t('signatureOverdue.otherwise', values),
  };
}
