import type { Language } from '../../../domain/language';

const locales: Record<Language, string> = { sv: 'sv-SE', en: 'en-GB' };

/** `12 mars`, `12 March`; takes `YYYY-MM-DD`. */
export function shortDate(date: string, language: Language): string {
  return inWords(date, language, { day: 'numeric', month: 'long' });
}

/** `torsdag 12 mars 2026`, `Thursday 12 March 2026`; takes `YYYY-MM-DD`. */
export function longDate(date: string, language: Language): string {
  return inWords(date, language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
}

function inWords(date: string, language: Language, parts: Intl.DateTimeFormatOptions): string {
  const format = new Intl.DateTimeFormat(locales[language], { ...parts, timeZone: 'UTC' });
  // The parts are in the language's order; commas between them differ from version to version of ICU.
  return format
    .formatToParts(new Date(`${date}T00:00:00Z`))
    .filter(({ type }) => type !== 'literal')
    .map(({ value }) => value)
    .join(' ');
}
