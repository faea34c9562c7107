import { translator } from '../../../domain/texts';
import type { Block, DocumentContent } from '../content';
import { formOnPaper, type FormOnPaper } from './form-on-paper';
import { caseFrame, heading, paragraph, type DocumentInput } from './frame';

export interface PostedLetterInput extends DocumentInput {
  /** Diary number. */
  number: string;
  /** Name and postal address, line by line. */
  recipient: readonly string[];
  title: string;
  paragraphs: readonly string[];
  /** Who writes: municipality and office. */
  signature: readonly string[];
  /** What lies in the envelope beside the letter. */
  enclosures: readonly string[];
  /** Where it is answered with a pen. */
  form?: FormOnPaper | undefined;
}

/** A letter on paper, with its address where an envelope has its window. */
export function composePostedLetter(input: PostedLetterInput): DocumentContent {
  const { language, number, createdAt, recipient, title, paragraphs, signature, enclosures } =
    input;
  const postal = input.municipality.postalAddress.join(', ');
  const t = translator(language, 'document');
  const list: Block[] =
    enclosures.length === 0
      ? []
      : [heading(2, t('posted.enclosures')), { kind: 'list', items: enclosures }];
  const form = input.form ? formOnPaper({ ...input.form, language, number, postal }) : [];
  return {
    ...caseFrame(input, { number, dated: createdAt }),
    recipient: recipient.map((line) => line.trim()).filter((line) => line !== ''),
    window: true,
    title,
    blocks: [...paragraphs.map(paragraph), paragraph(signature.join('\n')), ...list, ...form],
  };
}
