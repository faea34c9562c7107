import { fontsForDocument } from '../../../activities/documents/render/fonts';
import { renderPdf } from '../../../activities/documents/render/render-pdf';
import { composeDecision } from '../../../activities/documents/compose';
import type { DocumentContent } from '../../../activities/documents/content';
import { createPdfPool } from '../../../activities/documents/pdf-pool';
import { builtInForms, createFormRegistry } from '../../../domain/forms/registry';
import type { Answers } from '../../../domain/forms/types';
import { anApplication } from '../../../test/support/applications';
import PDFDocument from 'pdfkit';
import { timed } from '../at-once';
import { product } from '../municipalities';

/** Milliseconds for one letter of two pages, warm. */
export interface LetterTimes {
  /** In a thread of the pool, as the product makes it. */
  pool: number[];
  /** In the calling thread. */
  direct: number[];
  /** The same words by pdfkit alone: no tags, no layout, no archive format. */
  plain: number[];
}

const warmUp = 15;

export async function measureLetter(count: number): Promise<LetterTimes> {
  const pool = createPdfPool({ size: 1 });
  const content = aLetterOfTwoPages();
  const times: LetterTimes = { pool: [], direct: [], plain: [] };
  try {
    for (let i = -warmUp; i < count; i++) {
      const pooled = await timed(() => pool.render(content));
      const direct = await timed(() => renderPdf(content));
      const plain = await timed(() => plainPdf(content));
      if (i < 0) continue;
      times.pool.push(pooled);
      times.direct.push(direct);
      times.plain.push(plain);
    }
  } finally {
    await pool.close();
  }
  return times;
}

/** A refusal with its reasons and how to appeal: the longest letter of an accession. */
export function aLetterOfTwoPages(): DocumentContent {
  const form = createFormRegistry(builtInForms).get(product.processes.accession.applicationForm);
  const reasons = 'Föreningen har ännu inte hållit sitt första möte och har ingen styrelse. ';
  return composeDecision({
    municipality: product,
    language: 'sv',
    number: 'KFN 26/114',
    decidedAt: '2026-03-12T13:32:00.000Z',
    outcome: 'refuse',
    adverse: true,
    reasons: reasons.repeat(8).trim(),
    organisationName: 'Föreningen Lyktan',
    deciderName: product.caseOfficer.name,
    form,
    answers: anApplication().answers as Answers,
    createdAt: '2026-03-12T13:32:00.000Z',
  });
}

async function plainPdf(content: DocumentContent): Promise<Buffer> {
  const font = fontsForDocument()['NotoSans-Regular'] as unknown as string;
  const doc = new PDFDocument({ size: 'A4', font });
  for (const words of wordsOf(content)) doc.fontSize(11).text(words).moveDown();
  doc.end();
  const chunks: Buffer[] = [];
  for await (const chunk of doc) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function wordsOf({ title, blocks }: DocumentContent): string[] {
  const words = blocks.flatMap((block) => {
    if ('text' in block) return [block.text];
    if (block.kind === 'list') return block.items;
    if (block.kind === 'facts') return block.rows.map(({ label, value }) => `${label} ${value}`);
    return [];
  });
  return [title, ...words];
}
