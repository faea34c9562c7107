import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { accessionApplication } from '../../../domain/forms/definitions/accession-application';
import { accessionSignature } from '../../../domain/forms/definitions/accession-signature';
import { boundAnswer } from '../../../domain/forms/fields';
import { builtInForms } from '../../../domain/forms/registry';
import { parseAnswers } from '../../../domain/forms/schema';
import { formText, summarize } from '../../../domain/forms/summary';
import { languages } from '../../../domain/language';
import { application, submissions } from './answers-for-test';

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
            expect(answered.map(({ fieldId }) => fieldId).sort()).toEqual(
              Object.keys(result.answers).sort(),
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

  it('does not invent a text', () => {
    expect(() => formText(accessionApplication, 'sv', 'field.nothing')).toThrow(
      'form accession-application has no sv text "field.nothing"',
    );
  });
});
