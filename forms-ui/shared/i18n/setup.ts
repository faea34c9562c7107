import { createInstance, type i18n as I18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { PageWording } from '../../../domain/api/shapes';
import { isLanguage, type Language } from '../../../domain/language';

/**
 * Texts of every page; of the pages that a link opens; of what happens in a case; of the desk, which few
 * readers ever see.
 */
type Part = 'common' | 'ui' | 'linked' | 'events' | 'desk';

/** The file that a part belongs to: what links open is in the page's own, what happens in the common one. */
const fileOf = {
  common: 'common',
  ui: 'ui',
  linked: 'ui',
  events: 'common',
  desk: 'desk',
} as const;

type Texts = Promise<{ default: object }>;

/** One language's texts, loaded apart from the script and only when that language is read. */
const loaders: Record<Language, Record<Part, () => Texts>> = {
  sv: {
    common: () => import('../../../domain/texts/sv/common.json'),
    ui: () => import('../../../domain/texts/sv/ui.json'),
    linked: () => import('../../../domain/texts/sv/ui.json?linked'),
    events: () => import('../../../domain/texts/sv/common.json?linked'),
    desk: () => import('../../../domain/texts/sv/desk.json'),
  },
  en: {
    common: () => import('../../../domain/texts/en/common.json'),
    ui: () => import('../../../domain/texts/en/ui.json'),
    linked: () => import('../../../domain/texts/en/ui.json?linked'),
    events: () => import('../../../domain/texts/en/common.json?linked'),
    desk: () => import('../../../domain/texts/en/desk.json'),
  },
};

/** What the page needs in whatever language it is shown. */
const parts = new Set<Part>(['common', 'ui']);

/** What has been loaded, as `sv/ui`. */
const loaded = new Set<string>();

const i18n = createInstance();

/** Starts the page in a language. */
export async function startTexts(language: Language): Promise<void> {
  await i18n.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    ns: ['ui', 'common'],
    defaultNS: 'ui',
    resources: {},
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  await loadTexts(language);
  document.documentElement.lang = language;
}

/** Makes a language's texts available without showing them yet. */
export async function loadTexts(language: Language): Promise<void> {
  const missing = [...parts].filter((part) => !loaded.has(`${language}/${part}`));
  const load = async (part: Part) => {
    const texts = (await loaders[language][part]()).default;
    i18n.addResourceBundle(language, fileOf[part], texts, true, true);
    loaded.add(`${language}/${part}`);
  };
  await Promise.all(missing.map(load));
}

/** Makes the texts of some pages part of the page from now on, in the language it is shown in. */
export async function addTexts(...more: readonly Exclude<Part, 'common' | 'ui'>[]): Promise<void> {
  more.forEach((part) => parts.add(part));
  await loadTexts(currentLanguage());
}

/** Changes the language of the page in place: nothing is reloaded, everything typed stays. */
export async function showLanguage(language: Language): Promise<void> {
  await loadTexts(language);
  await i18n.changeLanguage(language);
  document.documentElement.lang = language;
}

/** The page's texts in a language, some of them in a process's own words. */
export function wordedTexts(language: Language, wording: PageWording): I18n {
  const own = i18n.cloneInstance({ forkResourceStore: true, lng: language });
  for (const [file, texts] of Object.entries(wording)) {
    own.addResourceBundle(language, file, texts, true, true);
  }
  return own;
}

/** The language the page is shown in. */
export function currentLanguage(): Language {
  return isLanguage(i18n.language) ? i18n.language : 'sv';
}

export { i18n };
