import { dayAfter, noonOf } from '../../../domain/calendar';
import { weeksUntilLapse } from '../../../domain/newsletter/lapse';
import { longDate } from './dates';
import type { DeadlineParameters, LetterContent } from './letter';
import { mailTexts } from './letter';
import { simpleLetter } from './simple-letter';

const daysInWeek = 7;

/** To whoever goes through a newsletter: it is late, and until which day it can still be sent. */
export function newsletterOverdue(parameters: DeadlineParameters): LetterContent {
  const { deadline, language } = parameters;
  const letter = simpleLetter('newsletterOverdue', parameters);
  if (deadline === '') return letter;
  // Weeks are counted in hours, so that one with another time of the year in it ends up to an hour earlier.
  const until = dayAfter(noonOf(deadline), weeksUntilLapse * daysInWeek - 1);
  const t = mailTexts(parameters);
  return { ...letter, otherwise: t('newsletterOverdue.until', { day: longDate(until, language) }) };
}

/** To the same, and to the contact point: nobody has sent it, and its case is ended. */
export function newsletterLapsed(parameters: DeadlineParameters): LetterContent {
  const t = mailTexts(parameters);
  const state = t('newsletterLapsed.waited', { weeks: weeksUntilLapse });
  const letter = simpleLetter('newsletterLapsed', parameters);
  return {
    ...letter,
    paragraphs: [letter.paragraphs[0] ?? '', state, ...letter.paragraphs.slice(1)],
  };
}
