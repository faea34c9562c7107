import { createInstance, type i18n, type TFunction } from 'i18next';
import { languages, type Language } from '../language';
import type { ProcessDefinition } from '../processes/definition';
import enCommon from './en/common.json' with { type: 'json' };
import enDocument from './en/document.json' with { type: 'json' };
import enMail from './en/mail.json' with { type: 'json' };
import enPost from './en/post.json' with { type: 'json' };
import enReport from './en/report.json' with { type: 'json' };
import svCommon from './sv/common.json' with { type: 'json' };
import svDocument from './sv/document.json' with { type: 'json' };
import svMail from './sv/mail.json' with { type: 'json' };
import svPost from './sv/post.json' with { type: 'json' };
import svReport from './sv/report.json' with { type: 'json' };
import { wordingOf } from './process-texts';

type Namespace = 'common' | 'mail' | 'post' | 'document' | 'report';

/** Texts that only the page needs (`ui.json`) are loaded by the page, one language at a time. */
const resources: Record<Language, Record<Namespace, object>> = {
  sv: { common: svCommon, mail: svMail, post: svPost, document: svDocument, report: svReport },
  en: { common: enCommon, mail: enMail, post: enPost, document: enDocument, report: enReport },
};

/** By the name of a process that has words of its own. */
const worded = new Map<string, { texts: i18n; of: ProcessDefinition }>();

const instance: i18n = createInstance();
void instance.init({
  resources,
  lng: 'sv',
  fallbackLng: false,
  ns: ['common', 'mail', 'post', 'document', 'report'],
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
  const texts = (process === undefined ? undefined : worded.get(process)?.texts) ?? instance;
  return texts.getFixedT<N>(language, namespace) as TFunction<N>;
}

/**
 * The texts of mails for somebody who reads them on paper: those of `post.json`, and for all that reads
 * alike on paper those of `mail.json`.
 */
export function postTranslator(language: Language, process?: string): TFunction<'mail'> {
  const texts = (process === undefined ? undefined : worded.get(process)?.texts) ?? instance;
  return texts.getFixedT(language, ['post', 'mail']) as unknown as TFunction<'mail'>;
}

/** Makes the words of a process known to {@link translator}. */
export function addProcessTexts(definition: ProcessDefinition): void {
  if (!definition.texts || worded.get(definition.name)?.of === definition) return;
  const own = instance.cloneInstance({ forkResourceStore: true });
  for (const language of languages) {
    for (const [file, texts] of Object.entries(wordingOf(definition, language) ?? {})) {
      own.addResourceBundle(language, file, texts, true, true);
    }
  }
  worded.set(definition.name, { texts: own, of: definition });
}
