import { isLanguage, type Language } from '../../../domain/language';
import type { Keeper } from '../storage';

const storageKey = 'samverkan.language';

/** The language the reader has chosen on an earlier visit. */
export function chosenLanguage(keeper: Keeper): Language | undefined {
  const stored = keeper.read(storageKey);
  return isLanguage(stored) ? stored : undefined;
}

export function rememberLanguage(keeper: Keeper, language: Language): void {
  keeper.write(storageKey, language);
}

/** The first of the browser's languages that the product has. */
export function browserLanguage(preferred: readonly string[]): Language | undefined {
  return preferred.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage);
}
