import type { Language } from './language';

type Parts = Record<'day' | 'month' | 'year' | 'hour' | 'minute', string>;

const locales: Record<Language, string> = { sv: 'sv-SE', en: 'en-GB' };

/** Everything official in Sweden happens in Swedish time, wherever the server or the reader is. */
const timeZone = 'Europe/Stockholm';

/** How each language writes a date and a time of day (Swedish: Svenska skrivregler, with a full stop). */
const patterns: Record<
  Language,
  { date: (parts: Parts) => string; instant: (date: string, parts: Parts) => string }
> = {
  sv: {
    date: ({ day, month, year }) => `${day} ${month} ${year}`,
    instant: (date, { hour, minute }) => `${date} kl. ${hour}.${minute}`,
  },
  en: {
    date: ({ day, month, year }) => `${day} ${month} ${year}`,
    instant: (date, { hour, minute }) => `${date} at ${hour}:${minute}`,
  },
};

const formats = new Map<Language, Intl.DateTimeFormat>();

/**
 * A date in words: "12 mars 2027", "12 March 2027". Takes a calendar date (`YYYY-MM-DD`), an ISO
 * instant, whose date is the Swedish one, or a year alone where no more is known. Throws RangeError
 * on anything else.
 */
export function formatDate(dateOrInstant: string, language: Language): string {
  if (/^\d{4}$/.test(dateOrInstant)) return dateOrInstant;
  return patterns[language].date(parts(dateOrInstant, language));
}

/** An ISO instant in words, Swedish time: "12 mars 2027 kl. 14.32", "12 March 2027 at 14:32". */
export function formatInstant(instant: string, language: Language): string {
  const { date, instant: join } = patterns[language];
  const values = parts(instant, language);
  return join(date(values), values);
}

const megabyte = 1_000_000;

/** A file's size in words: whole kilobytes, at least one, and from a megabyte on "1,2 MB", "1.2 MB". */
export function formatSize(bytes: number, language: Language): string {
  const large = bytes >= megabyte;
  return new Intl.NumberFormat(locales[language], {
    style: 'unit',
    unit: large ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: large ? 1 : 0,
  }).format(large ? bytes / megabyte : Math.max(1, bytes / 1000));
}

function parts(dateOrInstant: string, language: Language): Parts {
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(dateOrInstant);
  // Noon is the same day in Sweden and in UTC, so a calendar date stays what it is.
  const instant = new Date(isDate ? `${dateOrInstant}T12:00:00Z` : dateOrInstant);
  const found = format(language).formatToParts(instant);
  const value = (type: Intl.DateTimeFormatPartTypes) =>
    found.find((part) => part.type === type)?.value ?? '';
  return {
    day: value('day'),
    month: value('month'),
    year: value('year'),
    hour: value('hour'),
    minute: value('minute'),
  };
}

/** Making a format takes a thousand times longer than using it. */
function format(language: Language): Intl.DateTimeFormat {
  const known = formats.get(language);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locales[language], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  });
  formats.set(language, made);
  return made;
}

/** Names as a sentence lists them: `Anna, Bo och Siv`. */
export function formatList(items: readonly string[], language: Language): string {
  return new Intl.ListFormat(locales[language], { type: 'conjunction' }).format(items);
}
