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
  /** Of a letter that was sent or posted: it has come back. */
  'cameBack',
  /** Of a letter that came back: it has arrived after all. */
  'arrived',
] as const;
export type LetterActKind = (typeof letterActKinds)[number];

/** What stands in a case while a letter of it could not be delivered. */
export function refusalKey(letterKey: string): string {
  return `letter/${letterKey}`;
}

/** What stands in a case as the cause of a letter that arrived first and came back later. */
export const cameBack = 'letter.cameBack';

/** Whether a letter is thought to have arrived, and so can come back. */
export function canComeBack(state: LetterState): boolean {
  return state === 'sent' || state === 'posted';
}

/** The key of the letter to a subscriber, by their place. */
export function newsletterLetter(place: number | string): string {
  return `newsletter/${place}`;
}

/** Stands in the key of a letter that asks what has come back to a body, as it had not ended. */
export const returnedLetter = 'returned';
