import { accessionApplication2 } from '../../../domain/forms/definitions/accession-application-2';
import { parseAnswers } from '../../../domain/forms/schema';
import { calendarFile } from '../../../domain/forum/calendar-file';
import { forumFaults, forumOf, forumState, timesOf } from '../../../domain/forum/forum';
import { forumAccessionForm, splitForumAccession } from '../../../domain/forum/forum-accession';
import { costsByLine, costsIn } from '../../../domain/forum/forum-costs';
import { reachedAt } from '../../../domain/signatories';
import { anApplication } from '../../support/applications';
import { anAnnouncement } from '../../support/forums';

const answers = (more: Record<string, unknown> = {}) =>
  anAnnouncement({ day: '2027-03-10', ...more }) as Record<string, string>;

describe('a forum', () => {
  it('begins and ends by clocks in Sweden, in winter and in summer', () => {
    const times = (day: string) => {
      const { beginsAt, endsAt } = timesOf(forumOf(answers({ day })));
      return [beginsAt.toISOString(), endsAt.toISOString()];
    };
    expect(times('2027-03-10')).toEqual(['2027-03-10T16:30:00.000Z', '2027-03-10T19:00:00.000Z']);
    expect(times('2027-06-10')).toEqual(['2027-06-10T15:30:00.000Z', '2027-06-10T18:00:00.000Z']);
  });

  it('is to come, and ends after it begins', () => {
    expect(forumFaults(answers(), '2027-03-10')).toEqual({});
    expect(forumFaults(answers(), '2027-03-11')).toEqual({ day: 'meetingPast' });
    expect(forumFaults(answers({ ends: '17:30' }), '2027-03-01')).toEqual({
      ends: 'endsBeforeItBegins',
    });
  });

  it('has been when it is over, not before', () => {
    const state = (now: string) =>
      forumState(forumOf(answers()), { ended: false, now: new Date(now) });
    expect(state('2027-03-10T18:59:59Z')).toBe('coming');
    expect(state('2027-03-10T19:00:00Z')).toBe('held');
  });

  it('is one event of a calendar through all its versions, whatever is in its texts', () => {
    const entry = {
      ...{ id: 'a', url: 'https://x.example/f', at: new Date('2027-01-01T00:00:00Z') },
      forum: forumOf(answers({ title: 'Unga; äldre,\nBEGIN:VEVENT' })),
      organiser: { name: 'Kontakten', email: 'k@kommun.example' },
    };
    const first = calendarFile({ ...entry, version: 1, cancelled: false });
    const last = calendarFile({ ...entry, version: 3, cancelled: true });
    expect(first.match(/^BEGIN:VEVENT/gm)).toHaveLength(1);
    expect(first).toContain('UID:a@kommun.example');
    expect(first).toContain('SEQUENCE:0');
    expect(last).toContain('UID:a@kommun.example');
    expect(last).toContain('SEQUENCE:3');
  });
});

it('sets costs against the lines of the budget', () => {
  const budget = [
    { line: 'Processledare', kronor: 80_000 },
    { line: 'Konferens', kronor: 6000 },
    { line: 'Processledare', kronor: 10_000 },
  ];
  const costs = [
    ...costsIn({ facilitatorCost: '20000', facilitatorLine: 'Processledare', otherCost: '500' }),
    ...costsIn({ facilitatorCost: '75000', facilitatorLine: 'Processledare', otherCost: '0' }),
  ];
  expect(costsByLine(budget, costs)).toEqual([
    { line: 'Processledare', budget: 90_000, cost: 95_000 },
    { line: 'Konferens', budget: 6000, cost: 0 },
    { line: '', budget: 0, cost: 500 },
  ]);
});

describe('an organisation that signed at a forum', () => {
  const form = forumAccessionForm(accessionApplication2);
  const scan = [{ id: crypto.randomUUID(), name: 'a.pdf', size: 1, sha256: '0'.repeat(64) }];
  const entered = (signed: readonly (readonly [string, string])[], signingRule: string) => {
    const signatories = signed.map(([capacity, signedThere], i) => ({
      ...{ name: `N ${i}`, email: `n${i}@l.example`, capacity, signedThere },
    }));
    const typed = { ...anApplication({ signatories, signingRule }).answers, seen: 'signing', scan };
    const parsed = parseAnswers(form, typed);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
    return splitForumAccession(form, parsed.answers);
  };

  it.each([
    [
      true,
      'oneAlone',
      [
        ['chair', 'no'],
        ['treasurer', 'yes'],
      ],
    ],
    [false, 'oneAlone', [['chair', 'no']]],
    [
      true,
      'jointly',
      [
        ['chair', 'yes'],
        ['boardMember', 'yes'],
      ],
    ],
    [
      false,
      'jointly',
      [
        ['chair', 'yes'],
        ['boardMember', 'no'],
      ],
    ],
    [
      true,
      'chairWithOther',
      [
        ['chair', 'yes'],
        ['treasurer', 'no'],
        ['secretary', 'yes'],
      ],
    ],
    [
      false,
      'chairWithOther',
      [
        ['chair', 'no'],
        ['treasurer', 'yes'],
        ['secretary', 'yes'],
      ],
    ],
  ] as const)('is enough by its rule: %s (%s)', (isEnough, rule, signed) => {
    expect(entered(signed, rule).isEnough).toBe(isEnough);
  });

  it('keeps its application as the form of applications has it', () => {
    const { application, signed, seen } = entered(
      [
        ['chair', 'yes'],
        ['boardMember', 'no'],
      ],
      'oneAlone',
    );
    expect(parseAnswers(accessionApplication2, application)).toEqual({
      ok: true,
      answers: application,
    });
    expect(signed).toMatchObject([{ name: 'N 0', capacity: 'chair' }]);
    expect(seen).toBe('signing');
  });
});

it('reaches whoever has no address by post', () => {
  expect(reachedAt('', 'Gatan 1')).toEqual({ email: '', postal: 'Gatan 1' });
  expect(reachedAt('a@b.example', 'Gatan 1')).toEqual({ email: 'a@b.example' });
});
