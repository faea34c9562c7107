import fc from 'fast-check';
import { sumOf } from '../../../domain/money';
import {
  asAmounts,
  asLines,
  carriedEntries,
  carriedIn,
  isRestUnsaid,
  movedInYear,
  restOf,
  returnedEntries,
  settle,
  settlesOn,
  sumsOfSettled,
  type MovedLine,
} from '../../../domain/ledger/settlement';
import { requireBalanced } from '../../../domain/ledger/posting';

const moved: MovedLine[] = [
  { name: 'Facilitator', ore: 4_000_000 },
  { name: 'Konferens', ore: 300_000 },
];
const used: MovedLine[] = [
  { name: 'Facilitator', ore: 3_150_000 },
  { name: 'Konferens', ore: 300_000 },
];
const between = { giver: 'KS', receiver: 'KFN' };

describe('the settlement of a year', () => {
  it('gives back what is left, line by line', () => {
    const lines = settle(moved, used, 'giveBack');
    expect(sumsOfSettled(lines)).toEqual({
      ...{ moved: 4_300_000, used: 3_450_000, returned: 850_000, carriedOver: 0 },
    });
    expect(returnedEntries(between, 2027, lines)).toEqual([
      { committee: 'KFN', year: 2027, ore: -850_000, line: 'Facilitator', counterpart: 'KS' },
      { committee: 'KS', year: 2027, ore: 850_000, line: 'Facilitator', counterpart: 'KFN' },
    ]);
    expect(carriedEntries(between, 2027, lines)).toEqual([]);
  });

  it('takes it along to the next year, where it has to be accounted for as well', () => {
    const lines = settle(moved, used, 'carryOver');
    expect(carriedEntries(between, 2027, lines)).toEqual([
      { committee: 'KFN', year: 2027, ore: -850_000, line: 'Facilitator', counterpart: 'KFN' },
      { committee: 'KFN', year: 2028, ore: 850_000, line: 'Facilitator', counterpart: 'KFN' },
    ]);
    expect(movedInYear([{ name: 'Facilitator', ore: 8_000_000 }], carriedIn(lines))).toEqual([
      { name: 'Facilitator', ore: 8_850_000 },
    ]);
  });

  it('does both where somebody has recorded how much', () => {
    const carried = [
      { name: 'Facilitator', ore: 500_000 },
      { name: 'Konferens', ore: 0 },
    ];
    const lines = settle(moved, used, 'asRecorded', carried);
    expect(sumsOfSettled(lines)).toMatchObject({ returned: 350_000, carriedOver: 500_000 });
  });

  it('refuses more than there was, and lines that were not transferred', () => {
    const more = [{ name: 'Facilitator', ore: 4_000_100 }, moved[1]!];
    expect(() => restOf(moved, more)).toThrow(RangeError);
    expect(() => restOf(moved, used.slice(1))).toThrow(RangeError);
    const tooMuch = [
      { name: 'Facilitator', ore: 850_100 },
      { name: 'Konferens', ore: 0 },
    ];
    expect(() => settle(moved, used, 'asRecorded', tooMuch)).toThrow(RangeError);
  });

  it('begins in the year after, on the day that the municipality has chosen', () => {
    expect(settlesOn(2027)).toBe('2028-01-15');
    expect(settlesOn(2027, '02-01')).toBe('2028-02-01');
  });

  it('loses and makes no öre, whatever the sums', () => {
    const kronor = fc.integer({ min: 0, max: 1_000_000 });
    const lines = fc.array(fc.tuple(fc.integer({ min: 1, max: 1_000_000 }), kronor, kronor), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(lines, fc.constantFrom('giveBack', 'carryOver', 'asRecorded'), (drawn, way) => {
        const all = drawn.map(([got, spent, along], i) => {
          const ore = got * 100;
          const left = ore - Math.min(spent, got) * 100;
          return { name: `rad ${i}`, ore, left, along: Math.min(along * 100, left) };
        });
        const of = (pick: (line: (typeof all)[number]) => number) =>
          all.map((line) => ({ name: line.name, ore: pick(line) }));
        const settled = settle(
          of(({ ore }) => ore),
          of(({ ore, left }) => ore - left),
          way,
          of(({ along }) => along),
        );
        for (const line of settled) {
          expect(line.used + line.returned + line.carriedOver).toBe(line.moved);
        }
        for (const entries of [
          returnedEntries(between, 2027, settled),
          carriedEntries(between, 2027, settled),
        ]) {
          expect(sumOf(entries.map(({ ore }) => ore))).toBe(0);
          if (entries.length > 0) requireBalanced(entries);
        }
      }),
    );
  });

  it('asks in whole kronor and counts in öre', () => {
    expect(asAmounts(2027, moved)).toEqual({
      years: [2027],
      lines: [
        { name: 'Facilitator', amounts: [40_000] },
        { name: 'Konferens', amounts: [3_000] },
      ],
    });
    expect(asLines(asAmounts(2027, moved))).toEqual(moved);
  });
});

describe('the decision on what is left of a settled year', () => {
  const [before, recordedAt, after] = ['01', '02', '03'].map(
    (day) => new Date(`2028-03-${day}T09:00:00Z`),
  ) as [Date, Date, Date];
  const stand = { recordedAt, saidAt: undefined, wentAlong: true };

  it.each([
    ['a yes by which everything went along', { outcome: 'approve' }, false],
    ['a yes where nothing went along', { outcome: 'approve', wentAlong: false }, true],
    ['a yes after sums of another one', { outcome: 'approve', saidAt: before }, true],
    ['a yes in other words', { outcome: 'approveWithChange' }, true],
    ['other words than those of the sums', { outcome: 'approveWithChange', saidAt: before }, true],
    ['other words with their sums', { outcome: 'approveWithChange', saidAt: after }, false],
    ['a no', { outcome: 'refuse' }, false],
    ['a no after sums', { outcome: 'refuse', saidAt: before }, false],
  ] as const)('%s', (_, differs, isUnsaid) => {
    expect(isRestUnsaid({ ...stand, ...differs })).toBe(isUnsaid);
  });
});
