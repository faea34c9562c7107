import { translator } from '../../../domain/texts/index';
import { inlineText } from '../inline-text';
import { frameOf, valuesWithDeadline, type DeadlineParameters, type LetterContent } from './letter';

/** To the coordinator: approved; `deadline` is the last day for `signatoryName` to sign. */
export function applicationApproved(
  parameters: DeadlineParameters & { signatoryName: string },
): LetterContent {
  const t = translator(parameters.language, 'mail');
  const signatory = inlineText(parameters.signatoryName);
  const values = { ...valuesWithDeadline(parameters), signatory };
  return {
    ...frameOf(parameters),
    subject: t('decision.subject', values),
    preheader: t('decision.preheader'),
    why: t('applicationReceived.why', values),
    paragraphs: [
      t('applicationApproved.approved', values),
      t('applicationApproved.next', values),
      t('personalLink'),
    ],
    action: { label: t('followCase'), url: parameters.url },
    otherwise: t('applicationApproved.otherwise', values),
  };
}
