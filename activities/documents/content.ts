import type { Language } from '../../domain/language';

/** The building blocks of every document. Text is plain; the renderer never interprets it. */
export type Block =
  | { kind: 'heading'; level: 2 | 3; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; items: readonly string[] }
  /** Label and value, e.g. an answered form or the evidence of a signature. */
  | { kind: 'facts'; rows: readonly { label: string; value: string }[] }
  | { kind: 'table'; header: readonly string[]; rows: readonly (readonly string[])[] }
  /** A framed remark, such as "this is a translation". */
  | { kind: 'notice'; text: string }
  | { kind: 'pageBreak' };

/** A document before it is a PDF: serialisable, the same content gives the same bytes. */
export interface DocumentContent {
  language: Language;
  title: string;
  letterhead: { municipality: string; office: string; contact: string };
  /** Label and value at the top right: diary number, date. */
  reference: readonly { label: string; value: string }[];
  blocks: readonly Block[];
  /** "Page {{page}} of {{pages}}" with both placeholders, in the document's language. */
  pageLabel: string;
  /** Process time as ISO instant: the PDF's creation date. */
  createdAt: string;
  /** Machine-readable copy, attached as JSON (PDF/A-3, relationship Data). */
  attachment?: { name: string; description: string; data: unknown };
}
