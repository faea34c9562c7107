import { formatDate } from '../../../domain/format';
import { translator } from '../../../domain/texts';
import type { DocumentContent } from '../content';
import { caseFrame, contactLine, heading, paragraph, type DocumentInput } from './frame';

export interface ConfirmationInput extends DocumentInput {
  /** Diary number. */
  number: string;
  organisationName: string;
  /** `YYYY-MM-DD`. */
  accededOn: string;
  coordinatorName: string;
  /** Absolute address of the public register. */
  registerUrl: string;
}

/** The letter that welcomes an organisation and says what happens from now on. */
export function composeConfirmation(input: ConfirmationInput): DocumentContent {
  const { municipality, language, number, organisationName, accededOn, coordinatorName } = input;
  const t = translator(language, 'document');
  const agreement = municipality.agreementName[language];
  return {
    ...caseFrame(input, { number, dated: input.createdAt }),
    recipient: [organisationName, coordinatorName],
    title: t('confirmation.title', { agreement }),
    blocks: [
      paragraph(
        t('confirmation.acceded', {
          organisation: organisationName,
          agreement,
          accededOn: formatDate(accededOn, language),
        }),
      ),
      paragraph(t('confirmation.nothingNeeded')),
      heading(2, t('confirmation.next')),
      {
        kind: 'list',
        items: [
          t('confirmation.followUp', { coordinator: coordinatorName }),
          t('confirmation.forums'),
        ],
      },
      heading(2, t('confirmation.register')),
      paragraph(t('confirmation.registerText')),
      { kind: 'link', url: input.registerUrl },
      heading(2, t('confirmation.changes')),
      paragraph(t('confirmation.changesText', { contact: contactLine(municipality, language) })),
    ],
    attachment: {
      name: 'accession.json',
      description: t('confirmation.attachment'),
      data: { number, organisationName, accededOn, coordinatorName },
    },
  };
}
