import type { Refusals } from '../refusals';
import {
  frameOf,
  mailTexts,
  valuesWithDeadline,
  type DeadlineParameters,
  type LetterContent,
} from './letter';

export interface RefusedParameters extends DeadlineParameters {
  refusals: Refusals;
  /** Why the reader is told. */
  role: 'contactPoint' | 'caseOfficer';
  moment: 'ask' | 'reminder' | 'overdue';
}

/**
 * To the contact point: letters were refused by their readers' mail server or came back, and a person has to
 * see to them; or something came about them that a person has to read first.
 */
export function letterRefused(parameters: RefusedParameters): LetterContent {
  const { refusals, role, moment, language } = parameters;
  const t = mailTexts(parameters);
  const { unclear } = refusals;
  const told = unclear === refusals.count ? 'letterRefused.unclear' : 'letterRefused';
  const readers = refusals.readers.map((each) => t(`letterRefused.reader.${each}`));
  const values = {
    ...valuesWithDeadline({ ...parameters, deadline: refusals.deadline }),
    count: refusals.count,
    readers: new Intl.ListFormat(language).format(readers),
  };
  return {
    ...frameOf(parameters),
    subject: t(`${told}.subject.${moment}`, values),
    preheader: t(`${told}.preheader`),
    why: t(`letterRefused.why.${role}`, values),
    paragraphs: [
      t(`${told}.state`, values),
      ...(told === 'letterRefused' && unclear > 0
        ? [t('letterRefused.someUnclear', { count: unclear })]
        : []),
      t(`letterRefused.until.${moment}`, values),
      t(`${told}.more`),
    ],
    action: { label: t('letterRefused.action'), url: parameters.url },
    otherwise: t(`${told}.otherwise`),
  };
}
