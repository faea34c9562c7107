import type { LetterContent, ReminderParameters } from './letter';
import { simpleLetter } from './simple-letter';

/** The areas there are to choose between, for whoever has no page to read them on; absent in a mail. */
export interface BallotOnPaper {
  ballot?: readonly string[] | undefined;
}

type Parameters = ReminderParameters & BallotOnPaper;

/** To each party: its vote on focus areas. */
export function voteFocusAsked(parameters: Parameters): LetterContent {
  return withBallot(simpleLetter('voteFocusAsked', parameters), parameters);
}

export function voteFocusReminder(parameters: Parameters): LetterContent {
  return withBallot(simpleLetter('voteFocusReminder', parameters), parameters);
}

function withBallot(letter: LetterContent, { ballot = [] }: BallotOnPaper): LetterContent {
  const [state = '', ...others] = letter.paragraphs;
  return { ...letter, paragraphs: [state, ...ballot, ...others] };
}
