import { longDate, shortDate } from './dates';
import { frameOf, type LetterContent, type LetterParameters, mailTexts } from './letter';

/** A letter before there is a case. */
export interface DraftParameters extends Omit<LetterParameters, 'number' | 'organisationName'> {
  /** The last day it is kept, `YYYY-MM-DD`, unless somebody changes it before. */
  keptUntil: string;
}

/** To whoever asked for it: the link to go on with an application that is not sent yet. */
export function draftKept(parameters: DraftParameters): LetterContent {
  const { municipality, language, keptUntil, url } = parameters;
  const t = mailTexts(parameters);
  const values = {
    agreement: municipality.agreementName[language],
    municipality: municipality.name,
    date: shortDate(keptUntil, language),
    day: longDate(keptUntil, language),
  };
  return {
    ...frameOf(parameters),
    subject: t('draftKept.subject', values),
    preheader: t('draftKept.preheader'),
    why: t('draftKept.why', values),
    paragraphs: [t('draftKept.kept', values), t('draftKept.anywhere')],
    action: { label: t('draftKept.action'), url },
    otherwise: t('draftKept.otherwise', values),
  };
}
