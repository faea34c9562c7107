import type { LetterContent, ReminderParameters } from './letter';
import { mailTexts, valuesWithDeadline } from './letter';

/** Whether the page behind the link takes the name of whoever is the party's coordinator now. */
export interface NamedOnPage {
  named?: boolean;
}

/** What to do if one is not the right person any more, where the page asks who is; on paper there is none. */
export function withNaming(
  letter: LetterContent,
  name: 'followUpAsked' | 'voteFocusAsked',
  parameters: ReminderParameters & NamedOnPage,
): LetterContent {
  if (parameters.named !== true || parameters.recipient.byPost === true) return letter;
  const values = { ...valuesWithDeadline(parameters) };
  return { ...letter, otherwise: mailTexts(parameters)(`${name}.otherwiseNamed`, values) };
}
