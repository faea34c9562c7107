import { longDate, shortDate } from './dates';
import { frameOf, mailTexts, type LetterContent, type LetterParameters } from './letter';

/** A letter to an address that nobody has confirmed yet, or that asks for another language. */
export interface ConfirmParameters extends Omit<LetterParameters, 'number' | 'organisationName'> {
  /** The last day the link works, `YYYY-MM-DD`. */
  until: string;
}

/** To an address that somebody has given: is the newsletter wanted there? */
export function newsletterConfirm(parameters: ConfirmParameters): LetterContent {
  const { municipality, language, until, url } = parameters;
  const t = mailTexts(parameters);
  const values = {
    agreement: municipality.agreementName[language],
    municipality: municipality.name,
    date: shortDate(until, language),
    day: longDate(until, language),
  };
  return {
    ...frameOf(parameters),
    subject: t('newsletterConfirm.subject', values),
    preheader: t('newsletterConfirm.preheader', values),
    why: t('newsletterConfirm.why', values),
    paragraphs: [t('newsletterConfirm.state', values), t('newsletterConfirm.more', values)],
    action: { label: t('newsletterConfirm.action'), url },
    otherwise: t('newsletterConfirm.otherwise', values),
  };
}
