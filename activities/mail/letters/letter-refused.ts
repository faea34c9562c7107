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

/** To the contact point: letters were refused by their readers' mail server, and a person has to see to them. */
export function letterRefused(parameters: RefusedParameters): LetterContent {
  const { refusals, role, moment, language } = parameters;
  const t = mailTexts(parameters);
  const readers = refusals.readers.map((each) => t(`letterRefused.reader.${each}`));
  const values = {
    ...valuesWithDeadline({ ...parameters, deadline: refusals.deadline }),
    count: refusals.count,
    readers: new Intl.ListFormat(language).format(readers),
  };
  return {
    ...frameOf(parameters),
    subject: t(`letterRefused.subject.${moment}`, values),
    preheader: t('letterRefused.preheader'),
    why: t(`letterRefused.why.${role}`, values),
    paragraphs: [
      t('letterRefused.state', values),
      t(`letterRefused.until.${moment}`, values),
      t('letterRefused.more'),
    ],
    action: { label: t('letterRefused.action'), url: parameters.url },
    otherwise: t('letterRefused.otherwise'),
  };
}
