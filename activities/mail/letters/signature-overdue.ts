import { aboutLink, frameOf, valuesWithDeadline, type LetterContent, mailTexts } from './letter';
import { whySigning, type SigningParameters } from './signing';

/** To the signatory: the last day has passed, signing is still possible. */
export function signatureOverdue(parameters: SigningParameters): LetterContent {
  const t = mailTexts(parameters);
  const values = valuesWithDeadline(parameters);
  return {
    ...frameOf(parameters),
    subject: t('signatureOverdue.subject', values),
    preheader: t('signatureOverdue.preheader'),
    why: whySigning(parameters),
    paragraphs: [
      t('signatureOverdue.state', values),
      t('signatureOverdue.possible'),
      ...(parameters.agreementAttached ? [t('signatureRequested.attached')] : []),
      ...aboutLink(parameters),
    ],
    action: { label: t('signatureRequested.action'), url: parameters.url },
    otherwise: t('signatureOverdue.otherwise', values),
  };
}
