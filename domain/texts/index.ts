import { createInstance, type i18n, type TFunction } from 'i18next';
import type { Language } from '../language';
import enCommon from './en/common.json' with { type: 'json' };
import enDocument from './en/document.json' with { type: 'json' };
import enMail from './en/mail.json' with { type: 'json' };
import svCommon from './sv/common.json' with { type: 'json' };
import svDocument from './sv/document.json' with { type: 'json' };
import svMail from './sv/mail.json' with { type: 'json' };

/** Texts that only the page needs (`ui.json`) are loaded by the page, one language at a time. */
const resources: Record<Language, Record<'common' | 'mail' | 'document', object>> = {
  sv: { common: svCommon, mail: svMail, document: svDocument },
  en: { common: enCommon, mail: enMail, document: enDocument },
};

const instance: i18n = createInstance();
void instance.init({
  resources,
  lng: 'sv',
  fallbackLng: false,
  ns: ['common', 'mail', 'document'],
  defaultNS: 'common',
  interpolation: { escapeValue: false },
  initAsync: false,
  // A key that is not there is a fault of ours, never something to show a person.
  saveMissing: true,
  missingKeyHandler: (_languages, namespace, key) => {
    throw new Error(`no text for ${namespace}:${key}`);
  },
});

/** Translator for one namespace in one language. Values are inserted as they are: escaping belongs to the output format. */
export function translator<N extends 'common' | 'mail' | 'document'>(
  language: Language,
  namespace: N,
): TFunction<N> {
  return instance.getFixedT<N>(language, namespace) as TFunction<N>;
}
