import type { LetterContent, ReminderParameters } from './letter';
import { withNaming, type NamedOnPage } from './named-on-page';
import { simpleLetter } from './simple-letter';

/** To one of the many: how the agreement has been kept this year. */
export function followUpAsked(parameters: ReminderParameters & NamedOnPage): LetterContent {
  return withNaming(simpleLetter('followUpAsked', parameters), 'followUpAsked', parameters);
}
