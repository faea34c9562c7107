import {
  aboutLink,
  frameOf,
  valuesWithDeadline,
  type DeadlineParameters,
  type LetterContent,
  mailTexts,
} from './letter';

/** To the case officer: read the application and decide. */
export function reviewRequested(parameters: DeadlineParameters): LetterContent {
  const t = mailTexts(parameters);
  const values = valuesWithDeadline(parameters);
  return {
    ...frameOf(parameters),
    subject: t('reviewRequested.subject', values),
    preheader: t('reviewRequested.preheader', values),
    why: t('reviewRequested.why', values),
    paragraphs: [
      t('reviewRequested.task', values),
      t('reviewRequested.deadline', values),
      ...aboutLink(parameters),
    ],
    action: { label: t('reviewRequested.action'), url: parameters.url },
    otherwise: t('reviewRequested.otherwise'),
  };
}
