import { longDate, shortDate } from './dates';
import { frameOf, mailTexts, type LetterContent, type LetterParameters } from './letter';

/** A letter about a group, which is of no case. */
export interface TermsEndingParameters extends Omit<
  LetterParameters,
  'number' | 'organisationName'
> {
  group: string;
  /** Whose terms end, with their last days (`YYYY-MM-DD`), the earliest first; at least one. */
  terms: readonly { name: string; to: string }[];
}

/** To the contact point: terms in a group end soon, and nobody has been named to take over. */
export function termsEnding(parameters: TermsEndingParameters): LetterContent {
  const { municipality, language, group, terms, url } = parameters;
  const t = mailTexts(parameters);
  const date = shortDate(terms[0]?.to ?? '', language);
  const values = { group, date, municipality: municipality.name };
  return {
    ...frameOf(parameters),
    subject: t('termsEnding.subject', values),
    preheader: t('termsEnding.preheader'),
    why: t('termsEnding.why', values),
    paragraphs: [
      ...terms.map(({ name, to }) => t('termsEnding.term', { name, day: longDate(to, language) })),
      t('termsEnding.next'),
    ],
    action: { label: t('termsEnding.action'), url },
    otherwise: t('termsEnding.otherwise'),
  };
}
