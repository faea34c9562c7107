/** The paragraphs of a plain text: what stands between empty lines. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

/** Words, or a web address that can be followed. */
export type TextPiece = { text: string; url?: string };

/** A web address as somebody writes it in a sentence: what ends the sentence is not part of it. */
const webAddress = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]}'”’]/g;

/** A plain text with the web addresses in it apart; put together again it is the same text. */
export function piecesOf(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let done = 0;
  for (const { index, 0: found } of text.matchAll(webAddress)) {
    const url = URL.canParse(found) ? new URL(found).href : undefined;
    if (url === undefined) continue;
    if (index > done) pieces.push({ text: text.slice(done, index) });
    pieces.push({ text: found, url });
    done = index + found.length;
  }
  if (done < text.length) pieces.push({ text: text.slice(done) });
  return pieces;
}
