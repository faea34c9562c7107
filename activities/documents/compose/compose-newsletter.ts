import type { NewsletterContent, NewsletterText } from '../../../domain/newsletter/newsletter';
import { paragraphsOf } from '../../../domain/newsletter/plain-text';
import type { DocumentContent } from '../content';
import { caseFrame, documentTexts, heading, paragraph, type DocumentInput } from './frame';

export interface NewsletterInput extends DocumentInput {
  number: string;
  text: NewsletterText;
  /** In all its languages, for the data that goes along. */
  content: NewsletterContent;
  /** The page where everybody can read it, and that of the report it tells of. */
  url: string;
  reportUrl: string | undefined;
}

/** A newsletter as it was sent, in one language. */
export function composeNewsletter(input: NewsletterInput): DocumentContent {
  const { number, text, content, url, reportUrl } = input;
  const t = documentTexts(input);
  const { subject, lead, sections } = text;
  return {
    ...caseFrame(input, { number, dated: input.createdAt }),
    title: subject,
    blocks: [
      ...paragraphsOf(lead).map(paragraph),
      ...sections.flatMap(({ heading: title, text: words }) => [
        heading(2, title),
        ...paragraphsOf(words).map(paragraph),
      ]),
      ...(reportUrl === undefined
        ? []
        : [paragraph(t('newsletter.report')), { kind: 'link' as const, url: reportUrl }]),
      paragraph(t('newsletter.web')),
      { kind: 'link', url },
    ],
    attachment: {
      name: 'newsletter.json',
      description: t('newsletter.attachment'),
      data: { number, newsletter: content },
    },
  };
}
