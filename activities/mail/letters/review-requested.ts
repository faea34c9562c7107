import { translator } from '../../../domain/texts/index';
import { frameOf, valuesWithDeadline, type DeadlineParameters, type LetterContent } from './letter';

/** To the case officer: read the application and decide. */
export function reviewRequested(parameters: DeadlineParameters): LetterContent {
  const t = translator(parameters.language, 'mail');
  const values = valuesWithDeadline(parameters);
  return {
    ...frameOf(parameters),
    subject: t('reviewRequested.subject', values),
    preheader: t('reviewRequested.preheader', values),
    why: t('reviewRequested.why', values),
    paragraphs: [
      t('reviewRequested.task', values),
      t('reviewRequested.deadline', values),
      t('personalLink'),
    ],
    action: { label: t('reviewRequested.action'), url: parameters.url },
    otherwise: t('reviewRequested.otherwise'),
  };
}
