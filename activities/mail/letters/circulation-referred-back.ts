import { inlineText } from '../inline-text';
import {
  frameOf,
  mailTexts,
  valuesWithDeadline,
  type DeadlineParameters,
  type LetterContent,
} from './letter';

/** Which body has referred a matter back, and why. */
export interface Referral {
  /** What stands in its diary numbers: `KFN`. */
  committee: string;
  name: string;
  /** As recorded from the minutes; paragraphs on lines of their own. */
  reasons: string;
}

/** To the official who sent a matter out: one body wants it prepared anew, so the others need not go on. */
export function circulationReferredBack(
  parameters: DeadlineParameters & { referral: Referral },
): LetterContent {
  const { referral, url } = parameters;
  const t = mailTexts(parameters);
  const values = {
    ...valuesWithDeadline(parameters),
    committee: inlineText(referral.committee),
    committeeName: inlineText(referral.name),
  };
  const reasons = referral.reasons.split('\n').filter((line) => line.trim() !== '');
  return {
    ...frameOf(parameters),
    subject: t('circulationReferredBack.subject', values),
    preheader: t('circulationReferredBack.preheader', values),
    why: t('circulationReferredBack.why', values),
    paragraphs: [
      t('circulationReferredBack.state', values),
      ...(reasons.length > 0 ? [t('circulationReferredBack.reasons'), ...reasons] : []),
      t('circulationReferredBack.more', values),
    ],
    action: { label: t('circulationReferredBack.action'), url },
    otherwise: t('circulationReferredBack.otherwise', values),
  };
}
