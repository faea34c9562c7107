import {
  commitmentsOf,
  type AgreementText,
  type CommitmentSide,
  type Principle,
} from '../../../domain/agreement';
import { formatDate } from '../../../domain/format';
import type { Language } from '../../../domain/language';
import { translator } from '../../../domain/texts';
import type { Block } from '../content';
import { heading, paragraph } from './frame';

export interface AgreementVersion {
  agreement: AgreementText;
  /** Running number, from 1. */
  version: number;
  /** `YYYY-MM-DD`. */
  adoptedOn: string;
  /** `YYYY-MM-DD`. */
  effectiveFrom: string;
}

const sides: readonly CommitmentSide[] = ['municipality', 'sector', 'both'];

/** Which version it is and since when. */
export function versionRows(
  { version, adoptedOn, effectiveFrom }: AgreementVersion,
  language: Language,
): { label: string; value: string }[] {
  const t = translator(language, 'document');
  return [
    { label: t('frame.version'), value: String(version) },
    { label: t('agreement.adoptedOn'), value: formatDate(adoptedOn, language) },
    { label: t('agreement.effectiveFrom'), value: formatDate(effectiveFrom, language) },
  ];
}

/** The whole agreement, from its introduction to its last development area. */
export function agreementBlocks(agreement: AgreementText, language: Language): Block[] {
  const t = translator(language, 'document');
  return [
    ...agreement.introduction.map(paragraph),
    heading(2, t('agreement.accession')),
    ...agreement.accession.map(paragraph),
    ...agreement.principles.flatMap((principle, i) => principleBlocks(principle, i + 1, language)),
    heading(2, t('agreement.developmentAreas')),
    ...agreement.developmentAreas.flatMap((area) => [heading(3, area.title), paragraph(area.text)]),
  ];
}

function principleBlocks(principle: Principle, number: number, language: Language): Block[] {
  const t = translator(language, 'document');
  return [
    heading(2, t('agreement.principle', { number, title: principle.title })),
    paragraph(principle.text),
    ...sides.flatMap((side): Block[] => {
      const commitments = commitmentsOf(principle, side);
      if (commitments.length === 0) return [];
      return [
        heading(3, t(`agreement.${side}`)),
        { kind: 'list', items: commitments.map(({ text }) => text) },
      ];
    }),
  ];
}
