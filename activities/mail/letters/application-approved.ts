import { formatList } from '../../../domain/format';
import { inlineText } from '../inline-text';
import {
  aboutLink,
  frameOf,
  valuesWithDeadline,
  type DeadlineParameters,
  type LetterContent,
  isSameReader,
  mailTexts,
} from './letter';

/** To the coordinator: approved; the decision is attached, `deadline` is the last day to sign. */
export function applicationApproved(
  parameters: DeadlineParameters & {
    signatories: readonly { name: string; email: string }[];
  },
): LetterContent {
  const { signatories, recipient, language } = parameters;
  const t = mailTexts(parameters);
  const names = signatories.map(({ name }) => inlineText(name));
  const values = {
    ...valuesWithDeadline(parameters),
    signatories: formatList(names, language),
  };
  const isSelf =
    signatories.length > 0 && signatories.every((each) => isSameReader(each, recipient));
  return {
    ...frameOf(parameters),
    subject: t('decision.subject', values),
    preheader: t('decision.preheader'),
    why: t('applicationReceived.why', values),
    paragraphs: [
      t('applicationApproved.approved', values),
      t(isSelf ? 'applicationApproved.nextSelf' : 'applicationApproved.next', values),
      ...aboutLink(parameters),
    ],
    action: { label: t('followCase'), url: parameters.url },
    otherwise: t(isSelf ? 'applicationApproved.otherwiseSelf' : 'applicationApproved.otherwise'),
  };
}
