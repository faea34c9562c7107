import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from '@jest/globals';
import { sodertaljeAgreement } from '../../../config/municipalities/sodertalje/agreement';
import {
  followUpForm,
  followUpReference,
  readFollowUpReference,
} from '../../../domain/follow-up/form';
import { standardQuestions } from '../../../domain/follow-up/questions';
import { respondentKinds } from '../../../domain/follow-up/respondent';
import { whatIsLeft } from '../../../domain/follow-up/what-is-left';
import { definitionFaults } from '../../../domain/forms/check-definition';
import { allFields, fieldsOf, visibleFields } from '../../../domain/forms/fields';
import { formReference } from '../../../domain/forms/registry';
import { jsonSchemaOf, parseAnswers } from '../../../domain/forms/schema';
import { summarize } from '../../../domain/forms/summary';
import type { Answers } from '../../../domain/forms/types';
import { languages } from '../../../domain/language';

const form = followUpForm('organisation', sodertaljeAgreement, standardQuestions);
const principles = sodertaljeAgreement.texts.sv.principles;

/** The least that can be sent: every principle rated for both sides. */
const rated: Answers = Object.fromEntries(
  allFields(form)
    .filter(({ type }) => type === 'rating')
    .map(({ id }, i) => [id, i === 0 ? 'cannotSay' : String((i % 5) + 1)]),
);

describe.each(respondentKinds)('the form for %s', (kind) => {
  const made = followUpForm(kind, sodertaljeAgreement, standardQuestions);

  it('is complete in every language', () => {
    expect(definitionFaults(made)).toEqual([]);
  });

  it('asks for both sides under each principle, and for every commitment on demand', () => {
    const types = (id: string) => made.pages.find((page) => page.id === id)!.fields;
    for (const { id, commitments } of principles) {
      const asked = visibleFields(made, {}).map((field) => field.id);
      const fields = types(id);
      const shown = fields.filter((field) => asked.includes(field.id));
      expect(shown.map(({ type }) => type)).toEqual([
        ...['rating', 'rating', 'longText', 'confirmation'],
      ]);
      expect(fields.filter(({ type }) => type === 'choice')).toHaveLength(commitments.length);
    }
  });

  it('pins what it was made from', () => {
    const parts = { kind, edition: 1, agreementVersion: sodertaljeAgreement.version };
    expect(readFollowUpReference(formReference(made))).toEqual(parts);
    expect(followUpReference(parts)).toBe(formReference(made));
  });
});

it('another form’s reference says nothing about a follow-up', () => {
  for (const reference of ['accession@1', 'follow-up-choir-1@1', 'follow-up-office-1']) {
    expect(readFollowUpReference(reference)).toBeUndefined();
  }
});

it('a new version of the agreement is a form of its own, and the old one stays as it was', () => {
  const next = {
    version: 2,
    texts: {
      sv: {
        ...sodertaljeAgreement.texts.sv,
        principles: sodertaljeAgreement.texts.sv.principles.slice(1),
      },
      en: {
        ...sodertaljeAgreement.texts.en,
        principles: sodertaljeAgreement.texts.en.principles.slice(1),
      },
    },
  };
  const newer = followUpForm('organisation', next, standardQuestions);
  expect(formReference(newer)).not.toBe(formReference(form));
  expect(parseAnswers(newer, rated)).toEqual({
    ok: true,
    answers: Object.fromEntries(Object.entries(rated).slice(2)),
  });
  expect(followUpForm('organisation', sodertaljeAgreement, standardQuestions)).toEqual(form);
});

describe('each side is spoken to in its own words', () => {
  it.each([
    ['organisation', 'er organisation', 'kommunen'],
    ['office', 'ert kontor', 'den idéburna sektorn'],
    ['company', 'ert bolag', 'den idéburna sektorn'],
  ] as const)('%s', (kind, own, other) => {
    const { sv } = followUpForm(kind, sodertaljeAgreement, standardQuestions).texts;
    expect(sv['field.longTermOwn']).toContain(own);
    expect(sv['field.longTermOther']).toContain(other);
  });

  it('and only asked for its own figures', () => {
    const ids = (kind: 'organisation' | 'office') =>
      allFields(followUpForm(kind, sodertaljeAgreement, standardQuestions)).map(({ id }) => id);
    expect(ids('organisation')).toContain('numberMembers');
    expect(ids('office')).not.toContain('numberMembers');
    expect(ids('office')).toContain('numberActivities');
  });
});

describe('answers', () => {
  it('need nothing but the ratings, and cannot say is one', () => {
    expect(parseAnswers(form, rated)).toEqual({ ok: true, answers: rated });
    expect(parseAnswers(form, {})).toMatchObject({
      ok: false,
      faults: Object.fromEntries(Object.keys(rated).map((id) => [id, 'rating'])),
    });
  });

  it.each(['0', '6', '3.5', 3, '', null])('%p is no rating', (value) => {
    const parsed = parseAnswers(form, { ...rated, dialogueOwn: value });
    expect(parsed).toEqual({ ok: false, faults: { dialogueOwn: 'rating' } });
  });

  it('about a commitment are dropped where nobody asked to give them', () => {
    const about = { dialogueMunicipality1: 'partly', dialogueMunicipality1Comment: 'Sällan.' };
    expect(parseAnswers(form, { ...rated, ...about })).toEqual({ ok: true, answers: rated });
    const asked = { ...rated, dialogueSingle: true as const, ...about };
    expect(parseAnswers(form, asked)).toEqual({ ok: true, answers: asked });
  });

  it('with complaints, proposals and figures are kept, and fit the JSON Schema', () => {
    const full = {
      ...rated,
      matters: [{ theme: 'premises', text: 'Hallen är stängd när vi behöver den.' }],
      proposals: [{ area: 'Ungas fritid', why: 'Många har inget att göra.' }],
      numberMembers: '120',
    };
    const parsed = parseAnswers(form, full);
    expect(parsed).toEqual({ ok: true, answers: full });
    const validate = new Ajv2020({ strict: true, strictRequired: false }).compile(
      jsonSchemaOf(form),
    );
    expect({ valid: validate(full), errors: validate.errors }).toEqual({
      valid: true,
      errors: null,
    });
    expect(validate({ ...full, dialogueOwn: '6' })).toBe(false);
  });

  it('are summed up with the scale beside the figure', () => {
    const [first] = summarize(form, rated, 'sv');
    expect(first?.title).toBe('Långsiktighet');
    expect(first?.rows.map(({ value }) => value)).toEqual([
      ...['Kan inte säga', '2 av 5', undefined, undefined],
    ]);
    const [english] = summarize(form, rated, 'en');
    expect(english?.rows[1]?.value).toBe('2 of 5');
  });
});

describe('what is left', () => {
  it('is every principle at first, page by page', () => {
    expect(whatIsLeft(form, {}, 'sv')).toEqual(
      principles.map(({ id, title }) => ({ pageId: id, title, left: 2 })),
    );
  });

  it('shrinks with each answer until nothing is', () => {
    const without = (...ids: string[]) =>
      Object.fromEntries(Object.entries(rated).filter(([id]) => !ids.includes(id)));
    expect(whatIsLeft(form, without('qualityOther'), 'en')).toEqual([
      { pageId: 'quality', title: 'Quality', left: 1 },
    ]);
    expect(whatIsLeft(form, rated, 'sv')).toEqual([]);
  });
});

it.each(languages)('no question is asked in the same words twice in %s', (language) => {
  const texts = form.texts[language];
  const questions = allFields(form)
    .flatMap((field) => [
      texts[`field.${field.id}`],
      ...fieldsOf(field).map(({ id }) => texts[`field.${field.id}.${id}`]),
    ])
    .filter((text) => !/^(Kommentar till åtagande|Comment on commitment) \d+$/.test(text ?? ''));
  expect(new Set(questions).size).toBe(questions.length);
});
