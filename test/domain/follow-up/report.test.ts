import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compileReport } from '../../../domain/follow-up/report';
import type {
  FollowUpReport,
  Respondent,
  ResponseRow,
} from '../../../domain/follow-up/report-shapes';
import type { Side } from '../../../domain/follow-up/respondent';
import { aFullYear, asked, principles, rate, reportInput, several } from './respondents';

const report = (respondents: readonly Respondent[], own = {}) =>
  compileReport(reportInput(respondents, own));

const organisations = (count: number, own = 4, other = 2) =>
  several(count, () => asked('organisation', rate(own, other)));
const offices = (count: number, own = 3, other = 5) =>
  several(count, () => asked('office', rate(own, other)));

/** What a report says of the first principle. */
const first = ({ ratings }: FollowUpReport, about: Side) => ratings[0]!.about[about];

describe('a report of no answers', () => {
  it('of nobody says so', () => {
    const { response, findings, ratings, matters } = report([]);
    expect(response).toEqual([
      { group: 'all', asked: 0, answered: 0, late: 0, rate: null, change: null },
    ]);
    expect(findings).toEqual({
      response: { code: 'nobodyAsked' },
      about: {
        sector: { code: 'noRatings', about: 'sector' },
        municipality: { code: 'noRatings', about: 'municipality' },
      },
      change: { code: 'notComparable', since: null },
    });
    expect(ratings.map(({ principleId }) => principleId)).toEqual(principles.map(({ id }) => id));
    expect(matters).toEqual({ total: 0, themes: [] });
  });

  it('has a response rate of nothing, and no mean of nothing', () => {
    const made = report(several(8, () => asked('organisation')));
    expect(made.response[0]).toMatchObject({ asked: 8, answered: 0, rate: 0 });
    expect(made.findings.response).toEqual({ code: 'nobodyAnswered' });
    expect(first(made, 'municipality').by.sector).toEqual({ state: 'none' });
  });
});

it('one answer is counted, and nothing it says of ratings is shown', () => {
  const one = asked('organisation', { ...rate(4, 1), opennessComment: 'Bra.' });
  const made = report([one, ...several(9, () => asked('organisation'))]);
  expect(made.response[0]).toMatchObject({ asked: 10, answered: 1, rate: 10 });
  expect(first(made, 'municipality')).toMatchObject({
    by: { sector: { state: 'withheld' }, municipality: { state: 'none' } },
    together: null,
  });
  expect(made.findings.about.municipality).toEqual({
    ...{ code: 'tooFewRatings', about: 'municipality' },
  });
  // Comments are public records; only which side they come from is left out.
  expect(made.comments[1]!.comments).toEqual([{ text: 'Bra.', side: null }]);
});

describe('ratings', () => {
  it('are by who rates whom', () => {
    const made = report([...organisations(6, 4, 2), ...offices(5, 3, 5)]);
    const means = (about: Side) => {
      const { sector, municipality } = first(made, about).by;
      return [sector, municipality].map((cell) => cell.state === 'shown' && cell.figures.mean);
    };
    expect(means('sector')).toEqual([4, 5]);
    expect(means('municipality')).toEqual([2, 3]);
  });

  it('leave out who cannot say: missing is not zero', () => {
    const made = report([
      ...organisations(5, 4, 2),
      asked('organisation', rate('cannotSay', 'cannotSay')),
    ]);
    expect(first(made, 'municipality').by.sector).toEqual({
      state: 'shown',
      figures: { n: 5, cannotSay: 1, mean: 2, distribution: [0, 5, 0, 0, 0] },
    });
  });

  it('of two small groups are shown as one, and not beside one that is shown', () => {
    const both = report([...organisations(4, 4, 2), ...offices(3, 3, 5)]);
    expect(first(both, 'municipality')).toMatchObject({
      by: { sector: { state: 'withheld' }, municipality: { state: 'withheld' } },
      together: { n: 7, distribution: [0, 4, 3, 0, 0], mean: 2.4 },
    });
    const large = report([...organisations(5, 4, 2), ...offices(4, 3, 5)]);
    expect(first(large, 'municipality')).toMatchObject({
      by: { sector: { state: 'shown' }, municipality: { state: 'withheld' } },
      together: null,
    });
  });

  it('of a principle that an older form did not have are those of the others', () => {
    const older = asked('organisation', Object.fromEntries(Object.entries(rate(1, 1)).slice(2)));
    const made = report([...organisations(5, 4, 2), older]);
    expect(first(made, 'municipality').by.sector).toMatchObject({ figures: { n: 5 } });
    expect(made.ratings[1]!.about.municipality.by.sector).toMatchObject({ figures: { n: 6 } });
  });

  it('that no form offers are no ratings', () => {
    const odd = asked('organisation', { longTermOwn: '6', longTermOther: '0' });
    const made = report([...organisations(5), odd]);
    expect(first(made, 'sector').by.sector).toMatchObject({ figures: { n: 5, cannotSay: 0 } });
  });
});

describe('change since last year', () => {
  const before = (respondents: readonly Respondent[]) =>
    compileReport({ ...reportInput(respondents), cycle: 2026 });

  it('is the difference of what is printed, where both years are shown', () => {
    const previous = before([...organisations(5, 4, 3), ...offices(4)]);
    const made = report([...organisations(6, 4, 2), ...offices(6)], { previous });
    expect(first(made, 'municipality').change).toEqual({
      ...{ sector: -1, municipality: null, together: null },
    });
    expect(first(made, 'sector').change.sector).toBe(0);
    expect(made.findings.change).toMatchObject({
      ...{ code: 'fell', since: 2026, principleId: 'long-term' },
      ...{ about: 'municipality', by: 'sector', change: -1 },
    });
  });

  it('is not there in the first year, nor after a year of few answers', () => {
    expect(report(organisations(6)).findings.change.code).toBe('notComparable');
    const previous = before(organisations(4));
    const made = report(organisations(6), { previous });
    expect(made.findings.change).toEqual({ code: 'notComparable', since: 2026 });
  });

  it('of the response rate is in percentage points', () => {
    const previous = before([...organisations(5), ...several(5, () => asked('organisation'))]);
    expect(report(organisations(6), { previous }).response[0]).toMatchObject({
      ...{ rate: 100, change: 50 },
    });
  });
});

describe('the response rate', () => {
  const groups = (rows: readonly ResponseRow[]) => rows.map(({ group }) => group);

  it('is by side and kind where no group is small', () => {
    const everybody = [
      ...organisations(6),
      ...several(6, (i) => asked('office', i < 3 ? rate(3, 3) : undefined)),
      ...several(5, () => asked('company', rate(3, 3))),
    ];
    const { response } = report(everybody);
    expect(response.map(({ group, rate: percent }) => [group, percent])).toEqual([
      ...[
        ['all', 82],
        ['sector', 100],
        ['municipality', 73],
        ['office', 50],
        ['company', 100],
      ],
    ]);
  });

  it('does not divide a whole with a small part in it', () => {
    const company = several(4, () => asked('company'));
    expect(groups(report([...organisations(6), ...offices(6), ...company]).response)).toEqual([
      ...['all', 'sector', 'municipality'],
    ]);
    expect(groups(report([...organisations(6), ...offices(4)]).response)).toEqual(['all']);
  });

  it('counts late answers among the others, and says how many they are', () => {
    const late = asked('organisation', rate(1, 1), { late: true });
    const made = report([...organisations(5), late]);
    expect(made.response[0]).toMatchObject({ answered: 6, late: 1, rate: 100 });
    expect(first(made, 'sector').by.sector).toMatchObject({ figures: { n: 6 } });
  });

  it('leaves out who left without an answer, and keeps an answer that was given', () => {
    const gone = asked('organisation', undefined, { left: true });
    const answeredBefore = asked('organisation', rate(2, 2), { left: true });
    const { response } = report([...organisations(5), gone, answeredBefore]);
    expect(response[0]).toMatchObject({ asked: 6, answered: 6 });
  });

  it('does not count what was only saved', () => {
    const saved = { ...asked('organisation'), answers: rate(1, 1) };
    expect(report([saved]).response[0]).toMatchObject({ asked: 1, answered: 0 });
  });
});

describe('what was written', () => {
  it('has its side where neither side is small', () => {
    const talking = (kind: 'organisation' | 'office', text: string) =>
      asked(kind, { ...rate(3, 3), opennessComment: text });
    const both = [...organisations(4), ...offices(4)];
    const made = report([...both, talking('organisation', 'b'), talking('office', 'a')]);
    expect(made.comments[1]!.comments).toEqual([
      { text: 'a', side: 'municipality' },
      { text: 'b', side: 'sector' },
    ]);
    const small = report([...organisations(5), talking('office', 'a')]);
    expect(small.comments[1]!.comments).toEqual([{ text: 'a', side: null }]);
  });

  it('is marked as late where that does not single out a few', () => {
    const late = (text: string) =>
      asked('organisation', { ...rate(3, 3), opennessComment: text }, { late: true });
    const many = report([...organisations(5), ...['a', 'b', 'c', 'd', 'e'].map(late)]);
    expect(many.comments[1]!.comments[0]).toEqual({ text: 'a', side: 'sector', late: true });
    const few = report([...organisations(5), late('a')]);
    expect(few.comments[1]!.comments[0]).toEqual({ text: 'a', side: 'sector' });
    // The one late office among them would be the only one of its side.
    const office = asked('office', { ...rate(3, 3), opennessComment: '0' }, { late: true });
    const beside = report([
      ...organisations(5),
      ...offices(5),
      ...several(4, () => late('b')),
      office,
    ]);
    expect(beside.comments[1]!.comments[0]).toEqual({ text: '0', side: 'municipality' });
  });

  it('about a commitment stands after what is about its principle', () => {
    const both = asked('organisation', {
      ...rate(3, 3),
      ...{ opennessComment: 'z', opennessMunicipality2: 'partly' },
      opennessMunicipality2Comment: 'a',
    });
    expect(report([both]).comments[1]!.comments.map(({ text }) => text)).toEqual(['z', 'a']);
  });
});

describe('counts by theme', () => {
  const about = (...themes: string[]) =>
    themes.map((theme) => asked('organisation', { matters: [{ theme, text: 'x' }] }));
  const times = (count: number, theme: string) => Array.from({ length: count }, () => theme);

  it('merge the small ones, and one more where the sum would give a small one away', () => {
    const { matters } = report(
      about(...times(9, 'support'), ...times(6, 'premises'), ...times(2, 'contact')),
    );
    expect(matters).toEqual({
      total: 17,
      themes: [
        { subjects: ['support'], count: 9 },
        { subjects: ['contact', 'premises'], count: 8 },
      ],
    });
  });

  it('are not shown at all where they are few, or many of few', () => {
    expect(report(about('support', 'premises')).matters).toEqual({ total: null, themes: null });
    const five = several(5, () => ({ theme: 'discrimination', text: 'x' }));
    const one = asked('organisation', { matters: five });
    expect(report([one]).matters).toEqual({ total: null, themes: null });
    const { matters } = report([one, ...about(...times(6, 'support'))]);
    expect(matters.themes).toEqual([{ subjects: ['support', 'discrimination'], count: 11 }]);
  });

  it('of dialogue cases are there only where they are given', () => {
    expect(report([]).dialogues).toBeNull();
    const dialogues = [0, 2, 4, 9, null].map((daysToAnswer, i) => ({
      ...{ theme: 'premises', closed: daysToAnswer !== null && daysToAnswer < 4, daysToAnswer },
      askedBy: `party ${i}`,
    }));
    expect(report([], { dialogues }).dialogues).toEqual({
      total: 5,
      themes: [{ subjects: ['premises'], count: 5 }],
      times: { closed: 2, answered: 4, medianDays: 3 },
    });
    // Of fewer nothing is told, neither how they went.
    const few = report([], { dialogues: dialogues.slice(1) }).dialogues;
    expect(few).toEqual({ total: null, themes: null, times: null });
    // Nor where one has begun them all.
    const alone = dialogues.map((each) => ({ ...each, askedBy: 'party 0' }));
    expect(report([], { dialogues: alone }).dialogues).toEqual(few);
  });
});

describe('the finding', () => {
  it('names the principle with the lowest mean, and whose view that is', () => {
    const worse = several(5, () =>
      asked('organisation', { ...rate(4, 3), qualityOther: '1', diversityOther: '1' }),
    );
    expect(report([...worse, ...offices(5, 3, 5)]).findings.about.municipality).toEqual({
      ...{ code: 'lowest', about: 'municipality', by: 'sector', mean: 1 },
      principleIds: ['diversity', 'quality'],
    });
  });

  it('says so where all are alike', () => {
    expect(report(organisations(5, 4, 2)).findings.about.municipality).toEqual({
      ...{ code: 'alike', about: 'municipality', mean: 2 },
    });
  });
});

it('the same answers in any order are the same report', () => {
  const input = aFullYear();
  const bytes = JSON.stringify(compileReport(input));
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...input.respondents], { minLength: input.respondents.length }),
      (respondents) => {
        expect(JSON.stringify(compileReport({ ...input, respondents }))).toBe(bytes);
      },
    ),
    { numRuns: 20 },
  );
});

it('no group of fewer than five has figures of its own, and none can be worked out', () => {
  const someone = fc.record({
    kind: fc.constantFrom('organisation' as const, 'office' as const, 'company' as const),
    own: fc.constantFrom(1, 3, 5, 'cannotSay' as const),
    other: fc.constantFrom(1, 5, 'cannotSay' as const),
  });
  fc.assert(
    fc.property(fc.array(someone, { maxLength: 14 }), (people) => {
      const made = report(people.map(({ kind, own, other }) => asked(kind, rate(own, other))));
      for (const { about } of made.ratings) {
        for (const { by, together } of Object.values(about)) {
          const cells = Object.values(by);
          const sizes = cells.flatMap((cell) => (cell.state === 'shown' ? [cell.figures.n] : []));
          expect(Math.min(5, ...sizes, together?.n ?? 5)).toBe(5);
          if (together) expect(cells.every(({ state }) => state === 'withheld')).toBe(true);
        }
      }
      const sizes = made.response.slice(1).map((row) => row.asked);
      expect(Math.min(5, ...sizes)).toBe(5);
    }),
  );
});
