import { canShow } from './fonts';

/** Stands where a character cannot be shown. */
export const placeholder = '\ufffd';

export interface Printable {
  text: string;
  /** The text as it was written, when something in it had to be replaced. */
  original?: string;
}

const lineBreaks = /\r\n|[\r\u0085\u2028\u2029]/g;
const blanks = /[\t\v\f]/g;
/** Control and format characters, among them direction marks: they print nothing and pdfkit does not obey them. */
const invisible = /[^\P{Cc}\n]|\p{Cf}|[\ufe00-\ufe0f]/gu;
/** A person who types fi must find it again; the font's ligature would be read back as one letter. */
const latinLigatures = /[\ufb00-\ufb06]/g;

/**
 * What the fonts can show of a text. Whatever they lack (emoji, Arabic, Chinese …) becomes one
 * placeholder per run, so that a word stays a word and a family emoji one sign.
 */
export function printable(text: string): Printable {
  const written = text
    .replace(lineBreaks, '\n')
    .replace(blanks, ' ')
    .replace(invisible, '')
    .replace(latinLigatures, (ligature) => ligature.normalize('NFKC'))
    .normalize('NFC');
  let shown = '';
  let replaced = false;
  for (const character of written) {
    const substitute = shownAs(character);
    replaced ||= substitute === undefined;
    if (substitute !== undefined) shown += substitute;
    else if (!shown.endsWith(placeholder)) shown += placeholder;
  }
  return replaced ? { text: shown, original: wellFormed(written) } : { text: shown };
}

/** Half of a surrogate pair is not a character: PDF and XML refuse it. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Cs}|[\ufffe\uffff]/gu, placeholder);
}

/** The character itself, or the plain one it is a variant of (wide, mathematical …), if the fonts have it. */
function shownAs(character: string): string | undefined {
  const plain = character.normalize('NFKC');
  return [character, plain].find((text) => Array.from(text).every(isShown));
}

function isShown(character: string): boolean {
  return character === '\n' || canShow(character.codePointAt(0) ?? 0);
}
