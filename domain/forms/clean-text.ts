// What people do not see when they paste: control characters except tab and line feed (PostgreSQL
// refuses NUL, no font has the rest), halves of characters (jsonb refuses them), zero-width spaces,
// and characters that turn the reading direction of everything after them.
const invisible =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\p{Cs}\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/gu;

/** Text of several lines as it is kept: line feeds only, composed characters, nothing invisible. */
export function cleanText(value: string): string {
  return value
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(invisible, '')
    .normalize('NFC')
    .trim();
}

/** Text of one line: the same, with single spaces. */
export function cleanLine(value: string): string {
  return cleanText(value).replace(/\s+/g, ' ');
}

/** Length in characters as people count them, not in UTF-16 units; JSON Schema counts likewise. */
export function lengthInCharacters(value: string): number {
  return Array.from(value).length;
}

/** What was typed on several lines, each with something on it. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
