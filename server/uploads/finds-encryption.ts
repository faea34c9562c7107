// A PDF that is encrypted says so in its trailer, which is never compressed: "/Encrypt 12 0 R", or
// the dictionary itself (ISO 32000-1, 7.6.1).
const mark = /\/Encrypt\s*(?:\d+\s+\d+\s+R\b|<<)/;
const longestMark = 64;

/** Tells for one piece of a PDF after the other whether the file is encrypted, as far as it has been seen. */
export function findsEncryption(): (piece: Buffer) => boolean {
  let end = '';
  return (piece) => {
    const text = end + piece.toString('latin1');
    end = text.slice(-longestMark);
    return mark.test(text);
  };
}
