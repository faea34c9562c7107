import {
  frameOf,
  valuesWithDeadline,
  type DeadlineParameters,
  type LetterContent,
  mailTexts,
} from './letter';

/** Why somebody is asked who has been asked before, or earlier than planned. */
export type AskedBecause = 'completed' | 'opinionCame' | 'groupLate';

/** To the case officer: read the application and decide. */
export function reviewRequested(
  parameters: DeadlineParameters & { because?: AskedBecause | undefined },
): LetterContent {
  const t = mailTexts(parameters);
  const values = valuesWithDeadline(parameters);
  const { because } = parameters;
  const reason = because && t(`reviewAgain.${because}`);
  return {
    ...frameOf(parameters),
    subject: t('reviewRequested.subject', values),
    preheader: reason ?? t('reviewRequested.preheader', values),
    why: t('reviewRequested.why', values),
    paragraphs: [
      ...(reason === undefined ? [] : [reason]),
      t('reviewRequested.task', values),
      t('reviewRequested.deadline', values),
      t('personalLink'),
    ],
    action: { label: t('reviewRequested.action'), url: parameters.url },
    otherwise: t('reviewRequested.otherwise'),
  };
}
