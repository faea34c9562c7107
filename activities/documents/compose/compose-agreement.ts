import { translator } from '../../../domain/texts';
import type { DocumentContent } from '../content';
import { agreementBlocks, versionRows, type AgreementVersion } from './agreement-blocks';
import { letterFrame, type DocumentInput } from './frame';

export interface AgreementInput extends DocumentInput, AgreementVersion {}

/** One version of the agreement. Every language but Swedish is marked as a translation. */
export function composeAgreement(input: AgreementInput): DocumentContent {
  const { municipality, language, agreement, version, adoptedOn, effectiveFrom } = input;
  const t = translator(language, 'document');
  return {
    ...letterFrame(input),
    reference: versionRows(input, language),
    footer: t('frame.footerAgreement', {
      municipality: municipality.name,
      agreement: municipality.agreementName[language],
      version,
    }),
    title: agreement.title,
    blocks: [
      ...(language === 'sv' ? [] : [{ kind: 'notice' as const, text: t('agreement.translation') }]),
      ...agreementBlocks(agreement, language),
    ],
    attachment: {
      name: 'agreement.json',
      description: t('agreement.attachment'),
      data: { language, version, adoptedOn, effectiveFrom, agreement },
    },
  };
}
