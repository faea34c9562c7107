import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AmountsAnswer } from '../../../domain/forms/types';
import { carries, plannedEntries, planOf, planState, whatEnds } from '../../../domain/ledger/plan';
import {
  budgetEntries,
  carryOverEntries,
  inPostingOrder,
  potChanges,
  requireBalanced,
  reversedEntries,
  settlementEntries,
  transferEntries,
} from '../../../domain/ledger/posting';
import { sumOf } from '../../../domain/money';

/** The case of 2018. */
const amounts: AmountsAnswer = {
  years: [2018, 2019, 2020],
  lines: [
    { name: 'Facilitator (konsult)', amounts: [40_000, 80_000, 40_000] },
    { name: 'Konferens', amounts: [3_000, 6_000, 3_000] },
  ],
};
const between = { giver: 'KS', receiver: 'KFN' };

describe('a transfer', () => {
  it('moves each line of a year from the giver to the receiver, in öre', () => {
    expect(transferEntries(amounts, between, 2019)).toEqual([
      {
        committee: 'KS',
        year: 2019,
        ore: -8_000_000,
        line: 'Facilitator (konsult)',
        counterpart: 'KFN',
      },
      {
        committee: 'KFN',
        year: 2019,
        ore: 8_000_000,
        line: 'Facilitator (konsult)',
        counterpart: 'KS',
      },
      { committee: 'KS', year: 2019, ore: -600_000, line: 'Konferens', counterpart: 'KFN' },
      { committee: 'KFN', year: 2019, ore: 600_000, line: 'Konferens', counterpart: 'KS' },
    ]);
    expect(transferEntries(amounts, between, 2021)).toEqual([]);
  });

  it('is planned year by year, to the krona of the case of 2018', () => {
    const plan = planOf(amounts, between);
    expect(plan.map(({ year, ore }) => [year, ore])).toEqual([
      [2018, 4_300_000],
      [2019, 8_600_000],
      [2020, 4_300_000],
    ]);
    expect(sumOf(plan.map(({ ore }) => ore))).toBe(17_200_000);
    expect(plan.map(plannedEntries)).toEqual(
      amounts.years.map((year) => transferEntries(amounts, between, year)),
    );
  });

  it('has no year and no line of nothing', () => {
    const lines = [
      { name: 'Konferens', amounts: [0, 6_000, 0] },
      { name: 'Resor', amounts: [0, 0, 0] },
    ];
    expect(planOf({ years: [2018, 2019, 2020], lines }, between)).toEqual([
      { ...between, year: 2019, ore: 600_000, lines: [{ name: 'Konferens', ore: 600_000 }] },
    ]);
  });

  it('waits for the budget of its year, and says what is missing where that is lower', () => {
    const planned = { ore: 8_600_000 };
    expect(planState(planned, { decided: false, ore: 0 })).toEqual({
      state: 'planned',
      missing: 0,
    });
    expect(planState(planned, { decided: true, ore: 8_600_000 })).toEqual({
      state: 'ready',
      missing: 0,
    });
    expect(planState(planned, { decided: true, ore: 8_000_000 })).toEqual({
      state: 'short',
      missing: 600_000,
    });
    expect(planState(planned, { decided: true, ore: 0 }, 'posted')).toEqual({
      state: 'posted',
      missing: 0,
    });
  });
});

describe('other transactions', () => {
  it('bring a budget from the source, and take back what a lower one leaves out', () => {
    const pot = { committee: 'KFN', year: 2018 };
    expect(budgetEntries({ ...pot, ore: 500, before: 0 }, 'KF')).toEqual([
      { committee: 'KF', year: 2018, ore: -500, line: '', counterpart: 'KFN' },
      { committee: 'KFN', year: 2018, ore: 500, line: '', counterpart: 'KF' },
    ]);
    expect(potChanges(budgetEntries({ ...pot, ore: 300, before: 500 }, 'KF'))).toEqual([
      { committee: 'KF', year: 2018, ore: 200 },
      { committee: 'KFN', year: 2018, ore: -200 },
    ]);
    expect(budgetEntries({ ...pot, ore: 300, before: 300 }, 'KF')).toEqual([]);
  });

  it('carry over to the next year and settle what is left', () => {
    expect(potChanges(carryOverEntries('KFN', 2018, 700))).toEqual([
      { committee: 'KFN', year: 2018, ore: -700 },
      { committee: 'KFN', year: 2019, ore: 700 },
    ]);
    expect(potChanges(settlementEntries({ giver: 'KFN', receiver: 'KS' }, 2018, 700))).toEqual([
      { committee: 'KFN', year: 2018, ore: -700 },
      { committee: 'KS', year: 2018, ore: 700 },
    ]);
    expect(() => carryOverEntries('KFN', 2018, -1)).toThrow(RangeError);
    expect(() => settlementEntries(between, 2018, -1)).toThrow(RangeError);
  });
});

const anAmount = fc.integer({ min: 0, max: 10_000_000_000 });
const someAmounts = fc.record({
  years: fc.constant([2018, 2019]),
  lines: fc.array(fc.record({ name: fc.string(), amounts: fc.tuple(anAmount, anAmount) }), {
    minLength: 1,
    maxLength: 20,
  }),
});

describe('every posting', () => {
  it('balances, and reversed comes back to where it began', () => {
    fc.assert(
      fc.property(someAmounts, (asked) => {
        for (const planned of planOf(asked, between)) {
          const entries = plannedEntries(planned);
          expect(() => requireBalanced(entries)).not.toThrow();
          const both = [...entries, ...reversedEntries(entries)];
          expect(potChanges(both).map(({ ore }) => ore)).toEqual([0, 0]);
        }
      }),
    );
  });

  it('is written pot by pot, what comes in first', () => {
    const entries = [
      ...transferEntries(amounts, { giver: 'KS', receiver: 'KFN' }, 2019),
      ...transferEntries(amounts, { giver: 'KFN', receiver: 'KS' }, 2018),
    ];
    expect(
      inPostingOrder(entries).map(({ committee, year, ore }) => [year, committee, ore]),
    ).toEqual([
      [2018, 'KFN', -300_000],
      [2018, 'KFN', -4_000_000],
      [2018, 'KS', 4_000_000],
      [2018, 'KS', 300_000],
      [2019, 'KFN', 8_000_000],
      [2019, 'KFN', 600_000],
      [2019, 'KS', -600_000],
      [2019, 'KS', -8_000_000],
    ]);
  });

  it('is refused where it does not balance', () => {
    const [out, into] = transferEntries(amounts, between, 2018);
    const wrong = [[out!], [], [out!, { ...into!, ore: into!.ore + 1 }]];
    for (const entries of wrong) expect(() => requireBalanced(entries)).toThrow(RangeError);
  });
});

it('money moves only on a decision about the sums as they are now', () => {
  expect(carries({ outcome: 'approve', version: 2, current: 2 })).toBe(true);
  expect(carries({ outcome: 'approve', version: 1, current: 2 })).toBe(false);
  // What the last body changed counts once the request has been adjusted to it.
  expect(carries({ outcome: 'approveWithChange', version: 1, current: 1 })).toBe(false);
  expect(carries({ outcome: 'approveWithChange', version: 1, current: 2 })).toBe(true);
  expect(carries({ outcome: 'refuse', version: 1, current: 2 })).toBe(false);
});

describe('a transfer that is broken off', () => {
  it('drops the years that nothing has been posted of, and keeps those that must be settled', () => {
    const years = (['reversed', 'posted', 'dropped', 'ready', 'short', 'planned'] as const).map(
      (state, i) => ({ year: 2027 + i, state }),
    );
    expect(whatEnds(years)).toEqual({ dropped: [2030, 2031, 2032], kept: [2028] });
    expect(whatEnds([{ year: 2027, state: 'reversed' }])).toEqual({ dropped: [], kept: [] });
  });
});
