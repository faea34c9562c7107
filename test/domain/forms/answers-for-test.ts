import fc from 'fast-check';
import { allFields, bounds, fieldsOf } from '../../../domain/forms/fields';
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

/** The same to the form that asks for several signatories. */
export const application2 = {
  organisationName: 'Mälarens Simsällskap',
  legalForm: 'nonProfitAssociation',
  hasNumber: 'yes',
  organisationNumber: '802002-4280',
  activities: ['sport', 'youth'],
  coordinatorName: 'Åsa Öberg',
  coordinatorEmail: 'asa@forening.example',
  publishContact: 'yes',
  signatories: [
    { name: 'Bo Ek', email: 'bo@forening.example', capacity: 'chair' },
    { name: 'Eva Lind', email: 'eva@forening.example', capacity: 'treasurer' },
  ],
  signingRule: 'chairWithOther',
  minutes: [
    {
      id: '4a5b6c7d-0000-4000-8000-000000000001',
      name: 'Protokoll 2026-03-12.pdf',
      size: 1_234_567,
      sha256: 'ab'.repeat(32),
    },
  ],
  needs: 'En lokal på kvällarna.',
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
    {
      id: 'third',
      fields: [
        { id: 'shapes', type: 'choices', required: false, options: ['round', 'square', 'odd'] },
        {
          id: 'oddity',
          type: 'text',
          required: true,
          showWhen: { field: 'shapes', in: ['odd', 'square'] },
        },
        {
          id: 'boats',
          type: 'group',
          required: false,
          max: 3,
          fields: [
            { id: 'name', type: 'text', required: true, maxLength: 10 },
            { id: 'kind', type: 'choice', required: false, options: ['sail', 'row'] },
            {
              id: 'masts',
              type: 'text',
              required: true,
              showWhen: { field: 'kind', in: ['sail'] },
            },
            { id: 'colours', type: 'choices', required: false, options: ['white', 'red'] },
          ],
        },
        { id: 'price', type: 'amount', required: false },
        { id: 'code', type: 'coding', required: false },
        { id: 'mood', type: 'rating', required: false },
        { id: 'begins', type: 'time', required: false },
        { id: 'link', type: 'webAddress', required: false },
        { id: 'papers', type: 'file', required: false, max: 2 },
        { id: 'money', type: 'amounts', required: false, years: 2, max: 3 },
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
  date: () => fc.constantFrom('2027-03-12', ' 2028-02-29 '),
  time: () => fc.constantFrom('18:00', '00:00', ' 23:59 '),
  webAddress: () => fc.constantFrom('https://exempel.se/forum?a=1', 'http://a.example'),
  number: () => fc.constantFrom('0', ' 71 ', '250000'),
  phone: () => fc.constantFrom('08-123 456', '+46 (0)8 12345', '08–123 456'),
  organisationNumber: () => fc.constantFrom('802002-4280', '16 802002 4280', '2120000159'),
  choice: ({ options = ['KS', 'KFN'] }) => fc.constantFrom(...options),
  choices: ({ options = [] }) => fc.subarray([...options]),
  confirmation: () => fc.constantFrom(true, false),
  group: (field) => {
    const { min, max } = bounds(field);
    return fc.array(fc.record(answersTo(fieldsOf(field), 60), { requiredKeys: [] }), {
      minLength: min,
      maxLength: Math.min(max, 3),
    });
  },
  file: (field) => fc.array(aFile, { maxLength: bounds(field).max }),
  amount: () => fc.constantFrom('43000', '0', '10000000000'),
  rating: () => fc.constantFrom('1', '5', 'cannotSay'),
  coding: () => fc.constantFrom('4950-3100-315', '4950', '4950--JÄ'),
  amounts: () => fc.integer({ min: 1, max: 3 }).chain(amountsOf),
};

/** Mostly as they are kept, else as they are typed, sometimes with nothing in them at all. */
function amountsOf(years: number): fc.Arbitrary<unknown> {
  const answer = (amount: fc.Arbitrary<unknown>, minLength: number) =>
    fc.record({
      years: fc.constant([2018, 2019, 2020].slice(0, years)),
      lines: fc.array(
        fc.record({
          name: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 10 }),
          amounts: fc.array(amount, { minLength: years, maxLength: years }),
        }),
        { minLength, maxLength: 3 },
      ),
    });
  const typed = fc.constantFrom('43 000', '0', '43\u00a0000 kr');
  return fc.oneof(
    { weight: 9, arbitrary: answer(fc.integer({ min: 0, max: 100_000 }), 1) },
    { weight: 1, arbitrary: answer(typed, 0) },
  );
}

const aFile = fc.record({
  id: fc.uuid(),
  name: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
  size: fc.integer({ min: 1, max: 20_000_000 }),
  sha256: fc.stringMatching(/^[0-9a-f]{64}$/),
});

const nearlyRightAnswers: Record<FormField['type'], fc.Arbitrary<unknown>> = {
  text: fc.string({ unit: 'grapheme', maxLength: 14 }),
  longText: fc.string({ unit: 'grapheme', maxLength: 45 }),
  email: fc.stringMatching(/^[a-zå."<]{1,6}@[a-zå.-]{1,8}\.[a-z]{1,4}$/),
  date: fc.constantFrom('2027-02-29', '2027-3-12', '12/3 2027', '2027-13-01'),
  time: fc.constantFrom('9.30', '930', '24:00', '18:60', '18', 'kl 18'),
  webAddress: fc.constantFrom('exempel.se', 'javascript:alert(1)', 'https://a b', 'HTTPS://a.se'),
  number: fc.constantFrom('-1', '1,5', '1 000', '1234567'),
  phone: fc.stringMatching(/^\+?[\d ()/–-]{3,14}$/),
  organisationNumber: fc.stringMatching(/^(16)?\d{6}[- –]?\d{4}$/),
  choice: fc.constantFrom('Red', ' red', 'yes ', 'no', 'toString'),
  choices: fc.constantFrom(['red', 'red'], 'odd', ['toString'], { 0: 'odd', length: 1 }),
  confirmation: fc.constantFrom('true', 'on', 1),
  group: fc.constantFrom([{}], [null], [[]], [{ name: '' }, { name: 'x' }], { name: 'x' }, 'name'),
  amount: fc.constantFrom('43 000 kr', '-5', '1,50', '10000000001', 'tio', '9'.repeat(20)),
  rating: fc.constantFrom('0', '6', ' 1', 3, 'cannotsay'),
  coding: fc.constantFrom('4950 – 3100', '4950/3100', 'konto', '-', '4950-3100 315'),
  amounts: fc.constantFrom(
    { years: [2018], lines: [{ name: 'Konferens', amounts: [-1] }] },
    { years: [2018], lines: [{ name: 'Konferens', amounts: [0.5] }] },
    { years: [2018], lines: [{ name: 'Konferens', amounts: [] }] },
    { years: [2018], lines: [{ name: ' ', amounts: [3000] }] },
    { years: [2018], lines: [{ name: 'Konferens', amounts: [0] }] },
    { years: [2018, 2018], lines: [{ name: 'Konferens', amounts: [1, 2] }] },
    { years: [2019, 2018], lines: [{ name: 'Konferens', amounts: [1, 2] }] },
    { years: [], lines: [null] },
    { lines: ['Konferens'] },
    [2018],
    '43 000',
  ),
  file: fc.constantFrom(['a'], [{ id: 1 }], [{ name: '../x' }], { name: 'x.pdf' }, 'x.pdf'),
};

/** For each field: mostly right, sometimes nearly right, sometimes absurd. */
function answersTo(
  fields: readonly FormField[],
  right = 20,
): Record<string, fc.Arbitrary<unknown>> {
  const answer = (field: FormField) =>
    fc.oneof(
      { weight: right, arbitrary: rightAnswers[field.type](field) },
      { weight: 1, arbitrary: nearlyRightAnswers[field.type] },
      { weight: 1, arbitrary: anyJson },
      { weight: 1, arbitrary: fc.constant(undefined) },
    );
  return Object.fromEntries(fields.map((field) => [field.id, answer(field)]));
}

/** Submissions to a form: some right, some nearly right, some absurd. */
export function submissions(form: FormDefinition): fc.Arbitrary<Record<string, unknown>> {
  const known = answersTo(allFields(form));
  const unknown = fc.dictionary(fc.string(), anyJson, { maxKeys: 2 });
  // As the request's body brings it: what is undefined is not there.
  return fc
    .tuple(fc.record(known), unknown)
    .map(([answers, more]) => JSON.parse(JSON.stringify({ ...more, ...answers })) as typeof more);
}
