/** Languages every text exists in. The Swedish version is the one that is signed (002, tjänsteskrivelse: adopted in Swedish). */
export const languages = ['sv', 'en'] as const;

export type Language = (typeof languages)[number];

/** The same text in every language of the product. */
export type Localized = Record<Language, string>;

/** What is written in every language of the product. */
export function inLanguages(write: (language: Language) => string): Localized {
  return { sv: write('sv'), en: write('en') };
}

export function isLanguage(value: unknown): value is Language {
  return languages.includes(value as Language);
}

/** The first supported language of an Accept-Language header, or the fallback. */
export function preferredLanguage(header: string | undefined, fallback: Language): Language {
  const wanted = (header ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
  return wanted.find(isLanguage) ?? fallback;
}
