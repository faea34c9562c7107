/** What has become of a letter: by mail `sent` or `failed`, on paper `toPost` and then `posted`. */
export const letterStates = ['pending', 'sent', 'failed', 'toPost', 'posted'] as const;
export type LetterState = (typeof letterStates)[number];

/** What an official does to a letter with a reason. */
export const letterActKinds = ['undoPosting'] as const;
export type LetterActKind = (typeof letterActKinds)[number];
