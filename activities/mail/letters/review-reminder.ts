import {
  aboutLink,
  frameOf,
  valuesWithDeadline,
  type LetterContent,
  type ReminderParameters,
  mailTexts,
} from './letter';

/** To the case officer: the first reminder assumes goodwill, later ones say what the delay means. */
export function reviewReminder(parameters: ReminderParameters): LetterContent {
  const t = mailTexts(parameters);
  const values = valuesWithDeadline(parameters);
  const tone = parameters.ordinal === 1 ? 'first' : 'later';
  return {
    ...frameOf(parameters),
    subject: t('reviewReminder.subject', values),
    preheader: t(`reviewReminder.${tone}.preheader`, values),
    why: t('reviewRequested.why', values),
    paragraphs: [
      t(`reviewReminder.${tone}.state`, values),
      t('reviewRequested.deadline', values),
      ...aboutLink(parameters),
    ],
    action: { label: t('reviewRequested.action'), url: parameters.url },
    otherwise: t(`reviewReminder.${tone}.otherwise`, values),
  };
}
