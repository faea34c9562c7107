import { languages, type Language } from '../language';

/** A language file, or a part of it. */
export interface TextTree {
  readonly [key: string]: string | TextTree;
}

// A plural form that one language needs may be missing in another: compared by what they say together.
const pluralForm = /_(zero|one|two|few|many|other)$/;

/**
 * Keys that one language has and another lacks, as `en: errors.link.unusable`; empty when the
 * languages are equally complete.
 */
export function missingTexts(texts: Record<Language, TextTree>): string[] {
  const all = new Set(languages.flatMap((language) => keysOf(texts[language])));
  return languages.flatMap((language) => {
    const present = new Set(keysOf(texts[language]));
    return [...all].filter((key) => !present.has(key)).map((key) => `${language}: ${key}`);
  });
}

function keysOf(tree: TextTree): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [key.replace(pluralForm, '')]
      : keysOf(value).map((inner) => `${key}.${inner}`),
  );
}
