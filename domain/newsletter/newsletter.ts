import type { Reader } from '../follow-up/report-words';
import { findingSentence } from '../follow-up/report-words';
import type { Answers } from '../forms/types';
import { languages, type Language } from '../language';
import { translator } from '../texts';

/** A part of a newsletter: a heading, and plain paragraphs with an empty line between them. */
export interface NewsletterSection {
  heading: string;
  text: string;
}

/** A newsletter in one language. */
export interface NewsletterText {
  subject: string;
  lead: string;
  sections: readonly NewsletterSection[];
}

/**
 * A newsletter as it was sent. Swedish is always there, as an authority writes in Swedish (språklagen
 * 2009:600, 10 §); whoever reads another language that it lacks gets it in Swedish.
 */
export type NewsletterContent = { sv: NewsletterText } & Partial<Record<Language, NewsletterText>>;

/** The language of which a reader gets the newsletter. */
export function languageFor(content: NewsletterContent, wanted: Language): Language {
  return content[wanted] ? wanted : 'sv';
}

export function textFor(content: NewsletterContent, wanted: Language): NewsletterText {
  return content[wanted] ?? content.sv;
}

/** The languages that a newsletter is in, in the order of its documents. */
export function documentLanguages(content: NewsletterContent): Language[] {
  return languages.filter((language) => content[language]);
}

/** What is said about a published report, for the municipality to change. */
export function draftAbout(reader: Reader): NewsletterText {
  const { report, agreementName: agreement, language } = reader;
  const t = translator(language, 'report');
  const { year, findings } = report;
  const said = (...found: (typeof findings.change)[]) =>
    found.map((finding) => findingSentence(reader, finding)).join('\n\n');
  const comment = commentIn(reader);
  return {
    subject: t('newsletter.subject', { year, agreement }),
    lead: t('newsletter.lead', { year, agreement, response: said(findings.response) }),
    sections: [
      {
        heading: t('newsletter.shows'),
        text: said(findings.about.municipality, findings.about.sector),
      },
      { heading: t('newsletter.changes'), text: said(findings.change) },
      ...(comment === '' ? [] : [{ heading: t('newsletter.comment'), text: comment }]),
      { heading: t('newsletter.more'), text: t('newsletter.moreText') },
    ],
  };
}

/** What the municipality has written about the answers is Swedish, and is nobody's to translate but its own. */
function commentIn({ commentary, language }: Reader): string {
  return language === 'sv' ? (commentary?.summary ?? '') : '';
}

/** The names of the form's fields in each language. */
const fieldsIn = {
  sv: { subject: 'subject', lead: 'lead', sections: 'sections' },
  en: { subject: 'subjectEn', lead: 'leadEn', sections: 'sectionsEn' },
} as const satisfies Record<Language, Record<keyof NewsletterText, string>>;

/** A draft as the form asks about it. */
export function newsletterAnswers({ sv, en }: NewsletterContent): Answers {
  return {
    ...answersIn('sv', sv),
    ...(en && answersIn('en', en)),
    english: en ? 'yes' : 'no',
  };
}

function answersIn(language: Language, { subject, lead, sections }: NewsletterText): Answers {
  const names = fieldsIn[language];
  return {
    [names.subject]: subject,
    [names.lead]: lead,
    [names.sections]: sections.map(({ heading, text }) => ({ heading, text })),
  };
}

/** What was written in the form, in the languages that were chosen. */
export function newsletterIn(answers: Answers): NewsletterContent {
  const swedish = textIn(answers, 'sv');
  return answers['english'] === 'yes'
    ? { sv: swedish, en: textIn(answers, 'en') }
    : { sv: swedish };
}

function textIn(answers: Answers, language: Language): NewsletterText {
  const names = fieldsIn[language];
  const given = answers[names.sections];
  const items = Array.isArray(given) ? (given as readonly Record<string, unknown>[]) : [];
  return {
    subject: asText(answers[names.subject]),
    lead: asText(answers[names.lead]),
    sections: items.map(({ heading, text }) => ({ heading: asText(heading), text: asText(text) })),
  };
}

function asText(answer: unknown): string {
  return typeof answer === 'string' ? answer : '';
}
