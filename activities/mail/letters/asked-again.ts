import { mailTexts, type LetterContent, type LetterParameters } from './letter';

/** Why somebody is asked who has been asked before, or earlier than planned. */
export type AskedBecause = 'completed' | 'opinionCame' | 'groupLate' | 'bodyReturned';

/** The letter that asks, with the reason first where it may look like one that came already. */
export function askedAgain(
  letter: LetterContent,
  parameters: LetterParameters,
  because: AskedBecause | undefined,
): LetterContent {
  if (because === undefined) return letter;
  const reason = mailTexts(parameters)(`reviewAgain.${because}`);
  return { ...letter, preheader: reason, paragraphs: [reason, ...letter.paragraphs] };
}
