import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { cleanLine, cleanText } from '../../../domain/forms/clean-text';
import { allFields, fieldsOf } from '../../../domain/forms/fields';
import { accessionApplication2 } from '../../../domain/forms/definitions/accession-application-2';
import { builtInForms } from '../../../domain/forms/registry';
import { jsonSchemaOf, parseAnswers } from '../../../domain/forms/schema';
import type { FormDefinition, FormField } from '../../../domain/forms/types';
import { application, application2, everyKind, submissions } from './answers-for-test';

const forms = [...builtInForms, everyKind];
/** What no JSON Schema can say of a number, or of several answers together. */
const beyondSchema = [
  'organisationNumberChecksum',
  'organisationNumberPersonal',
  'emailRepeated',
  'signatoriesTooFew',
  'signatoriesWithoutChair',
  'amountYears',
  'amountTooLarge',
  'same',
];

function validatorOf(form: FormDefinition) {
  return new Ajv2020({
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    // Its pattern says the same.
    formats: { uuid: true },
  }).compile(jsonSchemaOf(form));
}

/** Typed text as tidy as it is kept, so that only the rules themselves are compared. */
function tidy(fields: readonly FormField[], typed: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(typed).flatMap(([id, value]: [string, unknown]) => {
      const field = fields.find((each) => each.id === id);
      return field && !isNothing(value) ? [[id, tidyAnswer(field, value)]] : [];
    }),
  );
}

function tidyAnswer(field: FormField, value: unknown): unknown {
  if (typeof value === 'string') {
    return field.type === 'longText' ? cleanText(value) : cleanLine(value);
  }
  if (field.type === 'amounts') return tidyAmounts(value);
  if (field.type !== 'group' || !Array.isArray(value)) return value;
  return value.map((item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? tidy(fieldsOf(field), item)
      : item,
  );
}

/** The names of the lines are text like any other. */
function tidyAmounts(value: unknown): unknown {
  const tidied: unknown = JSON.parse(
    JSON.stringify(value, (key, each: unknown) =>
      key === 'name' && typeof each === 'string' ? cleanLine(each) : each,
    ),
  );
  return tidied;
}

function isNothing(value: unknown): boolean {
  return [null, false, ''].includes(value as never) || (Array.isArray(value) && value.length === 0);
}

describe.each(forms)('the JSON Schema of $id@$version', (form) => {
  const validate = validatorOf(form);

  it('accepts everything that the form keeps', () => {
    fc.assert(
      fc.property(submissions(form), (typed) => {
        const result = parseAnswers(form, typed);
        if (!result.ok) return;
        expect({ valid: validate(result.answers), errors: validate.errors }).toEqual({
          valid: true,
          errors: null,
        });
      }),
      { numRuns: 600 },
    );
  });

  it('accepts nothing that the form refuses, but for what no schema can say', () => {
    let accepted = 0;
    fc.assert(
      fc.property(submissions(form), (typed) => {
        const answers = tidy(allFields(form), typed);
        if (!validate(answers)) return;
        accepted += 1;
        const result = parseAnswers(form, answers);
        const faults = result.ok ? [] : Object.values(result.faults);
        expect(faults.filter((fault) => !beyondSchema.includes(fault))).toEqual([]);
      }),
      // Of so many fields that all are right only now and then.
      { numRuns: form === everyKind ? 2400 : 600 },
    );
    if (form === everyKind) expect(accepted).toBeGreaterThan(20);
  });
});

it('asks for what hangs on an answer only while that answer was asked for', () => {
  const validate = validatorOf(everyKind);
  expect(validate({ name: 'x', colour: 'red', shade: 'dark' })).toBe(false);
  expect(validate({ name: 'x', colour: 'red', shade: 'dark', why: 'x' })).toBe(true);
  expect(validate({ name: 'x', colour: 'blue', shade: 'dark' })).toBe(true);
});

it('knows what hangs on one of several choices', () => {
  const validate = validatorOf(everyKind);
  const rest = { name: 'x', colour: 'blue' };
  expect(validate({ ...rest, shapes: ['round'] })).toBe(true);
  expect(validate({ ...rest, shapes: ['round', 'odd'] })).toBe(false);
  expect(validate({ ...rest, shapes: ['odd'], oddity: 'x' })).toBe(true);
  expect(validate({ ...rest, shapes: ['odd', 'odd'], oddity: 'x' })).toBe(false);
});

it('describes the items of a group, each with its own conditions', () => {
  const validate = validatorOf(everyKind);
  const boats = (...items: object[]) => validate({ name: 'x', colour: 'blue', boats: items });
  expect(boats({ name: 'Ada' }, { name: 'Bea', kind: 'row' })).toBe(true);
  expect(boats({ name: 'Ada', kind: 'sail' })).toBe(false);
  expect(boats({ name: 'Ada', kind: 'sail', masts: 'two' })).toBe(true);
  expect(boats({ kind: 'row' })).toBe(false);
  expect(boats(...Array.from({ length: 4 }, () => ({ name: 'Ada' })))).toBe(false);
  expect(boats({ name: 'Ada', owner: 'x' })).toBe(false);
});

describe('the JSON Schema of an application', () => {
  const [form] = builtInForms;
  const validate = validatorOf(form as FormDefinition);
  const without = (field: keyof typeof application) =>
    Object.fromEntries(Object.entries(application).filter(([id]) => id !== field));

  it('knows when the number is needed', () => {
    expect(validate(application)).toBe(true);
    expect(validate(without('organisationNumber'))).toBe(false);
    expect(validate({ ...without('organisationNumber'), hasNumber: 'no' })).toBe(false);
    expect(
      validate({ ...without('organisationNumber'), hasNumber: 'no', noNumberReason: 'Ny' }),
    ).toBe(true);
  });

  it('describes signatories and files in its second version', () => {
    const second = validatorOf(accessionApplication2);
    const [signatory] = application2.signatories;
    const [file] = application2.minutes;
    expect(second(application2)).toBe(true);
    expect(second({ ...application2, signatories: [] })).toBe(false);
    expect(second({ ...application2, signatories: [{ ...signatory, capacity: 'king' }] })).toBe(
      false,
    );
    expect(second({ ...application2, minutes: [{ ...file, sha256: 'none' }] })).toBe(false);
    expect(second({ ...application2, minutes: Array.from({ length: 4 }, () => file) })).toBe(false);
  });

  it('states lengths and patterns', () => {
    expect(validate({ ...application, organisationName: 'å'.repeat(201) })).toBe(false);
    expect(validate({ ...application, coordinatorEmail: 'namn' })).toBe(false);
    expect(validate({ ...application, unknown: 'x' })).toBe(false);
  });
});
