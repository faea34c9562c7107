import {
  aboutLink,
  frameOf,
  valuesOf,
  type LetterContent,
  type LetterParameters,
  mailTexts,
} from './letter';

/** To the coordinator: the application has arrived; it is attached as PDF. */
export function applicationReceived(parameters: LetterParameters): LetterContent {
  const t = mailTexts(parameters);
  const values = valuesOf(parameters);
  return {
    ...frameOf(parameters),
    subject: t('applicationReceived.subject', values),
    preheader: t('applicationReceived.preheader'),
    why: t('applicationReceived.why', values),
    paragraphs: [
      t('applicationReceived.received', values),
      t('applicationReceived.next'),
      t('applicationReceived.attached'),
      ...aboutLink(parameters),
    ],
    action: { label: t('followCase'), url: parameters.url },
  };
}
