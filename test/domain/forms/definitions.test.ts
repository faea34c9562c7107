import { describe, expect, it } from '@jest/globals';
import { ekero } from '../../../config/municipalities/ekero/municipality';
import { sodertalje } from '../../../config/municipalities/sodertalje/municipality';
import { definitionFaults } from '../../../domain/forms/check-definition';
import { allFields, fieldsOf } from '../../../domain/forms/fields';
import { builtInForms, createFormRegistry, formReference } from '../../../domain/forms/registry';
import {
  faultCodes,
  type Fault,
  type FormDefinition,
  type FormField,
} from '../../../domain/forms/types';
import { languages } from '../../../domain/language';

const texts = {
  title: 'T',
  intro: 'I',
  send: 'S',
  'page.p': 'P',
  'field.a': 'A',
  'field.a.option.x': 'X',
  'field.a.option.y': 'Y',
  'field.b': 'B',
};
const a: FormField = { id: 'a', type: 'choice', required: true, options: ['x', 'y'] };
const b: FormField = { id: 'b', type: 'text', required: true, showWhen: { field: 'a', in: ['x'] } };

const plain: FormField = { id: 'name', type: 'text', required: true };
const group: FormField = { id: 'g', type: 'group', required: false, max: 3, fields: [plain] };

function form(fields: FormField[], changes: Partial<FormDefinition> = {}): FormDefinition {
  return {
    id: 'f',
    version: 1,
    retentionYears: 1,
    pages: [{ id: 'p', fields }],
    bindings: {},
    texts: { sv: texts, en: texts },
    ...changes,
  };
}

describe('definitionFaults', () => {
  it('finds nothing in a sound form', () => {
    expect(definitionFaults(form([a, b]))).toEqual([]);
  });

  it.each<[string, FormDefinition, string]>([
    ['a field twice', form([a, b, b]), 'field b occurs twice'],
    ['a choice of nothing', form([{ ...a, options: [] }]), 'choice a has no options'],
    [
      'an option twice',
      form([{ ...a, options: ['x', 'y', 'x'] }]),
      'choice a has the option x twice',
    ],
    [
      'a condition on a later field',
      form([b, a]),
      'b depends on a field that is not asked before it',
    ],
    [
      'a condition on itself',
      form([a, { ...b, showWhen: { field: 'b', in: ['x'] } }]),
      'b depends on',
    ],
    [
      'a condition that never holds',
      form([a, { ...b, showWhen: { field: 'a', in: ['z'] } }]),
      'b waits for z, which a never answers',
    ],
    [
      'a condition on what people write',
      form([a, b, { ...a, id: 'c', showWhen: { field: 'b', in: ['yes'] } }]),
      'c waits for yes, which b never answers',
    ],
    ['an unknown binding', form([a, b], { bindings: { outcome: 'c' } }), 'outcome is bound to'],
    [
      'a name that every object has',
      form([{ ...b, id: 'constructor' }]),
      "cannot be a field's name",
    ],
    [
      'a missing text',
      form([a, b], { texts: { sv: texts, en: { ...texts, 'field.b': ' ' } } }),
      'no en text for field.b',
    ],
    [
      'a help text in one language only',
      form([a, b], { texts: { sv: { ...texts, 'field.a.help': 'H' }, en: texts } }),
      'no en text for field.a.help',
    ],
    [
      'a group of nothing that must be answered',
      form([{ ...group, fields: [{ ...b, required: false, showWhen: undefined as never }] }]),
      'group g asks for nothing that must be answered',
    ],
    ['a group in a group', form([{ ...group, fields: [plain, group] }]), 'g.g is a group inside'],
    [
      'a file in a group',
      form([{ ...group, fields: [plain, { id: 'c', type: 'file', required: false }] }]),
      'g.c is a file inside a group',
    ],
    [
      'a group that needs more than it may have',
      form([{ ...group, required: true, min: 3, max: 2 }]),
      'g can never have enough',
    ],
    [
      'a group that must have some and need not be answered',
      form([{ ...group, min: 1 }]),
      'group g is required if it has a fewest',
    ],
    [
      'a field of a group whose name says something else in a text',
      form([{ ...group, fields: [plain, { ...plain, id: 'help' }] }]),
      "g.help cannot be a field's name in a group",
    ],
    [
      'a condition on a field outside the group',
      form([a, { ...group, fields: [plain, { ...b, id: 'c' }] }]),
      'c depends on a field that is not asked before it',
    ],
    ['a text of a group that is missing', form([group]), 'no sv text for field.g.add'],
    [
      'signatories who are not asked what they are',
      form([a, group], { bindings: { signatories: 'g' } }),
      'signatories are not asked for their capacity',
    ],
    [
      'a signing rule that nothing knows',
      form([a], { bindings: { signingRule: 'a' } }),
      'a has the option x, which nothing knows',
    ],
    [
      'amounts in a group',
      form([{ ...group, fields: [plain, { id: 'c', type: 'amounts', required: false }] }]),
      'g.c is amounts inside a group',
    ],
    [
      'amounts of more years than anybody budgets for',
      form([{ id: 'm', type: 'amounts', required: true, years: 7 }]),
      'm can begin with 1 to 6 years',
    ],
    [
      'a text of amounts that is missing',
      form([{ id: 'm', type: 'amounts', required: true }]),
      'no sv text for field.m.line',
    ],
    [
      'a difference from nothing',
      form([{ ...a, differsFrom: 'b' }, b]),
      'a differs from a field that is not asked before it',
    ],
    [
      'a difference from another kind of answer',
      form([a, { ...b, differsFrom: 'a' }]),
      'b differs from a, which is of another kind',
    ],
    [
      'a page twice',
      form([], {
        pages: [
          { id: 'p', fields: [a] },
          { id: 'p', fields: [b] },
        ],
      }),
      'page p occurs twice',
    ],
  ])('names %s', (_name, faulty, sentence) => {
    const faults = definitionFaults(faulty);
    expect(faults.join('\n')).toContain(sentence);
    expect(faults.every((line) => line.startsWith('f@1: '))).toBe(true);
  });
});

describe('the registry', () => {
  it('holds the forms that the municipalities use', () => {
    const registry = createFormRegistry(builtInForms);
    for (const { processes } of [sodertalje, ekero]) {
      const { accession } = processes;
      for (const reference of [
        accession.applicationForm,
        ...Object.values(accession.tasks).flatMap(({ form }) => form ?? []),
      ]) {
        expect(formReference(registry.get(reference))).toBe(reference);
      }
    }
  });

  it('refuses faulty forms, all their faults at once, and a version given twice', () => {
    expect(() =>
      createFormRegistry([
        form([
          { ...a, options: [] },
          { ...b, showWhen: undefined as never },
        ]),
      ]),
    ).toThrow('f@1: choice a has no options');
    expect(() => createFormRegistry([form([a, b]), form([a, b])])).toThrow(
      'f@1 is registered twice',
    );
  });

  it('does not know what was never registered', () => {
    expect(() => createFormRegistry(builtInForms).get('accession-application@99')).toThrow(
      expect.objectContaining({ code: 'form.unknown' }),
    );
  });
});

describe.each(builtInForms)('$id@$version', (built) => {
  const fields = allFields(built).flatMap((field) => [
    { field, key: `field.${field.id}` },
    ...fieldsOf(field).map((inner) => ({ field: inner, key: `field.${field.id}.${inner.id}` })),
  ]);
  const known = new Set([
    'title',
    'intro',
    'send',
    ...built.pages.map(({ id }) => `page.${id}`),
    ...fields.flatMap(({ field: { options = [] }, key }) => [
      key,
      ...['help', 'confirmed', 'item', 'add', 'remove', 'line'].map((word) => `${key}.${word}`),
      ...options.map((option) => `${key}.option.${option}`),
      ...faultCodes.map((code) => `${key}.error.${code}`),
    ]),
  ]);

  it.each(languages)('has no text that nothing shows (%s)', (language) => {
    expect(Object.keys(built.texts[language]).filter((key) => !known.has(key))).toEqual([]);
  });

  it('has its own sentence for every required field left empty', () => {
    const codes: Partial<Record<FormField['type'], Fault>> = {
      choice: 'choice',
      choices: 'choices',
      confirmation: 'confirmation',
      file: 'file',
      group: 'tooFew',
    };
    const without = fields.filter(
      ({ field, key }) =>
        // Amounts say what each of their cells lacks.
        field.required &&
        field.type !== 'amounts' &&
        !built.texts.sv[`${key}.error.${codes[field.type] ?? 'required'}`],
    );
    expect(without.map(({ key }) => key)).toEqual([]);
  });
});
