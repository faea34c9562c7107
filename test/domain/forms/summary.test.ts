import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { accessionApplication } from '../../../domain/forms/definitions/accession-application';
import { accessionApplication2 } from '../../../domain/forms/definitions/accession-application-2';
import { accessionSignature } from '../../../domain/forms/definitions/accession-signature';
import { boundAnswer, boundPeople, boundSigningRule, fieldAt } from '../../../domain/forms/fields';
import { builtInForms } from '../../../domain/forms/registry';
import { parseAnswers } from '../../../domain/forms/schema';
import { formText, summarize } from '../../../domain/forms/summary';
import { formatSize } from '../../../domain/format';
import { languages } from '../../../domain/language';
import { application, application2, submissions } from './answers-for-test';

describe('summarize', () => {
  it('says the answers in words, by section, in the order of the form', () => {
    const sections = summarize(accessionApplication, application, 'sv');
    expect(sections.map(({ title }) => title)).toEqual([
      'Er organisation',
      'Samverkansansvarig',
      'Firmatecknare',
      'Vad ni bidrar med',
    ]);
    expect(sections[0]?.rows).toEqual([
      { fieldId: 'organisationName', label: 'Organisationens namn', value: 'Mälarens Simsällskap' },
      { fieldId: 'legalForm', label: 'Vilken form har organisationen?', value: 'Ideell förening' },
      { fieldId: 'hasNumber', label: 'Har organisationen ett organisationsnummer?', value: 'Ja' },
      { fieldId: 'organisationNumber', label: 'Organisationsnummer', value: '802002-4280' },
    ]);
  });

  it('says several choices, people and files line by line', () => {
    const rows = summarize(accessionApplication2, application2, 'sv').flatMap((s) => s.rows);
    const of = (id: string) => rows.find(({ fieldId }) => fieldId === id);
    expect(of('activities')?.value).toBe('Idrott och friluftsliv\nBarn och unga');
    expect(of('signatories.1')).toEqual({
      fieldId: 'signatories.1',
      label: 'Firmatecknare 2',
      value: 'Eva Lind\neva@forening.example\nKassör',
    });
    expect(of('minutes')).toEqual({
      fieldId: 'minutes',
      label: 'Protokoll som visar vilka som får skriva under',
      value: `Protokoll 2026-03-12.pdf (${formatSize(1_234_567, 'sv')})`,
      files: application2.minutes,
    });
    expect(of('bylaws')).toEqual({ fieldId: 'bylaws', label: 'Stadgar', value: undefined });
  });

  it('names a group that has nothing in it', () => {
    const rows = summarize(accessionApplication2, {}, 'en').flatMap((s) => s.rows);
    expect(rows.find(({ fieldId }) => fieldId === 'signatories')).toEqual({
      fieldId: 'signatories',
      label: 'Who may sign for the organisation?',
      value: undefined,
    });
  });

  it('shows what was left unanswered, and not what was never asked', () => {
    const rows = summarize(accessionApplication, application, 'en').flatMap((s) => s.rows);
    expect(rows.find(({ fieldId }) => fieldId === 'coordinatorPhone')).toEqual({
      fieldId: 'coordinatorPhone',
      label: "Coordinator's phone number",
      value: undefined,
    });
    expect(rows.map(({ fieldId }) => fieldId)).not.toContain('noNumberReason');
  });

  it('says a ticked box in words', () => {
    const answers = { signedName: 'Bo', signedRole: 'kassör', authorised: true } as const;
    const [section] = summarize(accessionSignature, answers, 'sv');
    expect(section?.rows.at(-1)?.value).toBe('Ja');
  });

  it('shows every answer that a form accepts, once, in either language', () => {
    for (const form of builtInForms) {
      fc.assert(
        fc.property(submissions(form), (typed) => {
          const result = parseAnswers(form, typed);
          if (!result.ok) return;
          for (const language of languages) {
            const rows = summarize(form, result.answers, language).flatMap((s) => s.rows);
            const answered = rows.filter(({ value }) => value !== undefined);
            const rowsFor = ([id, answer]: [string, unknown]) =>
              fieldAt(form, id)?.type === 'group'
                ? (answer as unknown[]).map((_, i) => `${id}.${i}`)
                : [id];
            expect(answered.map(({ fieldId }) => fieldId).sort()).toEqual(
              Object.entries(result.answers).flatMap(rowsFor).sort(),
            );
          }
        }),
        { numRuns: 300 },
      );
    }
  });
});

describe('reading a form', () => {
  it('goes through its bindings', () => {
    expect(boundAnswer(accessionApplication, 'coordinatorName', application)).toBe('Åsa Öberg');
    expect(boundAnswer(accessionApplication, 'outcome', application)).toBeUndefined();
    expect(boundAnswer(accessionApplication, 'organisationNumber', {})).toBeUndefined();
  });

  it('finds the people who sign and their rule, whichever version asked', () => {
    expect(boundPeople(accessionApplication2, 'signatories', application2)).toEqual(
      application2.signatories,
    );
    expect(boundSigningRule(accessionApplication2, application2)).toBe('chairWithOther');
    expect(boundAnswer(accessionApplication2, 'signingRule', application2)).toBe('chairWithOther');
    expect(boundPeople(accessionApplication, 'signatories', application)).toEqual([
      { name: 'Bo Ek', email: 'bo@forening.example', capacity: 'authorised' },
    ]);
    expect(boundSigningRule(accessionApplication, application)).toBe('oneAlone');
    expect(boundPeople(accessionApplication2, 'signatories', {})).toEqual([]);
  });

  it('does not invent a text', () => {
    expect(() => formText(accessionApplication, 'sv', 'field.nothing')).toThrow(
      'form accession-application has no sv text "field.nothing"',
    );
  });
});
