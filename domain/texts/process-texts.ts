import type { ProcessDefinition, ProcessWords } from '../processes/definition';
import type { Language } from '../language';
import enProcess from './en/process.json' with { type: 'json' };
import svProcess from './sv/process.json' with { type: 'json' };
import type { TextTree } from './missing-texts';

/** A language file's part that a process words in its own way, by the file's name. */
export type Wording = Readonly<Record<string, TextTree>>;

/** What any process may say; `{{matter}}` and the like stand for its own words. */
const common: Record<Language, Wording> = { sv: svProcess, en: enProcess };

/**
 * How a process words what the language files say of an accession: the common texts with its words
 * in them, and its own texts in their place. Undefined for the accession.
 */
export function wordingOf(
  { forms, texts }: Pick<ProcessDefinition, 'forms' | 'texts'>,
  language: Language,
): Wording | undefined {
  if (!texts) return undefined;
  const { own = {} } = texts[language];
  const words = { title: forms[0]?.texts[language]['title'] ?? '', ...texts[language].words };
  const capitals = Object.fromEntries(
    entriesOf(words).map(([word, text]) => [capitalised(word), capitalised(text)]),
  );
  const wording = withWords(common[language], { ...words, ...capitals }) as Record<
    string,
    TextTree
  >;
  return Object.entries(own).reduce<Record<string, TextTree>>(
    (tree, [key, text]) => withText(tree, key.split('.'), text) as Record<string, TextTree>,
    wording,
  );
}

/** Keys among these that no file has, so that a text under them would never be read. */
export function unknownTexts(keys: readonly string[]): string[] {
  return keys.filter((key) => !files.includes(key.split('.')[0] ?? ''));
}

const files: readonly string[] = Object.keys(svProcess);

/** Other placeholders stay: they are filled where the text is used. */
function withWords(tree: TextTree, words: Readonly<Record<string, string>>): TextTree {
  return Object.fromEntries(
    Object.entries(tree).map(([key, value]) => [
      key,
      typeof value === 'string'
        ? value.replace(/\{\{(\w+)\}\}/g, (all, word: string) => words[word] ?? all)
        : withWords(value, words),
    ]),
  );
}

function withText(tree: TextTree, [key = '', ...rest]: readonly string[], text: string): TextTree {
  const below = tree[key];
  const inner = typeof below === 'object' ? below : {};
  return { ...tree, [key]: rest.length === 0 ? text : withText(inner, rest, text) };
}

/** The words of a process by what stands for them. */
function entriesOf(words: ProcessWords & { title: string }): [string, string][] {
  return Object.entries({ ...words });
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
