import type { Tag, TextRun } from './box';
import { breakLines } from './break-lines';
import { printable } from './printable';
import type { TextStyle } from './theme';

/** Turns text into lines that fit, and remembers whether every character could be shown. */
export class Typesetter {
  private replacedCharacters = false;

  constructor(private readonly doc: PDFKit.PDFDocument) {}

  /** Whether a character of any text so far had to be replaced. */
  get hasReplaced(): boolean {
    return this.replacedCharacters;
  }

  /** The lines of a text, one run each, all at the top of their box. Replaced text is spoken as it was written. */
  runs(text: string, tag: Tag, style: TextStyle, width: number, x = 0): TextRun[] {
    const shown = printable(text);
    if (shown.original !== undefined) {
      tag.actual = shown.original;
      this.replacedCharacters = true;
    }
    return this.lines(shown.text, style, width).map((line) => ({
      tag,
      // Where lines may break is settled now, and a search for a plain space must find it.
      text: line.replaceAll('\u00a0', ' '),
      style,
      x,
      y: 0,
    }));
  }

  /** Width in points of a text on one line. */
  width(text: string, style: TextStyle): number {
    return this.measured(style)(printable(text).text.replaceAll('\n', ' '));
  }

  private lines(text: string, style: TextStyle, width: number): string[] {
    return breakLines(text, width, this.measured(style));
  }

  private measured(style: TextStyle): (text: string) => number {
    this.doc.font(style.font).fontSize(style.size);
    return (text) => this.doc.widthOfString(text);
  }
}
