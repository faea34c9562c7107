import { formatDate } from '../../../domain/format';
import { linesOf } from '../../../domain/forms/clean-text';
import type { AmountsTable } from '../../../domain/forms/amounts-table';
import type { Language } from '../../../domain/language';
import type { Municipality } from '../../../domain/municipality';
import { translator } from '../../../domain/texts';
import type { Block, DocumentContent } from '../content';

/** What every document is made from. */
export interface DocumentInput {
  municipality: Municipality;
  language: Language;
  /** The name of the case's process, which may have words of its own; none for the agreement's text. */
  process?: string;
  /** Process time as ISO instant. */
  createdAt: string;
}

/** The texts of documents in the reader's language and the process's words. */
export function documentTexts({ language, process }: Pick<DocumentInput, 'language' | 'process'>) {
  return translator(language, 'document', process);
}

/** Everything around the blocks of a document that belongs to a case. */
export function caseFrame(
  { municipality, language, createdAt }: DocumentInput,
  { number, dated }: { number: string; dated: string },
): Omit<DocumentContent, 'title' | 'blocks'> {
  const t = translator(language, 'document');
  return {
    ...letterFrame({ municipality, language, createdAt }),
    reference: [
      { label: t('frame.number'), value: number },
      { label: t('frame.date'), value: formatDate(dated, language) },
    ],
    footer: t('frame.footer', { municipality: municipality.name, number }),
  };
}

/** The letterhead and what else is the same in every document. */
export function letterFrame({ municipality, language, createdAt }: DocumentInput) {
  const t = translator(language, 'document');
  return {
    language,
    letterhead: {
      municipality: municipality.name,
      office: municipality.office[language],
      contact: contactLine(municipality, language),
    },
    pageLabel: t('frame.page', { page: '{{page}}', pages: '{{pages}}' }),
    placeholderNote: t('frame.placeholderNote'),
    createdAt,
  };
}

/** Whom to turn to, as it stands in the letterhead and inside sentences. */
export function contactLine({ contactPoint }: Municipality, language: Language): string {
  const t = translator(language, 'document');
  return contactPoint.phone === undefined
    ? t('frame.contact', { ...contactPoint })
    : t('frame.contactWithPhone', { ...contactPoint });
}

/** For a diary number inside a sentence: it is never divided between two lines. */
export function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}

export function heading(level: 2 | 3, text: string): Block {
  return { kind: 'heading', level, text };
}

export function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}

/** Amounts by line and year, the sums in the last row and the last column. */
export function amountsBlock({ header, rows }: AmountsTable): Block {
  return { kind: 'table', header, rows, rowHeaders: true, total: true };
}

export function paragraphs(text: string): Block[] {
  return linesOf(text).map(paragraph);
}
