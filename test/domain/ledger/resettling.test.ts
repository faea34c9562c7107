import { resettle } from '../../../domain/ledger/resettling';
import type { SettledLine } from '../../../domain/ledger/settlement';

const line = (moved: number, used: number, returned: number, carriedOver: number): SettledLine => ({
  ...{ name: 'Konferens', moved, used, returned, carriedOver },
});
/** 100 a year for two years; 30 were taken along from the first one. */
const transferred = (year: number) =>
  year <= 2028 ? [{ name: 'Konferens', ore: 100 }] : ([] as const);
const first = { year: 2027, lines: [line(100, 70, 0, 30)] };
const annulled = { transferred, fallen: new Set([2027]) };

describe('years whose money was taken along by a decision that does not hold', () => {
  it('are as they were where every decision holds', () => {
    const second = { year: 2028, lines: [line(130, 90, 40, 0)] };
    expect(resettle([first, second], { transferred, fallen: new Set() })).toEqual([]);
  });

  it('give back what was taken along', () => {
    expect(resettle([first], annulled)).toEqual([
      { year: 2027, before: first.lines, after: [line(100, 70, 30, 0)] },
    ]);
  });

  it('give back less the year after, which never had it', () => {
    const second = { year: 2028, lines: [line(130, 90, 40, 0)] };
    expect(resettle([second, first], annulled).map(({ year, after }) => [year, after])).toEqual([
      [2027, [line(100, 70, 30, 0)]],
      [2028, [line(100, 90, 10, 0)]],
    ]);
  });

  it('leave to the receiver what it has used beyond what there was', () => {
    const second = { year: 2028, lines: [line(130, 120, 10, 0)] };
    expect(resettle([first, second], annulled)[1]?.after).toEqual([line(100, 100, 0, 0)]);
  });

  it('go on through all years that took something along', () => {
    const second = { year: 2028, lines: [line(130, 90, 0, 40)] };
    const third = { year: 2029, lines: [line(40, 25, 15, 0)] };
    const changes = resettle([first, second, third], annulled);
    expect(changes.map(({ after }) => after)).toEqual([
      [line(100, 70, 30, 0)],
      [line(100, 90, 0, 10)],
      [line(10, 10, 0, 0)],
    ]);
    // Settled so, there is nothing more to change.
    const now = changes.map(({ year, after }) => ({ year, lines: after }));
    expect(resettle(now, annulled)).toEqual([]);
  });
});
