import { translator } from '../../../domain/texts/index';
import { frameOf, valuesWithDeadline, type DeadlineParameters, type LetterContent } from './letter';

/** To the signatory: read the exact version and sign it. */
export function signatureRequested(parameters: DeadlineParameters): LetterContent {
  const t = translator(parameters.language, 'mail');
  const values = valuesWithDeadline(parameters);
  return {
    ...frameOf(parameters),
    subject: t('signatureRequested.subject', values),
    preheader: t('signatureRequested.preheader', values),
    why: t('signatureRequested.why', values),
    paragraphs: [
      t('signatureRequested.approved', values),
      t('signatureRequested.task'),
      t('signatureRequested.deadline', values),
      t('personalLink'),
    ],
    action: { label: t('signatureRequested.action'), url: parameters.url },
    otherwise: t('signatureRequested.otherwise', values),
  };
}
