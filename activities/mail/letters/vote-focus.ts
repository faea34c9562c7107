import type { LetterContent, ReminderParameters } from './letter';
import { withNaming, type NamedOnPage } from './named-on-page';
import { simpleLetter } from './simple-letter';

/** The areas there are to choose between, for whoever has no page to read them on; absent in a mail. */
export interface BallotOnPaper {
  ballot?: readonly string[] | undefined;
}

type Parameters = ReminderParameters & BallotOnPaper & NamedOnPage;

/** To each party: its vote on focus areas. */
export function voteFocusAsked(parameters: Parameters): LetterContent {
  const letter = withNaming(
    simpleLetter('voteFocusAsked', parameters),
    'voteFocusAsked',
    parameters,
  );
  return withBallot(letter, parameters);
}

export function voteFocusReminder(parameters: Parameters): LetterContent {
  return withBallot(simpleLetter('voteFocusReminder', parameters), parameters);
}

function withBallot(letter: LetterContent, { ballot = [] }: BallotOnPaper): LetterContent {
  const [state = '', ...others] = letter.paragraphs;
  return { ...letter, paragraphs: [state, ...ballot, ...others] };
}
