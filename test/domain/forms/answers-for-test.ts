import fc from 'fast-check';
import { allFields } from '../../../domain/forms/fields';
import type { FormDefinition, FormField } from '../../../domain/forms/types';

/** A complete application, as a browser sends it. */
export const application = {
  organisationName: 'Mälarens Simsällskap',
  legalForm: 'nonProfitAssociation',
  hasNumber: 'yes',
  organisationNumber: '802002-4280',
  coordinatorName: 'Åsa Öberg',
  coordinatorEmail: 'asa@forening.example',
  signatoryName: 'Bo Ek',
  signatoryEmail: 'bo@forening.example',
  contribution: 'Simskola för alla.',
};

/** A form made of every kind of field and of conditions on conditions. */
export const everyKind: FormDefinition = {
  id: 'every-kind',
  version: 1,
  retentionYears: 1,
  bindings: {},
  pages: [
    {
      id: 'first',
      fields: [
        { id: 'name', type: 'text', required: true, maxLength: 12 },
        { id: 'story', type: 'longText', required: false, maxLength: 40 },
        { id: 'email', type: 'email', required: false },
        { id: 'phone', type: 'phone', required: false },
        { id: 'colour', type: 'choice', required: true, options: ['red', 'green', 'blue'] },
      ],
    },
    {
      id: 'second',
      fields: [
        {
          id: 'shade',
          type: 'choice',
          required: true,
          options: ['light', 'dark'],
          showWhen: { field: 'colour', in: ['red', 'green'] },
        },
        {
          id: 'why',
          type: 'text',
          required: true,
          showWhen: { field: 'shade', in: ['dark'] },
        },
        { id: 'agreed', type: 'confirmation', required: false },
        {
          id: 'number',
          type: 'organisationNumber',
          required: true,
          showWhen: { field: 'agreed', in: ['true'] },
        },
      ],
    },
  ],
  texts: { sv: {}, en: {} },
};

/** Text that tries what people paste and what nobody should send. */
const nastyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 50 }),
  fc.string({
    unit: fc.constantFrom(
      'a',
      ' ',
      '\n',
      '\r',
      '\t',
      '\u0000',
      '\u200b',
      '\ud83d',
      '\ude00',
      '😀',
      'å',
      'a\u030a',
      '\u202e',
      '\u00a0',
      '@',
      '.',
      '-',
    ),
  }),
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    'true',
    'a'.repeat(11_000),
    '__proto__',
    '802002-4280',
    'namn@exempel.se',
  ),
);

/** Anything JSON can hold, objects that pretend to be text among it. */
const anyJson = fc.oneof(
  nastyText,
  fc.jsonValue(),
  fc.constantFrom(
    { toString: null },
    { valueOf: 1, toString: 1 },
    ['yes'],
    [],
    {},
    0,
    true,
    false,
    null,
  ),
);

const rightAnswers: Record<FormField['type'], (field: FormField) => fc.Arbitrary<unknown>> = {
  text: () => fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }),
  longText: () => fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
  email: () => fc.constantFrom('namn@exempel.se', ' Åsa@räksmörgås.se ', 'a@b.c.example'),
  phone: () => fc.constantFrom('08-123 456', '+46 (0)8 12345', '08–123 456'),
  organisationNumber: () => fc.constantFrom('802002-4280', '16 802002 4280', '2120000159'),
  choice: ({ options = [] }) => fc.constantFrom(...options),
  confirmation: () => fc.constantFrom(true, false),
};

const nearlyRightAnswers: Record<FormField['type'], fc.Arbitrary<unknown>> = {
  text: fc.string({ unit: 'grapheme', maxLength: 14 }),
  longText: fc.string({ unit: 'grapheme', maxLength: 45 }),
  email: fc.stringMatching(/^[a-zå."<]{1,6}@[a-zå.-]{1,8}\.[a-z]{1,4}$/),
  phone: fc.stringMatching(/^\+?[\d ()/–-]{3,14}$/),
  organisationNumber: fc.stringMatching(/^(16)?\d{6}[- –]?\d{4}$/),
  choice: fc.constantFrom('Red', ' red', 'yes ', 'no', 'toString'),
  confirmation: fc.constantFrom('true', 'on', 1),
};

/** Submissions to a form: some right, some nearly right, some absurd. */
export function submissions(form: FormDefinition): fc.Arbitrary<Record<string, unknown>> {
  const answer = (field: FormField) =>
    fc.oneof(
      { weight: 20, arbitrary: rightAnswers[field.type](field) },
      { weight: 1, arbitrary: nearlyRightAnswers[field.type] },
      { weight: 1, arbitrary: anyJson },
      { weight: 1, arbitrary: fc.constant(undefined) },
    );
  const known = Object.fromEntries(allFields(form).map((field) => [field.id, answer(field)]));
  const unknown = fc.dictionary(fc.string(), anyJson, { maxKeys: 2 });
  // As the request's body brings it: what is undefined is not there.
  return fc
    .tuple(fc.record(known), unknown)
    .map(([answers, more]) => JSON.parse(JSON.stringify({ ...more, ...answers })) as typeof more);
}
