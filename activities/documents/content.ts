import type { ChartView } from '../../domain/follow-up/report-view';
import type { Language } from '../../domain/language';

/** The building blocks of every document. Text is plain; the renderer never interprets it. */
export type Block =
  | { kind: 'heading'; level: 2 | 3; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; items: readonly string[] }
  /** Label and value, e.g. an answered form or the evidence of a signature. */
  | { kind: 'facts'; rows: readonly { label: string; value: string }[] }
  | {
      kind: 'table';
      header: readonly string[];
      rows: readonly (readonly string[])[];
      /** The first cell of a row speaks for the row. */
      rowHeaders?: true;
      /** The last row has the sums of the others. */
      total?: true;
    }
  /** A framed remark, such as "this is a translation". */
  | { kind: 'notice'; text: string }
  /** A web address on a line of its own, printed in full and clickable. Only http and https. */
  | { kind: 'link'; url: string }
  /** A bar chart; a table with the same values follows it. */
  | { kind: 'chart'; chart: ChartView }
  /** A question on paper: boxes to tick, and so many lines to write on. */
  | {
      kind: 'blank';
      label: string;
      help?: string;
      options?: readonly string[];
      lines?: number;
    }
  | { kind: 'pageBreak' };

/** A document before it is a PDF: serialisable, the same content gives the same bytes. */
export interface DocumentContent {
  language: Language;
  title: string;
  letterhead: { municipality: string; office: string; contact: string };
  /** Whom a letter is for, line by line; documents without an addressee leave it out. */
  recipient?: readonly string[];
  /** The recipient stands where an envelope has its window. */
  window?: true;
  /** Label and value at the top right: diary number, date. */
  reference: readonly { label: string; value: string }[];
  blocks: readonly Block[];
  /** At the bottom of every page: whose document it is and its diary number. */
  footer: string;
  /** "Page {{page}} of {{pages}}" with both placeholders, in the document's language. */
  pageLabel: string;
  /** Added at the end when a character had to be replaced because the font lacks it. */
  placeholderNote: string;
  /** Process time as ISO instant: the PDF's creation date. */
  createdAt: string;
  /** Machine-readable copy, attached as JSON (PDF/A-3, relationship Data). */
  attachment?: { name: string; description: string; data: unknown };
}
