import type { Language } from '../../../domain/language';
import type { Municipality } from '../../../domain/municipality';
import { translator } from '../../../domain/texts/index';
import { inlineText } from '../inline-text';
import { longDate, shortDate } from './dates';

/** A letter before it is HTML and text: plain text, in the order it is read. */
export interface LetterContent {
  language: Language;
  /** What to do, until when, in which case. Never an outcome or a name. */
  subject: string;
  /** What the inbox shows after the subject. */
  preheader?: string;
  greeting?: string;
  /** The first line: why the reader gets this letter. */
  why: string;
  paragraphs: readonly string[];
  action?: { label: string; url: string };
  /** What happens if the reader does nothing. */
  otherwise?: string;
  contact: string;
}

/** What every letter needs to know. */
export interface LetterParameters {
  municipality: Municipality;
  /** The reader's. */
  language: Language;
  /** The case's number as the municipality writes it. */
  number: string;
  organisationName: string;
  recipientName: string;
  /** Where the button leads. A token may only be in its fragment. */
  url: string;
}

/** A letter about something that has a last day. */
export interface DeadlineParameters extends LetterParameters {
  /** `YYYY-MM-DD`. */
  deadline: string;
}

export interface ReminderParameters extends DeadlineParameters {
  /** 1 for the first reminder. */
  ordinal: number;
}

/** The parts that are alike in every letter. */
export function frameOf(
  parameters: Pick<LetterParameters, 'municipality' | 'language' | 'recipientName'>,
): Pick<LetterContent, 'language' | 'greeting' | 'contact'> {
  const { municipality, language, recipientName } = parameters;
  const { name, email, phone } = municipality.contactPoint;
  const t = translator(language, 'mail');
  const values = { name, email, phone, municipality: municipality.name };
  return {
    language,
    greeting: t('greeting', { name: inlineText(recipientName) }),
    contact: phone ? t('contactWithPhone', values) : t('contact', values),
  };
}

/** What the sentences of a letter may mention. */
export function valuesOf(parameters: LetterParameters) {
  const { municipality, language, number, organisationName } = parameters;
  return {
    number: inlineText(number),
    organisation: inlineText(organisationName),
    agreement: municipality.agreementName[language],
  };
}

/** The same, with the last day: `date` as `12 mars`, `day` as `torsdag 12 mars 2026`. */
export function valuesWithDeadline(parameters: DeadlineParameters) {
  return {
    ...valuesOf(parameters),
    date: shortDate(parameters.deadline, parameters.language),
    day: longDate(parameters.deadline, parameters.language),
  };
}
