import type { LetterContent, ReminderParameters } from './letter';
import { mailTexts } from './letter';
import { simpleLetter } from './simple-letter';

/** Titles of the parts of a form that must still be answered; absent where nobody has begun on the page. */
export interface LeftToAnswer {
  left?: readonly string[] | undefined;
}

/** To one of the many who are asked: the answer is missing, and which parts of it. Never what is in the others. */
export function followUpReminder(parameters: ReminderParameters & LeftToAnswer): LetterContent {
  const { left } = parameters;
  const letter = simpleLetter('followUpReminder', parameters);
  if (!left) return letter;
  const t = mailTexts(parameters);
  const [state = '', ...others] = letter.paragraphs;
  const parts = left.join(', ');
  const said =
    left.length === 0 ? t('followUpReminder.allFilledIn') : t('followUpReminder.left', { parts });
  return { ...letter, paragraphs: [state, said, ...others] };
}
