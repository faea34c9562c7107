/** Width of a text in points, in the style it will be set in. */
export type MeasureText = (text: string) => number;

/** After a hyphen, dash or slash, as in "och/eller", but not after the e of "e-post". */
const insideWord = /(?<=[\p{L}\p{N}]{2}[-–—/])(?=\p{L}{2})/u;
/** Where an address or another endless word is best broken. */
const insideEndlessWord = /(?<=[/.@_?&=:,;-])/;
/** A letter with its accents. Intl.Segmenter knows more, but takes seconds for a text of 50,000 characters. */
const letter = /\P{M}\p{M}*|\p{M}+/gu;

/**
 * Breaks a text into lines no wider than `width`. Line feeds in the text are kept, runs of spaces
 * are one. A line that continues ends with its space, so that a reader does not hear two words as one.
 */
export function breakLines(text: string, width: number, measure: MeasureText): string[] {
  return text.split('\n').flatMap((line) => breakLine(line, width, measure));
}

function breakLine(text: string, width: number, measure: MeasureText): string[] {
  const space = measure(' ');
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const piece of pieces(text.trim(), width, measure)) {
    const advance = measure(piece);
    const visible = piece.endsWith(' ') ? advance - space : advance;
    if (line !== '' && used + visible > width) {
      lines.push(line);
      line = '';
      used = 0;
    }
    line += piece;
    used += advance;
  }
  return [...lines, line];
}

/** Everything that must stay on one line, with its following space. */
function pieces(text: string, width: number, measure: MeasureText): string[] {
  return words(text)
    .flatMap((word) => word.split(insideWord))
    .flatMap((piece) => (fits(piece, width, measure) ? [piece] : cut(piece, width, measure)));
}

function words(text: string): string[] {
  return text.split(/ +/).map((word, i, all) => (i < all.length - 1 ? `${word} ` : word));
}

/** A word longer than this is measured piece by piece: laying it out whole takes time by its square. */
const longestMeasured = 60;

function fits(piece: string, width: number, measure: MeasureText): boolean {
  return piece.length <= longestMeasured && measure(piece) <= width;
}

function cut(word: string, width: number, measure: MeasureText): string[] {
  return word
    .split(insideEndlessWord)
    .flatMap((part) => (fits(part, width, measure) ? [part] : (part.match(letter) ?? [])));
}
