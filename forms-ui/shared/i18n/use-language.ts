import { useTranslation } from 'react-i18next';
import { isLanguage, type Language } from '../../../domain/language';

/** The language the page is shown in; the component follows when it changes. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return isLanguage(i18n.language) ? i18n.language : 'sv';
}
