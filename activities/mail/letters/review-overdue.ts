import {
  aboutLink,
  frameOf,
  valuesWithDeadline,
  type DeadlineParameters,
  type LetterContent,
  mailTexts,
} from './letter';

/** To the case officer: the last day has passed, the decision is still theirs. */
export function reviewOverdue(parameters: DeadlineParameters): LetterContent {
  const t = mailTexts(parameters);
  const values = valuesWithDeadline(parameters);
  return {
    ...frameOf(parameters),
    subject: t('reviewOverdue.subject', values),
    preheader: t('reviewOverdue.preheader'),
    why: t('reviewRequested.why', values),
    paragraphs: [
      t('reviewOverdue.state', values),
      t('reviewOverdue.waiting'),
      ...aboutLink(parameters),
    ],
    action: { label: t('reviewRequested.action'), url: parameters.url },
    otherwise: t('reviewOverdue.otherwise'),
  };
}
