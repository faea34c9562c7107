import type { Language } from '../../../domain/language';

export { formatDate, formatInstant, formatSize } from '../../../domain/format';

const locales: Record<Language, string> = { sv: 'sv-SE', en: 'en-GB' };
const timeZone = 'Europe/Stockholm';

/** The time of day in Sweden: "14.32", "14:32". */
export function timeInWords(value: Date, language: Language): string {
  const format = new Intl.DateTimeFormat(locales[language], { timeStyle: 'short', timeZone });
  const time = format.format(value);
  return language === 'sv' ? time.replace(':', '.') : time;
}

/** A number with the language's grouping. */
export function numberInWords(value: number, language: Language): string {
  return new Intl.NumberFormat(locales[language]).format(value);
}

/** Sorts by name the way the language's readers expect. */
export function byName<T>(name: (item: T) => string, language: Language) {
  const collator = new Intl.Collator(locales[language]);
  return (a: T, b: T) => collator.compare(name(a), name(b));
}
