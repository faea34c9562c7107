import { aboutLink, frameOf, valuesWithDeadline, type LetterContent, mailTexts } from './letter';
import { whySigning, type SigningParameters } from './signing';

/** To the signatory: read the exact version and sign it. */
export function signatureRequested(parameters: SigningParameters): LetterContent {
  const t = mailTexts(parameters);
  const values = valuesWithDeadline(parameters);
  return {
    ...frameOf(parameters),
    subject: t('signatureRequested.subject', values),
    preheader: t('signatureRequested.preheader'),
    why: whySigning(parameters),
    paragraphs: [
      t('signatureRequested.approved', values),
      t('signatureRequested.attached'),
      t('signatureRequested.task'),
      t('signatureRequested.deadline', values),
      ...aboutLink(parameters),
    ],
    action: { label: t('signatureRequested.action'), url: parameters.url },
    otherwise: t('signatureRequested.otherwise', values),
  };
}
