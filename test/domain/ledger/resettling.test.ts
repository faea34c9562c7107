import { resettle } from '../../../domain/ledger/resettling';
import type { SettledLine } from '../../../domain/ledger/settlement';

const line = (moved: number, used: number, returned: number, carriedOver: number): SettledLine => ({
  ...{ name: 'Konferens', moved, used, returned, carriedOver },
});
/** 100 a year for two years; 30 were taken along from the first one. */
const transferred = (year: number) =>
  year <= 2028 ? [{ name: 'Konferens', ore: 100 }] : ([] as const);
/** A year as it was settled first: what was accounted for, and what was decided to be taken along. */
const year = (of: number, lines: SettledLine[]) => ({
  ...{ year: of, lines },
  accounted: lines.map(({ name, used }) => ({ name, ore: used })),
  decided: lines.map(({ name, carriedOver }) => ({ name, ore: carriedOver })),
});
const first = year(2027, [line(100, 70, 0, 30)]);
const annulled = { transferred, fallen: new Set([2027]) };

describe('years whose money was taken along by a decision that does not hold', () => {
  it('are as they were where every decision holds', () => {
    const second = year(2028, [line(130, 90, 40, 0)]);
    expect(resettle([first, second], { transferred, fallen: new Set() })).toEqual([]);
  });

  it('give back what was taken along', () => {
    expect(resettle([first], annulled)).toEqual([
      { year: 2027, before: first.lines, after: [line(100, 70, 30, 0)] },
    ]);
  });

  it('give back less the year after, which never had it', () => {
    const second = year(2028, [line(130, 90, 40, 0)]);
    expect(resettle([second, first], annulled).map(({ year, after }) => [year, after])).toEqual([
      [2027, [line(100, 70, 30, 0)]],
      [2028, [line(100, 90, 10, 0)]],
    ]);
  });

  it('leave to the receiver what it has used beyond what there was', () => {
    const second = year(2028, [line(130, 120, 10, 0)]);
    expect(resettle([first, second], annulled)[1]?.after).toEqual([line(100, 100, 0, 0)]);
  });

  it('go on through all years that took something along', () => {
    const second = year(2028, [line(130, 90, 0, 40)]);
    const third = year(2029, [line(40, 25, 15, 0)]);
    const changes = resettle([first, second, third], annulled);
    expect(changes.map(({ after }) => after)).toEqual([
      [line(100, 70, 30, 0)],
      [line(100, 90, 0, 10)],
      [line(10, 10, 0, 0)],
    ]);
    // Settled so, there is nothing more to change.
    const now = [first, second, third].map((each, i) => ({
      ...{ ...each, lines: changes[i]?.after ?? [] },
    }));
    expect(resettle(now, annulled)).toEqual([]);
  });

  it('have it again where the decision holds after all', () => {
    const second = { ...year(2028, [line(130, 120, 10, 0)]), lines: [line(100, 100, 0, 0)] };
    const undone = { ...first, lines: [line(100, 70, 30, 0)] };
    expect(resettle([undone, second], { transferred, fallen: new Set() })).toMatchObject([
      { year: 2027, after: first.lines },
      { year: 2028, after: [line(130, 120, 10, 0)] },
    ]);
  });
});

describe('years of which an account was wrong', () => {
  const facts = { transferred, fallen: new Set<number>() };
  const second = year(2028, [line(130, 90, 40, 0)]);
  const used = (ore: number) => ({ ...first, accounted: [{ name: 'Konferens', ore }] });

  it('give back more where less was used, and take along no more than was decided', () => {
    expect(resettle([used(40), second], facts).map(({ after }) => after)).toEqual([
      [line(100, 40, 30, 30)],
    ]);
  });

  it('take along what is left where more was used, also in the years after', () => {
    expect(resettle([used(90), second], facts).map(({ after }) => after)).toEqual([
      [line(100, 90, 0, 10)],
      [line(110, 90, 20, 0)],
    ]);
  });

  it('are as they were first when the account is corrected back', () => {
    const changes = resettle([used(90), second], facts);
    const now = [first, second].map((each, i) => ({
      ...{ ...each, lines: changes[i]?.after ?? [] },
    }));
    expect(resettle(now, facts).map(({ after }) => after)).toEqual([first.lines, second.lines]);
  });

  it('have lines that there was nothing on', () => {
    const other = { name: 'Facilitator', moved: 20, used: 0, returned: 20, carriedOver: 0 };
    const more = (of: number) =>
      of === 2028 ? [...transferred(of), { name: 'Facilitator', ore: 20 }] : transferred(of);
    expect(resettle([first, second], { ...facts, transferred: more })).toEqual([
      { year: 2028, before: second.lines, after: [line(130, 90, 40, 0), other] },
    ]);
  });
});
