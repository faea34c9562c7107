import { describe, expect, it } from '@jest/globals';
import { sodertaljeAgreement } from '../../config/municipalities/sodertalje/agreement';
import { commitmentsOf, type AgreementText, type CommitmentSide } from '../../domain/agreement';
import { languages } from '../../domain/language';

const { sv, en } = sodertaljeAgreement.texts;

/** How many commitments each principle has: of the municipality, of the sector, of both. */
const counts: Record<string, [number, number, number]> = {
  'long-term': [2, 1, 1],
  openness: [2, 1, 2],
  diversity: [3, 3, 0],
  independence: [2, 1, 0],
  dialogue: [3, 3, 1],
  quality: [3, 1, 1],
  community: [3, 2, 0],
};

const numberOf = (text: AgreementText, side: CommitmentSide) =>
  text.principles.flatMap((principle) => commitmentsOf(principle, side)).length;

const commitments = (text: AgreementText) => text.principles.flatMap((p) => p.commitments);

const allTexts = (text: AgreementText) => [
  text.title,
  ...text.introduction,
  ...text.accession,
  ...text.principles.flatMap((p) => [p.title, p.text, ...p.commitments.map((c) => c.text)]),
  ...text.developmentAreas.flatMap((area) => [area.title, area.text]),
];

describe.each(languages)("Södertälje's agreement in %s", (language) => {
  const text = sodertaljeAgreement.texts[language];

  it('has seven principles, 35 commitments and four development areas', () => {
    expect(text.principles).toHaveLength(7);
    expect(numberOf(text, 'municipality')).toBe(18);
    expect(numberOf(text, 'sector')).toBe(12);
    expect(numberOf(text, 'both')).toBe(5);
    expect(text.developmentAreas).toHaveLength(4);
  });

  it('divides the commitments as the source does; three principles have none of both', () => {
    const divided = text.principles.map((principle) => [
      principle.id,
      (['municipality', 'sector', 'both'] as const).map(
        (side) => commitmentsOf(principle, side).length,
      ),
    ]);
    expect(Object.fromEntries(divided)).toEqual(counts);
    expect(Object.values(counts).filter(([, , both]) => both === 0)).toHaveLength(3);
  });

  it('names each commitment by principle, side and place, in the order they are read', () => {
    const sides = ['municipality', 'sector', 'both'] as const;
    const expected = text.principles.flatMap((principle) =>
      sides.flatMap((side) =>
        commitmentsOf(principle, side).map((_c, i) => `${principle.id}.${side}.${i + 1}`),
      ),
    );
    expect(commitments(text).map(({ id }) => id)).toEqual(expected);
  });

  it('is written out in whole sentences', () => {
    for (const paragraph of [
      ...text.introduction,
      ...text.accession,
      ...text.principles.map((p) => p.text),
      ...commitments(text).map((c) => c.text),
      ...text.developmentAreas.map((area) => area.text),
    ]) {
      expect(paragraph).toMatch(/^\p{Lu}.*[.]$/su);
      expect(paragraph).not.toMatch(/ {2}|\n/);
    }
  });

  it('says everything once', () => {
    const texts = allTexts(text).filter((line) => line.length > 40);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('has the side that promises as the subject of each commitment', () => {
    const subjects: Record<CommitmentSide, RegExp> = {
      municipality: /\b(kommunen|municipality)\b/i,
      sector: /\b(sektorn|organisation|sector)\b/i,
      both: /\b(vi|we|sektorn|sector)\b/i,
    };
    for (const { side, text: promise } of commitments(text)) {
      expect(promise).toMatch(subjects[side]);
    }
  });
});

describe("Södertälje's agreement", () => {
  it('has the same ids in the same order in every language', () => {
    const ids = (text: AgreementText) => [
      ...text.principles.map((principle) => principle.id),
      ...commitments(text).map(({ id, side }) => `${id} ${side}`),
      ...text.developmentAreas.map((area) => area.id),
    ];
    expect(ids(en)).toEqual(ids(sv));
    expect(new Set(ids(sv)).size).toBe(7 + 35 + 4);
  });

  it('has as many paragraphs in every language, and no untranslated one', () => {
    expect(en.introduction).toHaveLength(sv.introduction.length);
    expect(en.accession).toHaveLength(sv.accession.length);
    expect(allTexts(en).filter((text) => allTexts(sv).includes(text))).toEqual([]);
  });

  it('was adopted in 2018, and no day is claimed that no document names', () => {
    expect(sodertaljeAgreement).toMatchObject({ adoptedOn: '2018', effectiveFrom: '2018' });
  });
});
