import {
  actOnTurn,
  dueTurns,
  nextDay,
  turnsToPlan,
  usualDay,
  type Turn,
} from '../../../domain/follow-up/wheel';

const planned = (year: number, opensOn = usualDay(year, '09-15')): Turn => ({
  ...{ year, opensOn, state: 'planned' },
});
const skipped = (year: number, opensOn?: string): Turn => ({
  ...planned(year, opensOn),
  state: 'skipped',
});
const opened = (year: number): Turn => ({ ...planned(year), state: 'opened' });

describe('laying out the wheel', () => {
  const since = (begunOn: string, today: string) => ({ begunOn, today, opensOn: '09-15' });

  it('has this year and the next', () => {
    expect(turnsToPlan([], since('2027-09-01', '2027-09-01'))).toEqual([
      planned(2027),
      planned(2028),
    ]);
  });

  it('has the year that begins on its very day, and none whose day had been', () => {
    expect(turnsToPlan([], since('2027-09-15', '2027-09-15'))[0]).toEqual(planned(2027));
    expect(turnsToPlan([], since('2027-09-16', '2027-09-16'))).toEqual([planned(2028)]);
  });

  it('adds the years that nobody laid out, and leaves those that are there alone', () => {
    const known = [opened(2027), skipped(2028)];
    const added = turnsToPlan(known, since('2027-09-01', '2030-01-01'));
    expect(added).toEqual([planned(2029), planned(2030), planned(2031)]);
    expect(turnsToPlan([...known, ...added], since('2027-09-01', '2030-01-01'))).toEqual([]);
  });
});

describe('what is due', () => {
  it('is nothing before the day, and the year on it', () => {
    const turns = [planned(2027), planned(2028)];
    expect(dueTurns(turns, '2027-09-14')).toEqual({ missed: [] });
    expect(dueTurns(turns, '2027-09-15')).toEqual({ opens: planned(2027), missed: [] });
  });

  it('is the latest of those that were missed together, in whatever order they come', () => {
    const turns = [planned(2029), planned(2027), planned(2028), planned(2030)];
    const { opens, missed } = dueTurns(turns, '2029-12-31');
    expect(opens).toEqual(planned(2029));
    expect(missed).toEqual([planned(2027), planned(2028)]);
  });

  it('is neither what has opened nor what was skipped', () => {
    expect(dueTurns([opened(2027), skipped(2028)], '2029-01-01')).toEqual({ missed: [] });
  });

  it('is a year that was moved across New Year on its own day, beside the next one', () => {
    const turns = [planned(2027, '2028-01-20'), planned(2028)];
    expect(dueTurns(turns, '2027-12-31')).toEqual({ missed: [] });
    expect(dueTurns(turns, '2028-01-20')).toEqual({ opens: turns[0], missed: [] });
  });

  it('comes next on the earliest day of those that are planned and to come', () => {
    const turns = [planned(2028), planned(2027, '2028-01-20'), skipped(2029, '2028-01-05')];
    expect(nextDay(turns, '2027-12-01')).toBe('2028-01-20');
    expect(nextDay(turns, '2028-01-20')).toBe('2028-09-15');
    expect(nextDay(turns, '2028-09-15')).toBeUndefined();
  });
});

describe('an act', () => {
  const today = '2027-05-10';
  const act = (
    turn: Turn,
    wish: Parameters<typeof actOnTurn>[1],
    day: string,
    turns: Turn[] = [],
  ) => actOnTurn(turn, wish, { today: day, turns });
  const move = (day?: string) => ({ kind: 'move' as const, ...(day !== undefined && { day }) });

  it('moves a year within itself and into the January after it', () => {
    for (const day of [today, '2027-12-31', '2028-01-31']) {
      expect(act(planned(2027), move(day), today)).toEqual({ turn: planned(2027, day) });
    }
  });

  it.each([
    ['before today', '2027-05-09'],
    ['later than the January after', '2028-02-01'],
    ['in the year before', '2026-12-31'],
  ])('does not move it to a day %s', (_, day) => {
    expect(act(planned(2027), move(day), today)).toEqual({ refused: 'wheel.day' });
  });

  it('keeps the years in their order', () => {
    const turns = [opened(2026), planned(2027), planned(2028, '2028-01-10'), skipped(2029)];
    expect(act(planned(2027), move('2028-01-10'), today, turns)).toEqual({
      refused: 'wheel.order',
    });
    expect(act(planned(2027), move('2028-01-09'), today, turns)).toEqual({
      turn: planned(2027, '2028-01-09'),
    });
    expect(act(planned(2028), move('2028-01-02'), today, [planned(2027, '2028-01-09')])).toEqual({
      refused: 'wheel.order',
    });
    expect(act(planned(2027), move('2027-12-01'), today, [skipped(2028, '2027-06-01')])).toEqual({
      turn: planned(2027, '2027-12-01'),
    });
  });

  it('does not move it nowhere', () => {
    expect(act(planned(2027), move(), today)).toEqual({ refused: 'wheel.day' });
  });

  it('skips a year that is planned, once, and restores it', () => {
    expect(act(planned(2027), { kind: 'skip' }, today)).toEqual({ turn: skipped(2027) });
    expect(act(skipped(2027), { kind: 'skip' }, today)).toEqual({
      refused: 'wheel.notPlanned',
    });
    expect(act(skipped(2027), move('2027-10-01'), today)).toEqual({
      refused: 'wheel.notPlanned',
    });
    expect(act(skipped(2027), { kind: 'restore' }, today)).toEqual({ turn: planned(2027) });
    expect(act(planned(2027), { kind: 'restore' }, today)).toEqual({
      refused: 'wheel.notSkipped',
    });
  });

  it('restores a year whose day has been only to another day', () => {
    expect(act(skipped(2027), { kind: 'restore' }, '2027-11-01')).toEqual({
      refused: 'wheel.day',
    });
    const restored = act(skipped(2027), { kind: 'restore', day: '2028-01-10' }, '2027-11-01');
    expect(restored).toEqual({ turn: planned(2027, '2028-01-10') });
  });

  it('opens a year today, planned or skipped, also in the January after it', () => {
    expect(act(planned(2027), { kind: 'openNow' }, today)).toEqual({
      turn: planned(2027, today),
    });
    expect(act(skipped(2027), { kind: 'openNow' }, '2028-01-31')).toEqual({
      turn: planned(2027, '2028-01-31'),
    });
  });

  it('does not open the next year now, nor one that is long over', () => {
    for (const year of [2028, 2025]) {
      expect(act(planned(year), { kind: 'openNow' }, today)).toEqual({
        refused: 'wheel.day',
      });
    }
  });

  it('leaves a year alone that has opened', () => {
    for (const kind of ['move', 'skip', 'restore', 'openNow'] as const) {
      expect(act(opened(2027), { kind, day: '2027-12-01' }, today)).toEqual({
        refused: 'wheel.opened',
      });
    }
  });
});
