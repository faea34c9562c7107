import { createInstance, type i18n, type TFunction } from 'i18next';
import { languages, type Language } from '../language';
import type { ProcessDefinition } from '../processes/definition';
import enCommon from './en/common.json' with { type: 'json' };
import enDocument from './en/document.json' with { type: 'json' };
import enMail from './en/mail.json' with { type: 'json' };
import svCommon from './sv/common.json' with { type: 'json' };
import svDocument from './sv/document.json' with { type: 'json' };
import svMail from './sv/mail.json' with { type: 'json' };
import { wordingOf } from './process-texts';

type Namespace = 'common' | 'mail' | 'document';

/** Texts that only the page needs (`ui.json`) are loaded by the page, one language at a time. */
const resources: Record<Language, Record<Namespace, object>> = {
  sv: { common: svCommon, mail: svMail, document: svDocument },
  en: { common: enCommon, mail: enMail, document: enDocument },
};

/** By the name of a process that has words of its own. */
const worded = new Map<string, i18n>();

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

/**
 * Translator for one namespace in one language, in the words of a process where it has its own.
 * Values are inserted as they are: escaping belongs to the output format.
 */
export function translator<N extends Namespace>(
  language: Language,
  namespace: N,
  process?: string,
): TFunction<N> {
  const texts = (process === undefined ? undefined : worded.get(process)) ?? instance;
  return texts.getFixedT<N>(language, namespace) as TFunction<N>;
}

/** Makes the words of a process known to {@link translator}. */
export function addProcessTexts(definition: ProcessDefinition): void {
  if (!definition.texts) return;
  const own = instance.cloneInstance({ forkResourceStore: true });
  for (const language of languages) {
    for (const [file, texts] of Object.entries(wordingOf(definition, language) ?? {})) {
      own.addResourceBundle(language, file, texts, true, true);
    }
  }
  worded.set(definition.name, own);
}
