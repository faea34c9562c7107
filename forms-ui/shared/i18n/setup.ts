import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { isLanguage, type Language } from '../../../domain/language';

/** One language's texts, loaded apart from the script and only when that language is read. */
const loaders: Record<Language, () => Promise<{ common: object; ui: object }>> = {
  sv: async () => ({
    common: (await import('../../../domain/texts/sv/common.json')).default,
    ui: (await import('../../../domain/texts/sv/ui.json')).default,
  }),
  en: async () => ({
    common: (await import('../../../domain/texts/en/common.json')).default,
    ui: (await import('../../../domain/texts/en/ui.json')).default,
  }),
};

const i18n = createInstance();

/** Starts the page in a language. */
export async function startTexts(language: Language): Promise<void> {
  await i18n.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    ns: ['ui', 'common'],
    defaultNS: 'ui',
    resources: { [language]: await loaders[language]() },
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  document.documentElement.lang = language;
}

/** Makes a language's texts available without showing them yet. */
export async function loadTexts(language: Language): Promise<void> {
  if (i18n.hasResourceBundle(language, 'ui')) return;
  const texts = await loaders[language]();
  i18n.addResourceBundle(language, 'ui', texts.ui);
  i18n.addResourceBundle(language, 'common', texts.common);
}

/** Changes the language of the page in place: nothing is reloaded, everything typed stays. */
export async function showLanguage(language: Language): Promise<void> {
  await loadTexts(language);
  await i18n.changeLanguage(language);
  document.documentElement.lang = language;
}

/** The language the page is shown in. */
export function currentLanguage(): Language {
  return isLanguage(i18n.language) ? i18n.language : 'sv';
}

export { i18n };
