/**
 * A value that people typed, made fit for the middle of a sentence: one line, without characters
 * that control a terminal or turn the reading direction of what follows.
 */
export function inlineText(value: string): string {
  return value
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .trim();
}
