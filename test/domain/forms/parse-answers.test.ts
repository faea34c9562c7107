import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { accessionApplication } from '../../../domain/forms/definitions/accession-application';
import { accessionApplication2 } from '../../../domain/forms/definitions/accession-application-2';
import { accessionReview } from '../../../domain/forms/definitions/accession-review';
import { accessionSignature } from '../../../domain/forms/definitions/accession-signature';
import { lengthInCharacters } from '../../../domain/forms/clean-text';
import { allFields, fieldAt, fieldsOf, rootOf, visibleFields } from '../../../domain/forms/fields';
import { builtInForms } from '../../../domain/forms/registry';
import { maxLengthOf, parseAnswers } from '../../../domain/forms/schema';
import {
  faultCodes,
  type Answers,
  type FormDefinition,
  type FormField,
} from '../../../domain/forms/types';
import { application, application2, everyKind, submissions } from './answers-for-test';

const forms = [...builtInForms, everyKind];

function faultsOf(form: FormDefinition, typed: Record<string, unknown>): Record<string, string> {
  const result = parseAnswers(form, typed);
  return result.ok ? {} : result.faults;
}

function answersOf(form: FormDefinition, typed: Record<string, unknown>): Record<string, unknown> {
  const result = parseAnswers(form, typed);
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.answers;
}

const fault = (field: string, value: unknown) =>
  faultsOf(accessionApplication, { ...application, [field]: value })[field];
const kept = (field: string, value: unknown) =>
  answersOf(accessionApplication, { ...application, [field]: value })[field];

describe('an application', () => {
  it('is kept as it was sent when nothing is wrong', () => {
    expect(answersOf(accessionApplication, application)).toEqual(application);
  });

  it('tells every fault at once, each at its field', () => {
    expect(faultsOf(accessionApplication, { hasNumber: 'yes', coordinatorEmail: 'åsa' })).toEqual({
      organisationName: 'required',
      legalForm: 'choice',
      organisationNumber: 'required',
      coordinatorName: 'required',
      coordinatorEmail: 'email',
      signatoryName: 'required',
      signatoryEmail: 'required',
      contribution: 'required',
    });
  });

  it('without a number says why instead, and the number is not kept', () => {
    const typed = { ...application, hasNumber: 'no' };
    expect(faultsOf(accessionApplication, typed)).toEqual({ noNumberReason: 'required' });
    const answers = answersOf(accessionApplication, { ...typed, noNumberReason: 'Nybildad' });
    expect(answers).not.toHaveProperty('organisationNumber');
    expect(answers).toHaveProperty('noNumberReason', 'Nybildad');
  });

  it('may leave out what is voluntary', () => {
    expect(answersOf(accessionApplication, { ...application, coordinatorPhone: ' ' })).toEqual(
      application,
    );
  });

  it('takes no answers to questions nobody asked', () => {
    const extra = { ...application, outcome: 'approve', municipalityId: 'ekero' };
    expect(answersOf(accessionApplication, extra)).toEqual(application);
  });
});

describe('text', () => {
  it('is tidied: one line, composed characters, nothing invisible', () => {
    expect(kept('organisationName', '  Va\u030ar\r\n\tförening\u0000\u200b\u202e  ')).toBe(
      'Vår förening',
    );
  });

  it('of several lines keeps its lines', () => {
    expect(kept('contribution', ' Ett\r\ntvå\u2028tre\n ')).toBe('Ett\ntvå\ntre');
  });

  it.each(['', '   ', '\n\t', '\u0000', '\u200b', null, undefined, false])(
    'that only looks like an answer is none: %j',
    (value) => {
      expect(fault('organisationName', value)).toBe('required');
    },
  );

  it.each<[unknown]>([[1], [true], [[]], [['Klubben']], [{}], [{ toString: null }]])(
    'cannot be something else: %j',
    (value) => {
      expect(fault('organisationName', value)).toBe('required');
    },
  );

  it('may have as many characters as it says, whatever they are made of', () => {
    expect(kept('organisationName', '😀'.repeat(200))).toBe('😀'.repeat(200));
    expect(fault('organisationName', 'å'.repeat(201))).toBe('tooLong');
    expect(fault('contribution', 'å'.repeat(5001))).toBe('tooLong');
  });

  it('loses halves of characters, which the database refuses', () => {
    expect(kept('organisationName', 'Klubben \ud83d')).toBe('Klubben');
  });
});

describe('an e-mail address', () => {
  it.each([
    'namn@exempel.se',
    'namn+tag@sub.exempel.se',
    'åsa@räksmörgås.se',
    "o'hara_x-1@xn--rksmrgs-5wao1o.se",
  ])('may be %s', (address) => {
    expect(kept('coordinatorEmail', address)).toBe(address);
  });

  it('may be pasted with spaces and invisible characters around it', () => {
    expect(kept('coordinatorEmail', '\ufeff namn@exempel.se\u200b\n')).toBe('namn@exempel.se');
  });

  it.each([
    'namn',
    'namn@exempel',
    '@exempel.se',
    'namn@exempel.se.',
    'namn@.se',
    'namn@exempel..se',
    'namn@-exempel.se',
    'namn@exempel.s',
    'namn@10.0.0.1',
    'a@exempel.se, b@exempel.se',
    'a@exempel.se;b@exempel.se',
    'Namn <a@exempel.se>',
    'a b@exempel.se',
    'a@b@exempel.se',
    'a@exempel.se\r\nBcc: b@exempel.se',
    'a"b@exempel.se',
  ])('cannot be %j', (address) => {
    expect(fault('coordinatorEmail', address)).toBe('email');
  });
});

describe('a phone number', () => {
  it.each([
    ['08-123 456 78', '08-123 456 78'],
    ['+46 (0)8 123 456', '+46 (0)8 123 456'],
    ['08–123\u00a0456', '08-123 456'],
    ['12345', '12345'],
  ])('may be %j', (typed, number) => {
    expect(kept('coordinatorPhone', typed)).toBe(number);
  });

  it.each(['1234', '-----', '((((((', '08-123 ankn', 'ring mig', '+'])('cannot be %j', (typed) => {
    expect(fault('coordinatorPhone', typed)).toBe('phone');
  });
});

describe('an organisation number', () => {
  it.each([
    '802002-4280',
    '8020024280',
    '16802002-4280',
    ' 80 20 02 42 80 ',
    '802002–4280',
    '802002\u22124280',
  ])('may be written %j', (typed) => {
    expect(kept('organisationNumber', typed)).toBe('802002-4280');
  });

  it.each(['80200242', '802002-42801', '802002-428X', '19802002-4280'])(
    'needs ten digits: %j',
    (typed) => {
      expect(fault('organisationNumber', typed)).toBe('organisationNumberLength');
    },
  );

  it.each(['802002-4281', '082002-4280', '000000-0001'])(
    'needs the right check digit: %j',
    (typed) => {
      expect(fault('organisationNumber', typed)).toBe('organisationNumberChecksum');
    },
  );

  it("is not a person's, which would end up in a public register", () => {
    expect(fault('organisationNumber', '900101-0017')).toBe('organisationNumberPersonal');
  });

  it('takes every number with a right check digit whose third digit is at least two', () => {
    const digits = fc.stringMatching(/^[1-9]\d[2-9]\d{6}$/);
    fc.assert(
      fc.property(digits, (nine) => {
        const number = `${nine}${checkDigit(nine)}`;
        expect(kept('organisationNumber', number)).toBe(`${number.slice(0, 6)}-${number.slice(6)}`);
        const wrong = `${nine}${(checkDigit(nine) + 1) % 10}`;
        expect(fault('organisationNumber', wrong)).toBe('organisationNumberChecksum');
      }),
    );
  });
});

describe('a decision', () => {
  it('to refuse needs its reasons, to approve keeps none', () => {
    expect(faultsOf(accessionReview, { outcome: 'refuse' })).toEqual({ reasons: 'required' });
    expect(answersOf(accessionReview, { outcome: 'approve', reasons: 'x' })).toEqual({
      outcome: 'approve',
    });
  });

  it.each(['maybe', '', ['approve'], { toString: null }, 1, 'Approve', ' approve'])(
    'is one of the two: not %j',
    (outcome) => {
      expect(faultsOf(accessionReview, { outcome })).toEqual({ outcome: 'choice' });
    },
  );
});

describe('a signature', () => {
  it.each([undefined, false, 'true', 'on', 1, '', null])(
    'needs its box ticked: not %j',
    (value) => {
      const typed = { signedName: 'Bo Ek', signedRole: 'ordförande', authorised: value };
      expect(faultsOf(accessionSignature, typed)).toEqual({ authorised: 'confirmation' });
    },
  );
});

describe('an application with several signatories', () => {
  const faults = (changes: object) =>
    faultsOf(accessionApplication2, { ...application2, ...changes });
  const [chair, treasurer] = application2.signatories;
  const nobody = { name: '', email: '', capacity: '' };

  it('is kept as it was sent when nothing is wrong', () => {
    expect(answersOf(accessionApplication2, application2)).toEqual(application2);
  });

  it('names each fault by its place', () => {
    const signatories = [
      { ...chair, capacity: undefined },
      { ...treasurer, name: ' ', email: 'eva' },
    ];
    expect(faults({ signatories })).toEqual({
      'signatories.0.capacity': 'choice',
      'signatories.1.name': 'required',
      'signatories.1.email': 'email',
    });
  });

  it('leaves out who was added and never filled in', () => {
    const typed = { ...application2, signatories: [nobody, chair, nobody, treasurer] };
    expect(answersOf(accessionApplication2, typed)).toEqual(application2);
  });

  it('asks for at least one, at the fields where there are some', () => {
    expect(faults({ signatories: [] })).toEqual({ signatories: 'tooFew' });
    expect(faults({ signatories: undefined })).toEqual({ signatories: 'tooFew' });
    expect(faults({ signatories: [nobody, nobody] })).toEqual({
      'signatories.0.name': 'required',
      'signatories.0.email': 'required',
      'signatories.0.capacity': 'choice',
    });
  });

  it('takes no more than it says', () => {
    const many = Array.from({ length: 16 }, (_, i) => ({ ...chair, email: `p${i}@x.example` }));
    expect(faults({ signatories: many })).toEqual({ signatories: 'tooMany' });
    expect(faults({ signatories: many.slice(1) })).toEqual({
      signingRule: 'signatoriesWithoutChair',
    });
  });

  it.each([['x'], [{}], [[null]], [['x']], [[[]]], [7]])(
    'cannot be something else: %j',
    (value) => {
      expect(faults({ signatories: value })).toHaveProperty('signatories');
    },
  );

  it.each([
    ['oneAlone', [chair], undefined],
    ['wholeBoard', [chair], undefined],
    ['jointly', [chair], 'signatoriesTooFew'],
    ['jointly', [chair, treasurer], undefined],
    ['chairWithOther', [treasurer], 'signatoriesWithoutChair'],
    [
      'chairWithOther',
      [chair, { ...treasurer, capacity: 'boardMember' }],
      'signatoriesWithoutChair',
    ],
    ['chairWithOther', [chair, { ...treasurer, capacity: 'secretary' }], undefined],
  ])('cannot ask %s of those who can never keep it', (signingRule, signatories, fault) => {
    expect(faults({ signingRule, signatories })).toEqual(fault ? { signingRule: fault } : {});
  });

  it('does not count people who are not filled in yet', () => {
    const signatories = [chair, { ...treasurer, email: '' }];
    expect(faults({ signatories, signingRule: 'jointly' })).toEqual({
      'signatories.1.email': 'required',
    });
  });

  it('tells two people with one address apart', () => {
    const signatories = [nobody, chair, { ...treasurer, email: ' BO@forening.example ' }];
    expect(faults({ signatories })).toEqual({ 'signatories.2.email': 'emailRepeated' });
  });
});

describe('several choices', () => {
  const activities = (value: unknown) =>
    parseAnswers(accessionApplication2, { ...application2, activities: value });

  it('are kept once each, in the order of the form', () => {
    expect(activities(['youth', 'culture', 'youth'])).toMatchObject({
      ok: true,
      answers: { activities: ['culture', 'youth'] },
    });
  });

  it.each([[[]], ['culture'], [['culture', 'golf']], [[1]], [{ 0: 'culture' }], [undefined]])(
    'must be of those there are: not %j',
    (value) => {
      expect(activities(value)).toEqual({ ok: false, faults: { activities: 'choices' } });
    },
  );

  it('bring the question that hangs on one of them', () => {
    expect(activities(['culture', 'other'])).toEqual({
      ok: false,
      faults: { otherActivity: 'required' },
    });
  });
});

describe('files', () => {
  const [file] = application2.minutes;
  const minutes = (value: unknown) =>
    faultsOf(accessionApplication2, { ...application2, minutes: value });

  it('may be left out, and are kept without what nobody asked', () => {
    expect(minutes([])).toEqual({});
    const typed = { ...application2, minutes: [{ ...file, path: '/etc/passwd' }] };
    expect(answersOf(accessionApplication2, typed)).toEqual(application2);
  });

  it.each([
    ['minutes.pdf'],
    [['minutes.pdf']],
    [[{ ...file, id: '7' }]],
    [[{ ...file, size: 0 }]],
    [[{ ...file, size: 1.5 }]],
    [[{ ...file, sha256: 'ab' }]],
    [[{ ...file, name: '' }]],
    [[{ ...file, name: 'å'.repeat(256) }]],
  ])('are named in full: not %j', (value) => {
    expect(minutes(value)).toEqual({ minutes: 'file' });
  });

  it('are no more than the field takes', () => {
    expect(minutes([file, file, file, file])).toEqual({ minutes: 'tooMany' });
  });
});

describe('a question that hangs on another', () => {
  it('is asked only while the other is', () => {
    const ids = (answers: Record<string, unknown>) =>
      visibleFields(everyKind, answers).map(({ id }) => id);
    expect(ids({ colour: 'red', shade: 'dark' })).toContain('why');
    expect(ids({ colour: 'blue', shade: 'dark' })).not.toContain('why');
    expect(ids({ agreed: true })).toContain('number');
    expect(ids({ agreed: 'on' })).not.toContain('number');
    expect(ids({ colour: ['red'] })).not.toContain('shade');
    expect(ids({ shapes: ['round', 'odd'] })).toContain('oddity');
    expect(ids({ shapes: ['round'] })).not.toContain('oddity');
    expect(ids({ shapes: 'odd' })).not.toContain('oddity');
  });
});

describe.each(forms)('any submission to $id@$version', (form) => {
  it('is accepted or told its faults, and never breaks anything', () => {
    fc.assert(
      fc.property(submissions(form), (typed) => {
        const result = parseAnswers(form, typed);
        const asked = visibleFields(form, typed).map(({ id }) => id);
        if (result.ok) {
          expect(asked).toEqual(expect.arrayContaining(Object.keys(result.answers)));
        } else {
          expect(Object.keys(result.faults).length).toBeGreaterThan(0);
          expect(asked).toEqual(expect.arrayContaining(Object.keys(result.faults).map(rootOf)));
          for (const path of Object.keys(result.faults)) {
            expect(fieldAt(form, path)).toBeDefined();
          }
          expect(faultCodes).toEqual(expect.arrayContaining(Object.values(result.faults)));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is kept in a form that is accepted again and stays the same', () => {
    let accepted = 0;
    fc.assert(
      fc.property(submissions(form), (typed) => {
        const first = parseAnswers(form, typed);
        if (!first.ok) return;
        accepted += 1;
        expect(parseAnswers(form, first.answers)).toEqual(first);
      }),
      { numRuns: 200 },
    );
    if (form === everyKind) expect(accepted).toBeGreaterThan(20);
  });

  it('is kept without anything that a database, a letter or a document cannot hold', () => {
    fc.assert(
      fc.property(submissions(form), (typed) => {
        const result = parseAnswers(form, typed);
        if (!result.ok) return;
        expectHarmless(allFields(form), result.answers);
      }),
      { numRuns: 200 },
    );
  });
});

function expectHarmless(fields: readonly FormField[], answers: Answers): void {
  for (const field of fields) {
    const answer = answers[field.id];
    if (field.type === 'group' && answer !== undefined) {
      for (const item of answer as Answers[]) expectHarmless(fieldsOf(field), item);
    }
    if (typeof answer !== 'string') continue;
    // eslint-disable-next-line no-control-regex
    expect(answer).not.toMatch(/[\p{Cs}\u0000-\u0008\u000b-\u001f]/u);
    expect(answer).toBe(answer.trim());
    expect(lengthInCharacters(answer)).toBeLessThanOrEqual(maxLengthOf(field));
    if (field.type !== 'longText') expect(answer).not.toMatch(/[\r\n\t]/);
  }
}

/** The last digit of an organisation number by the modulus 10 method, written apart from the library. */
function checkDigit(nine: string): number {
  const sum = [...nine].reduce((total, digit, position) => {
    const product = Number(digit) * (position % 2 === 0 ? 2 : 1);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return (10 - (sum % 10)) % 10;
}

describe('a day', () => {
  const form: FormDefinition = {
    id: 'day',
    version: 1,
    retentionYears: 0,
    bindings: {},
    pages: [{ id: 'page', fields: [{ id: 'day', type: 'date', required: true }] }],
    texts: { sv: {}, en: {} },
  };

  it.each(['2027-03-12', ' 2028-02-29 '])('is %s', (day) => {
    expect(parseAnswers(form, { day })).toEqual({ ok: true, answers: { day: day.trim() } });
  });

  it.each(['2027-02-29', '2027-3-12', '12 mars 2027', '2027-13-01'])('is not %s', (day) => {
    expect(parseAnswers(form, { day })).toEqual({ ok: false, faults: { day: 'date' } });
  });
});
