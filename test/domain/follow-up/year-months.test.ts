import {
  monthsOf,
  possibleActs,
  type FollowedTurn,
  type OtherDay,
  type YearMonth,
} from '../../../domain/follow-up/year-months';

const today = '2027-10-20';

const turn = (year: number, more: Partial<FollowedTurn> = {}): FollowedTurn => ({
  ...{ year, opensOn: `${year}-09-15`, state: 'planned', caseId: null, number: null },
  ...{ askedOn: null, deadline: null, closedOn: null, frozenOn: null },
  ...{ publishedOn: null, endedOn: null },
  ...more,
});

const told = (months: readonly YearMonth[]) =>
  months.flatMap(({ events }) => events.map(({ day, name, when }) => [day, name, when]));

describe('the months of the wheel', () => {
  it('are those of this year and the next, each past, now or coming, also without events', () => {
    const months = monthsOf([], today);
    expect(months).toHaveLength(24);
    expect(months[0]).toEqual({ month: '2027-01', when: 'past', events: [] });
    expect(months[9]).toMatchObject({ month: '2027-10', when: 'now' });
    expect(months[10]).toMatchObject({ month: '2027-11', when: 'coming' });
    expect(months.at(-1)).toMatchObject({ month: '2028-12', when: 'coming' });
  });

  it('tell of a follow-up what has come, and no day of what has not', () => {
    const asked = { askedOn: '2027-09-15', deadline: '2027-10-20', caseId: 'c', number: 'KFN 1' };
    expect(told(monthsOf([turn(2027, { state: 'opened', ...asked })], today))).toEqual([
      ['2027-09-15', 'asked', 'past'],
      ['2027-10-20', 'deadline', 'now'],
    ]);
  });

  it('tell of one that is over all that was, in order', () => {
    const over = turn(2026, {
      ...{ state: 'opened', askedOn: '2026-12-20', deadline: '2027-01-18' },
      ...{ closedOn: '2027-01-19', frozenOn: '2027-02-10', publishedOn: '2027-02-10' },
      endedOn: '2027-02-10',
    });
    // It was asked in a year that is not shown any more.
    expect(told(monthsOf([over], today))).toEqual([
      ['2027-01-18', 'deadline', 'past'],
      ['2027-01-19', 'closed', 'past'],
      ['2027-02-10', 'final', 'past'],
      ['2027-02-10', 'published', 'past'],
    ]);
  });

  it('say that one ended without a report, and forget the day that nobody waits for', () => {
    const ended = turn(2027, {
      ...{ state: 'opened', askedOn: '2027-09-15', deadline: '2027-11-01' },
      ...{ closedOn: '2027-10-01', endedOn: '2027-10-01' },
    });
    expect(told(monthsOf([ended], today)).map(([, name]) => name)).toEqual([
      'asked',
      'closed',
      'endedWithout',
    ]);
  });

  it('tell of years to come when they open, preliminarily until when, or that they do not', () => {
    const turns = [turn(2028, { deadline: '2028-10-13' }), turn(2027, { state: 'skipped' })];
    expect(told(monthsOf(turns, today))).toEqual([
      ['2027-09-15', 'skipped', 'past'],
      ['2028-09-15', 'opens', 'coming'],
      ['2028-10-13', 'preliminaryDeadline', 'coming'],
    ]);
  });

  it('tell of forums, of last days that somebody waited for, and of terms, until the next year is over', () => {
    const other = (
      kind: OtherDay['kind'],
      day: string,
      more: Partial<OtherDay> = {},
    ): OtherDay => ({
      ...{ kind, day, endedOn: null, what: null, count: 1, caseId: null, number: null },
      ...more,
    });
    const others = [
      other('termsEnd', '2028-12-31', { what: 'Samverkansgruppen', count: 2 }),
      other('termsEnd', '2030-12-31'),
      other('planDeadline', '2027-10-20'),
      other('voteDeadline', '2027-10-05', { endedOn: '2027-10-06' }),
      other('voteDeadline', '2027-11-05', { endedOn: '2027-11-01' }),
      other('forum', '2027-09-15', { what: 'Unga' }),
    ];
    const months = monthsOf([turn(2027)], today, others);
    expect(months).toHaveLength(24);
    expect(told(months)).toEqual([
      ['2027-09-15', 'opens', 'past'],
      ['2027-09-15', 'forum', 'past'],
      ['2027-10-05', 'voteDeadline', 'past'],
      ['2027-10-20', 'planDeadline', 'now'],
      ['2028-12-31', 'termsEnd', 'coming'],
    ]);
    expect(months.at(-1)?.events[0]).toMatchObject({ what: 'Samverkansgruppen', count: 2 });
  });

  it('go on into the January after, and further, where something is to happen by then', () => {
    const moved = turn(2028, { opensOn: '2029-01-31', deadline: '2029-02-28' });
    const months = monthsOf([moved], today);
    expect(months.at(-1)?.month).toBe('2029-02');
    expect(months).toHaveLength(26);
    expect(told(months)).toHaveLength(2);
  });
});

describe('what can be done to a year', () => {
  it('is to open it now only while it is its year', () => {
    expect(possibleActs(turn(2027), '2027-05-01')).toEqual(['move', 'skip', 'openNow']);
    expect(possibleActs(turn(2028), '2027-05-01')).toEqual(['move', 'skip']);
  });

  it('is to restore it once it was skipped, until the January after it is over', () => {
    const skipped = turn(2027, { state: 'skipped' });
    expect(possibleActs(skipped, '2027-11-01')).toEqual(['restore', 'openNow']);
    expect(possibleActs(skipped, '2028-02-01')).toEqual([]);
  });

  it('is nothing once it has opened', () => {
    expect(possibleActs(turn(2027, { state: 'opened' }), '2027-11-01')).toEqual([]);
  });
});
