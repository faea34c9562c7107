import type { DocumentContent } from '../content';
import type { Tag } from './box';
import { drawPages } from './draw';
import { layOut } from './lay-out';
import { paginate } from './paginate';
import { createPdfDocument } from './pdf-document';
import { printable } from './printable';
import { page } from './theme';
import { Typesetter } from './typesetter';

/**
 * The document as a PDF: PDF/A-3a and PDF/UA-1, A4, the attachment inside as JSON. The same content
 * gives the same bytes. Characters that the fonts lack are replaced where they are printed, and
 * spoken as they were written. Throws on a date that is none.
 */
export async function renderPdf(content: DocumentContent): Promise<Buffer> {
  const doc = createPdfDocument(content);
  const root: Tag = { type: 'Document' };
  const boxes = layOut(content, root, new Typesetter(doc));
  const pages = paginate(boxes, { top: page.top, bottom: page.height - page.bottom });
  drawPages(doc, pages, root, {
    text: printable(content.footer).text,
    pageLabel: printable(content.pageLabel).text,
  });
  doc.end();
  const chunks: Buffer[] = [];
  for await (const chunk of doc) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
