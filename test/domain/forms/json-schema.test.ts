import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { cleanLine, cleanText } from '../../../domain/forms/clean-text';
import { allFields } from '../../../domain/forms/fields';
import { builtInForms } from '../../../domain/forms/registry';
import { jsonSchemaOf, parseAnswers } from '../../../domain/forms/schema';
import type { FormDefinition } from '../../../domain/forms/types';
import { application, everyKind, submissions } from './answers-for-test';

const forms = [...builtInForms, everyKind];
/** What no JSON Schema can say of a number. */
const beyondSchema = ['organisationNumberChecksum', 'organisationNumberPersonal'];

function validatorOf(form: FormDefinition) {
  return new Ajv2020({
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
  }).compile(jsonSchemaOf(form));
}

/** Typed text as tidy as it is kept, so that only the rules themselves are compared. */
function tidy(form: FormDefinition, typed: Record<string, unknown>): Record<string, unknown> {
  const types = new Map(allFields(form).map(({ id, type }) => [id, type]));
  return Object.fromEntries(
    Object.entries(typed)
      .filter(([id, value]) => types.has(id) && value !== null && value !== false && value !== '')
      .map(([id, value]) => {
        if (typeof value !== 'string') return [id, value];
        return [id, types.get(id) === 'longText' ? cleanText(value) : cleanLine(value)];
      }),
  );
}

describe.each(forms)('the JSON Schema of $id', (form) => {
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
        const answers = tidy(form, typed);
        if (!validate(answers)) return;
        accepted += 1;
        const result = parseAnswers(form, answers);
        const faults = result.ok ? [] : Object.values(result.faults);
        expect(faults.filter((fault) => !beyondSchema.includes(fault))).toEqual([]);
      }),
      { numRuns: 600 },
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

  it('states lengths and patterns', () => {
    expect(validate({ ...application, organisationName: 'å'.repeat(201) })).toBe(false);
    expect(validate({ ...application, coordinatorEmail: 'namn' })).toBe(false);
    expect(validate({ ...application, unknown: 'x' })).toBe(false);
  });
});
