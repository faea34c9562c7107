import { aboutLink, frameOf, valuesWithDeadline, type LetterContent, mailTexts } from './letter';
import { whySigning, type SigningParameters } from './signing';

/** To the signatory: the first reminder assumes goodwill, later ones say what the delay means. */
export function signatureReminder(
  parameters: SigningParameters & { ordinal: number },
): LetterContent {
  const t = mailTexts(parameters);
  const values = valuesWithDeadline(parameters);
  const tone = parameters.ordinal === 1 ? 'first' : 'later';
  return {
    ...frameOf(parameters),
    subject: t('signatureReminder.subject', values),
    preheader: t(`signatureReminder.${tone}.preheader`, values),
    why: whySigning(parameters),
    paragraphs: [
      t(`signatureReminder.${tone}.state`, values),
      t('signatureRequested.deadline', values),
      ...aboutLink(parameters),
    ],
    action: { label: t('signatureRequested.action'), url: parameters.url },
    otherwise: t(`signatureReminder.${tone}.otherwise`, values),
  };
}
