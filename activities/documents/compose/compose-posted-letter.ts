import { translator } from '../../../domain/texts';
import type { Block, DocumentContent } from '../content';
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
}

/** A letter on paper, with its address where an envelope has its window. */
export function composePostedLetter(input: PostedLetterInput): DocumentContent {
  const { language, number, createdAt, recipient, title, paragraphs, signature, enclosures } =
    input;
  const t = translator(language, 'document');
  const list: Block[] =
    enclosures.length === 0
      ? []
      : [heading(2, t('posted.enclosures')), { kind: 'list', items: enclosures }];
  return {
    ...caseFrame(input, { number, dated: createdAt }),
    recipient: recipient.map((line) => line.trim()).filter((line) => line !== ''),
    window: true,
    title,
    blocks: [...paragraphs.map(paragraph), paragraph(signature.join('\n')), ...list],
  };
}
