/**
 * What has become of a letter: by mail `sent` or `failed`, on paper `toPost` and then `posted`; `dropped`
 * is one that whoever it was for wants no more.
 */
export const letterStates = ['pending', 'sent', 'failed', 'toPost', 'posted', 'dropped'] as const;
export type LetterState = (typeof letterStates)[number];

/** What an official does to a letter with a reason. */
export const letterActKinds = [
  'undoPosting',
  /** Of a letter that could not be delivered: all to that address goes to another one. */
  'correctAddress',
  'sendAgain',
  'post',
  /** Of a person: all letters go by post, or by an address they have got, or by mail again. */
  'allByPost',
  'addEmail',
  'mailAgain',
] as const;
export type LetterActKind = (typeof letterActKinds)[number];

/** What stands in a case while a letter of it could not be delivered. */
export function refusalKey(letterKey: string): string {
  return `letter/${letterKey}`;
}

/** The key of the letter to a subscriber, by their place. */
export function newsletterLetter(place: number | string): string {
  return `newsletter/${place}`;
}
