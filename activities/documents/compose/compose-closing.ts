import type { Ending } from '../../../domain/asking/stand';
import { formatDate } from '../../../domain/format';
import type { DocumentContent } from '../content';
import {
  caseFrame,
  contactLine,
  heading,
  paragraph,
  type DocumentInput,
  documentTexts,
} from './frame';

export interface ClosingInput extends DocumentInput {
  /** Diary number. */
  number: string;
  organisationName: string;
  ending: Ending;
  /** As the person wrote them; none where nobody gave any. */
  reasons?: string;
  /** ISO instant. */
  closedAt: string;
}

/** Says that a case is closed without accession, and why. */
export function composeClosing(input: ClosingInput): DocumentContent {
  const { municipality, language, number, organisationName, ending, reasons, closedAt } = input;
  const t = documentTexts(input);
  const names = {
    municipality: municipality.name,
    organisation: organisationName,
    agreement: municipality.agreementName[language],
  };
  return {
    ...caseFrame(input, { number, dated: closedAt }),
    recipient: [organisationName],
    title: t('closing.title'),
    blocks: [
      paragraph(t(`closing.${ending}`, names)),
      paragraph(t('closing.notAcceded')),
      {
        kind: 'facts',
        rows: [{ label: t('closing.closedOn'), value: formatDate(closedAt, language) }],
      },
      ...(reasons ? [heading(2, t('closing.reasons')), paragraph(reasons)] : []),
      heading(2, t('closing.again')),
      paragraph(t('closing.againText', { contact: contactLine(municipality, language) })),
    ],
    attachment: {
      name: 'closing.json',
      description: t('closing.attachment'),
      data: { number, organisationName, ending, reasons, closedAt },
    },
  };
}
