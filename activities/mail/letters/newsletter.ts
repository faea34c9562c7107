import type { Language } from '../../../domain/language';
import {
  languageFor,
  textFor,
  type NewsletterContent,
} from '../../../domain/newsletter/newsletter';
import { paragraphsOf } from '../../../domain/newsletter/plain-text';
import { frameOf, mailTexts, valuesOf, type LetterContent, type LetterParameters } from './letter';

/** A newsletter and whoever reads it. */
export interface NewsletterParameters extends LetterParameters {
  content: NewsletterContent;
  /** The page of the report that it tells of. */
  reportUrl: string | undefined;
  /** The page where the reader can end the subscription. */
  leaveUrl: string;
}

/**
 * To everybody who subscribes: the newsletter in their language, or in Swedish with a line that says so.
 * Nobody is greeted by name, as no name was asked for, and nothing in it tells whether it was read.
 */
export function newsletter(parameters: NewsletterParameters): LetterContent {
  const { content, language: wanted, reportUrl, leaveUrl, url } = parameters;
  const language: Language = languageFor(content, wanted);
  const { subject, lead, sections } = textFor(content, wanted);
  const inTheirs = mailTexts(parameters);
  const t = mailTexts({ ...parameters, language });
  const values = valuesOf({ ...parameters, language });
  const { contact } = frameOf({ ...parameters, language });
  const others = language === wanted ? [] : [inTheirs('newsletter.otherLanguage')];
  return {
    language,
    subject,
    why: t('newsletter.why', values),
    paragraphs: [...others, ...paragraphsOf(lead)],
    sections: sections.map(({ heading, text }) => ({ heading, paragraphs: paragraphsOf(text) })),
    linked: true,
    action: reportUrl
      ? { label: t('newsletter.report'), url: reportUrl }
      : { label: t('newsletter.action'), url },
    ...(reportUrl && { otherwise: t('newsletter.web', { url }) }),
    ...(contact !== undefined && { contact }),
    leave: {
      text: inTheirs('newsletter.leave'),
      label: inTheirs('newsletter.leaveAction'),
      url: leaveUrl,
    },
  };
}
