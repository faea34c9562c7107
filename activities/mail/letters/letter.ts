import type { Language } from '../../../domain/language';
import type { Municipality } from '../../../domain/municipality';
import { postTranslator, translator } from '../../../domain/texts/index';
import { inlineText } from '../inline-text';
import { longDate, shortDate } from './dates';

/** A letter before it is HTML and text: plain text, in the order it is read. */
export interface LetterContent {
  language: Language;
  /**
   * What to do, until when, about which organisation, in which case. Never a person, nor an outcome for an
   * applicant; what a committee came to with a matter of the municipality's own is public.
   */
  subject: string;
  /** What the inbox shows after the subject. */
  preheader?: string;
  greeting?: string;
  /** The first line: why the reader gets this letter. */
  why: string;
  paragraphs: readonly string[];
  /** Of a newsletter: what follows the paragraphs, under headings. */
  sections?: readonly { heading: string; paragraphs: readonly string[] }[];
  /** Somebody else's words may name web addresses; they can be followed. */
  linked?: true;
  action?: { label: string; url: string };
  /** What happens if the reader does nothing. */
  otherwise?: string;
  /** Whom to ask; left out where that is the reader. */
  contact?: string;
  /** Of what the reader has subscribed to: how to end that. */
  leave?: { text: string; label: string; url: string };
}

/** Who reads a letter. */
export interface Recipient {
  name: string;
  email: string;
  /** A mailbox that several people read: greeted without a name. */
  shared: boolean;
  /** Has no e-mail: gets every letter on paper and answers on paper. */
  byPost?: boolean;
}

/** What every letter needs to know. */
export interface LetterParameters {
  /** The name of the case's process, which may have words of its own. */
  process?: string;
  municipality: Municipality;
  /** The reader's. */
  language: Language;
  /** The case's number as the municipality writes it. */
  number: string;
  organisationName: string;
  recipient: Recipient;
  /** Where the button leads. A token may only be in its fragment. */
  url: string;
  /** What the button's link is; a personal one where nothing is said, null for a page open to all. */
  link?: 'task' | 'case' | 'desk' | null;
}

/** A letter about something that has a last day. */
export interface DeadlineParameters extends LetterParameters {
  /** `YYYY-MM-DD`; empty for a letter that has none. */
  deadline: string;
}

export interface ReminderParameters extends DeadlineParameters {
  /** 1 for the first reminder. */
  ordinal: number;
}

type FrameParameters = Pick<
  LetterParameters,
  'municipality' | 'language' | 'recipient' | 'process'
>;

/** The texts of letters in the reader's language and the process's words, on paper in those of paper. */
export function mailTexts({
  language,
  process,
  recipient,
}: Pick<LetterParameters, 'language' | 'process' | 'recipient'>) {
  return recipient.byPost
    ? postTranslator(language, process)
    : translator(language, 'mail', process);
}

/** What is said above the button: that its link is the reader's own, or that one has to sign in behind it. */
export function aboutLink(
  parameters: Pick<LetterParameters, 'language' | 'process' | 'recipient' | 'link'>,
): string[] {
  const { link } = parameters;
  if (link === null) return [];
  return [mailTexts(parameters)(link === 'desk' ? 'deskLink' : 'personalLink')];
}

/** Whether two names are one reader: the same address, or neither has one and the names are alike. */
export function isSameReader(
  a: { name: string; email: string },
  b: { name: string; email: string },
): boolean {
  if (a.email === '' && b.email === '') return a.name === b.name;
  return a.email.toLowerCase() === b.email.toLowerCase();
}

/** The parts that are alike in every letter. */
export function frameOf(
  parameters: FrameParameters,
): Pick<LetterContent, 'language' | 'greeting' | 'contact'> {
  const { language, recipient } = parameters;
  const t = mailTexts(parameters);
  const contact = contactOf(parameters);
  return {
    language,
    greeting: recipient.shared
      ? t('greetingShared')
      : t('greeting', { name: inlineText(recipient.name) }),
    ...(contact !== undefined && { contact }),
  };
}

/** Colleagues need no introduction, and nobody is told to write to themselves. */
function contactOf(parameters: FrameParameters): string | undefined {
  const { municipality, recipient } = parameters;
  const { name, email, phone } = municipality.contactPoint;
  const t = mailTexts(parameters);
  if (recipient.email === email) return undefined;
  if (recipient.shared) return t('contactShared', { email });
  const postal = municipality.postalAddress.join(', ');
  const values = { name, email, phone, municipality: municipality.name, postal };
  return phone ? t('contactWithPhone', values) : t('contact', values);
}

/** What the sentences of a letter may mention. */
export function valuesOf(parameters: LetterParameters) {
  const { municipality, language, number, organisationName } = parameters;
  return {
    number: inlineText(number),
    organisation: inlineText(organisationName),
    shortName: shortened(inlineText(organisationName)),
    agreement: municipality.agreementName[language],
    municipality: municipality.name,
  };
}

const longestInSubject = 40;

/** For a subject, whose end is the number and must not be lost. */
function shortened(name: string): string {
  const characters = Array.from(name);
  if (characters.length <= longestInSubject) return name;
  const beginning = characters.slice(0, longestInSubject).join('');
  return `${beginning.replace(/ [^ ]*$/, '')}…`;
}

/** The same, with the last day: `date` as `12 mars`, `day` as `torsdag 12 mars 2026`. */
export function valuesWithDeadline(parameters: DeadlineParameters) {
  return {
    ...valuesOf(parameters),
    date: parameters.deadline && shortDate(parameters.deadline, parameters.language),
    day: parameters.deadline && longDate(parameters.deadline, parameters.language),
  };
}
