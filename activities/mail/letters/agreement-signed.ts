import { frameOf, valuesOf, type LetterContent, type LetterParameters, mailTexts } from './letter';

/** To the coordinator, to the signatory and to whoever signed for the municipality: acceded; the signed agreement is attached, `url` is the register. */
export function agreementSigned(
  parameters: LetterParameters & { recipientRole: 'coordinator' | 'signatory' | 'countersigner' },
): LetterContent {
  const t = mailTexts(parameters);
  const values = { ...valuesOf(parameters), municipality: parameters.municipality.name };
  return {
    ...frameOf(parameters),
    subject: t('agreementSigned.subject', values),
    preheader: t('agreementSigned.preheader'),
    why: t(`agreementSigned.why.${parameters.recipientRole}`, values),
    paragraphs: [
      parameters.recipientRole === 'countersigner'
        ? t('agreementSigned.bothSigned', values)
        : t('agreementSigned.acceded', values),
      t('agreementSigned.attached'),
      t('agreementSigned.register'),
    ],
    action: { label: t('agreementSigned.action'), url: parameters.url },
  };
}
