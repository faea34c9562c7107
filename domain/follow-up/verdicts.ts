/** What can be said of a single commitment. */
export const verdicts = ['kept', 'partly', 'notKept', 'cannotSay'] as const;
export type Verdict = (typeof verdicts)[number];
