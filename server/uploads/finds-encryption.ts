// A PDF that is encrypted says so in its trailer, which is never compressed: "/Encrypt 12 0 R", or
// the dictionary itself (ISO 32000-1, 7.6.1). Any character of a name may be written as its code, "#45".
const mark = /\/Encrypt\s*(?:\d+\s+\d+\s+R\b|<<)/;
const code = /#([\da-f]{2})/gi;
/** Also where each letter of the name is a code. */
const longestMark = 96;

/** Tells for one piece of a PDF after the other whether the file is encrypted, as far as it has been seen. */
export function findsEncryption(): (piece: Buffer) => boolean {
  let end = '';
  return (piece) => {
    const text = end + piece.toString('latin1');
    end = text.slice(-longestMark);
    return mark.test(decoded(text));
  };
}

/** Most pieces have no code at all. */
function decoded(text: string): string {
  if (!text.includes('#')) return text;
  return text.replace(code, (_, digits: string) => String.fromCharCode(parseInt(digits, 16)));
}
