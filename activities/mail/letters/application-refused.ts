import {
  aboutLink,
  frameOf,
  valuesOf,
  type LetterContent,
  type LetterParameters,
  mailTexts,
} from './letter';

/**
 * To the coordinator: not approved; the decision is attached and on the page. Subject and preview do
 * not tell the outcome, which lock screens show, and the reasons are in the decision only.
 */
export function applicationRefused(parameters: LetterParameters): LetterContent {
  const t = mailTexts(parameters);
  const values = valuesOf(parameters);
  return {
    ...frameOf(parameters),
    subject: t('decision.subject', values),
    preheader: t('decision.preheader'),
    why: t('applicationReceived.why', values),
    paragraphs: [
      t('applicationRefused.decided', values),
      t('applicationRefused.attached'),
      t('applicationRefused.again'),
      ...aboutLink(parameters),
    ],
    action: { label: t('applicationRefused.action'), url: parameters.url },
  };
}
