import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { caseStates, timelineEvents } from '../../domain/api/shapes';
import { errorStatuses } from '../../domain/errors';
import { faultCodes } from '../../domain/forms/types';
import { languages, type Language } from '../../domain/language';
import englishPage from '../../domain/texts/en/ui.json' with { type: 'json' };
import { translator } from '../../domain/texts/index';
import swedishPage from '../../domain/texts/sv/ui.json' with { type: 'json' };

const folder = new URL('../../domain/texts/', import.meta.url);
const namespaces = readdirSync(new URL('sv/', folder)).sort();

/** Every text of a file by its dotted key. */
function textsOf(language: Language, file: string): Map<string, unknown> {
  const tree = JSON.parse(readFileSync(new URL(`${language}/${file}`, folder), 'utf8')) as object;
  return new Map(leavesOf(tree));
}

function leavesOf(tree: object, prefix = ''): [string, unknown][] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? leavesOf(value, `${prefix}${key}.`)
      : [[`${prefix}${key}`, value] as [string, unknown]],
  );
}

// A plural form that one language needs may be missing in another: compared by what they say together.
const plural = /_(zero|one|two|few|many|other)$/;
const keysOf = (texts: Map<string, unknown>) =>
  [...new Set([...texts.keys()].map((key) => key.replace(plural, '')))].sort();

function placeholdersOf(text: unknown): string[] {
  const found = [...String(text).matchAll(/\{\{\s*([^},\s]+)[^}]*\}\}/g)].map(([, name]) => name);
  return [...new Set(found as string[])].sort();
}

it('every language has the same files', () => {
  for (const language of languages) {
    expect(readdirSync(new URL(`${language}/`, folder)).sort()).toEqual(namespaces);
  }
});

describe.each(namespaces)('%s', (file) => {
  const swedish = textsOf('sv', file);

  it.each(languages)('has the same texts in Swedish and in %s', (language) => {
    expect(keysOf(textsOf(language, file))).toEqual(keysOf(swedish));
  });

  it.each(languages)('mentions the same things in Swedish and in %s', (language) => {
    const texts = textsOf(language, file);
    const both = [...texts.keys()].filter((key) => swedish.has(key));
    expect(both.map((key) => [key, placeholdersOf(texts.get(key))])).toEqual(
      both.map((key) => [key, placeholdersOf(swedish.get(key))]),
    );
  });

  it.each(languages)('has no empty, untidy or half-written text in %s', (language) => {
    const faulty = [...textsOf(language, file)].filter(
      ([, text]) =>
        typeof text !== 'string' ||
        text.trim() === '' ||
        text !== text.trim() ||
        / {2}/.test(text) ||
        /\b(todo|fixme|xxx|lorem)\b/i.test(text) ||
        (text.match(/\{\{/g) ?? []).length !== (text.match(/\}\}/g) ?? []).length,
    );
    expect(faulty).toEqual([]);
  });

  it('is not left in one language by mistake', () => {
    // Names and labels may be alike; sentences are not.
    const english = textsOf('en', file);
    const sentences = [...swedish].filter(([, text]) => /[.!?]$/.test(String(text)));
    expect(sentences.filter(([key, text]) => english.get(key) === text)).toEqual([]);
  });
});

describe.each(languages)('in %s there are words for', (language) => {
  const common = textsOf(language, 'common.json');
  const missing = (prefix: string, codes: readonly string[]) =>
    codes.filter((code) => !common.has(`${prefix}.${code}`));

  it('every refusal, and for none that does not exist', () => {
    const codes = Object.keys(errorStatuses);
    expect(missing('errors', codes)).toEqual([]);
    const told = [...common.keys()].filter((key) => key.startsWith('errors.'));
    expect(told.sort()).toEqual(codes.map((code) => `errors.${code}`).sort());
  });

  it('every fault of an answer', () => {
    expect(missing('faults', faultCodes)).toEqual([]);
  });

  it('every state of a case and every event of its timeline', () => {
    expect(missing('states', caseStates)).toEqual([]);
    expect(missing('events', timelineEvents)).toEqual([]);
  });

  it('everybody that a case can wait for', () => {
    for (const { awaited, turn } of [englishPage.case, swedishPage.case]) {
      for (const texts of [awaited, turn.waits, turn.overdue]) {
        expect(Object.keys(texts)).toEqual([
          ...['caseOfficer', 'signatory', 'coordinator', 'reviewer', 'countersigner'],
        ]);
      }
    }
  });
});

describe('translator', () => {
  it('speaks the language it was asked for', () => {
    expect(translator('sv', 'common')('states.received')).toBe('Mottaget');
    expect(translator('en', 'common')('states.received')).toBe('Received');
  });

  it('throws for a text that is not there rather than showing its key', () => {
    const t = translator('sv', 'common') as unknown as (key: string) => string;
    expect(() => t('states.nowhere')).toThrow('no text for common:states.nowhere');
  });

  it('inserts what people typed as it is, and never reads it as a text of ours', () => {
    const label = '<b>$t(states.received) {{max}} $&</b>';
    expect(translator('sv', 'common')('faults.required', { label })).toBe(`Fyll i ${label}`);
  });
});
