import { translator } from '../../../domain/texts/index';
import { inlineText } from '../inline-text';
import { frameOf, valuesWithDeadline, type DeadlineParameters, type LetterContent } from './letter';

/** To the coordinator: approved; the decision is attached, `deadline` is the last day for the signatory to sign. */
export function applicationApproved(
  parameters: DeadlineParameters & { signatory: { name: string; email: string } },
): LetterContent {
  const { signatory, recipient, language } = parameters;
  const t = translator(language, 'mail');
  const values = { ...valuesWithDeadline(parameters), signatory: inlineText(signatory.name) };
  const isSelf = signatory.email.toLowerCase() === recipient.email.toLowerCase();
  return {
    ...frameOf(parameters),
    subject: t('decision.subject', values),
    preheader: t('decision.preheader'),
    why: t('applicationReceived.why', values),
    paragraphs: [
      t('applicationApproved.approved', values),
      t(isSelf ? 'applicationApproved.nextSelf' : 'applicationApproved.next', values),
      t('personalLink'),
    ],
    action: { label: t('followCase'), url: parameters.url },
    otherwise: t(isSelf ? 'applicationApproved.otherwiseSelf' : 'applicationApproved.otherwise'),
  };
}
