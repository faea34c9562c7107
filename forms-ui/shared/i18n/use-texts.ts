import { useTranslation } from 'react-i18next';
import type { Language } from '../../../domain/language';

/**
 * Texts of the page; those shared with mails and documents are under `common:`. In another
 * language than the reader's only after `loadTexts` of that language.
 */
export function useTexts(language?: Language) {
  return useTranslation(['ui', 'common'], language ? { lng: language } : {}).t;
}

export type Texts = ReturnType<typeof useTexts>;
