import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { alike, dueDate, endOfDay, startOfReminder, stockholmDate } from '../../domain/calendar';

const noon = (date: string) => new Date(`${date}T11:00:00Z`);
const plusDays = (date: string, days: number) =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);

/** Easter Sunday by the anonymous Gregorian computus: an oracle that shares nothing with the library. */
function easterSunday(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return new Date(Date.UTC(year, Math.floor(sum / 31) - 1, (sum % 31) + 1))
    .toISOString()
    .slice(0, 10);
}

function firstWeekday(from: string, weekday: number): string {
  const day = new Date(from).getUTCDay();
  return plusDays(from, (weekday - day + 7) % 7);
}

function closedDays(year: number): Set<string> {
  const easter = easterSunday(year);
  const midsummerDay = firstWeekday(`${year}-06-20`, 6);
  return new Set([
    ...['01-01', '01-06', '05-01', '06-06', '12-24', '12-25', '12-26', '12-31'].map(
      (day) => `${year}-${day}`,
    ),
    ...[-2, 0, 1, 39, 49].map((days) => plusDays(easter, days)),
    plusDays(midsummerDay, -1),
    midsummerDay,
    firstWeekday(`${year}-10-31`, 6),
  ]);
}

function isOpen(date: string): boolean {
  const weekday = new Date(date).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !closedDays(Number(date.slice(0, 4))).has(date);
}

describe('dueDate', () => {
  it.each([
    ['an ordinary Thursday', '2026-02-26', 14, '2026-03-12'],
    ['a Saturday', '2026-02-28', 14, '2026-03-16'],
    ['midsummer eve', '2026-06-05', 14, '2026-06-22'],
    ['Good Friday', '2027-03-12', 14, '2027-03-30'],
    ['Easter Monday', '2027-03-15', 14, '2027-03-30'],
    ['Ascension Day', '2026-04-30', 14, '2026-05-15'],
    ['May Day on a Friday', '2026-04-17', 14, '2026-05-04'],
    ['the national day on a Monday', '2033-05-23', 14, '2033-06-07'],
    ['Christmas Eve', '2026-12-10', 14, '2026-12-28'],
    ["New Year's Eve", '2026-12-17', 14, '2027-01-04'],
    ['Epiphany', '2026-12-23', 14, '2027-01-07'],
    ['Maundy Thursday, a working day', '2026-03-19', 14, '2026-04-02'],
    ['Whit Monday, a working day since 2005', '2026-05-11', 14, '2026-05-25'],
  ])('is right for %s', (_name, opened, days, due) => {
    expect(dueDate(noon(opened), { days })).toBe(due);
  });

  it('counts from the day in Stockholm', () => {
    expect(dueDate(new Date('2026-03-01T22:59:59Z'), { days: 1 })).toBe('2026-03-02');
    expect(dueDate(new Date('2026-03-01T23:00:00Z'), { days: 1 })).toBe('2026-03-03');
    expect(dueDate(new Date('2026-07-01T21:59:59Z'), { days: 1 })).toBe('2026-07-02');
    expect(dueDate(new Date('2026-07-01T22:00:00Z'), { days: 1 })).toBe('2026-07-03');
  });

  it('is the first working day not before the last day, in any year', () => {
    const day = fc.integer({ min: 0, max: 80 * 365 }).map((days) => plusDays('2020-01-01', days));
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 400 }), (opened, days) => {
        let expected = plusDays(opened, days);
        while (!isOpen(expected)) expected = plusDays(expected, 1);
        expect(dueDate(noon(opened), { days })).toBe(expected);
      }),
      { numRuns: 500 },
    );
  });
});

describe('dueDate in working days', () => {
  it.each([
    ['a week without holidays', '2026-03-02', 5, '2026-03-09'],
    ['from a Saturday', '2026-02-28', 1, '2026-03-02'],
    ['over Christmas, New Year and Epiphany', '2026-12-21', 10, '2027-01-11'],
    ['over Christmas in a year with Fridays off', '2025-12-23', 5, '2026-01-07'],
    ['over Easter', '2027-03-22', 5, '2027-03-31'],
    ['over May Day and Ascension Day', '2026-04-29', 10, '2026-05-15'],
    ['over the national day on a Monday', '2033-06-03', 1, '2033-06-07'],
    ['over the national day on a Saturday, which moves nothing', '2026-06-05', 1, '2026-06-08'],
    ["over midsummer's eve", '2026-06-18', 1, '2026-06-22'],
    ['none, on a holiday', '2026-12-24', 0, '2026-12-28'],
  ])('is right %s', (_name, opened, workingDays, due) => {
    expect(dueDate(noon(opened), { workingDays })).toBe(due);
  });

  it('leaves exactly so many working days, in any year', () => {
    const day = fc.integer({ min: 0, max: 80 * 365 }).map((days) => plusDays('2020-01-01', days));
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), (opened, workingDays) => {
        const due = dueDate(noon(opened), { workingDays });
        let count = 0;
        for (let date = opened; date !== due; date = plusDays(date, 1)) {
          if (isOpen(plusDays(date, 1))) count += 1;
        }
        expect(count).toBe(workingDays);
        expect(isOpen(due)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('endOfDay', () => {
  it.each([
    ['in winter', '2026-03-12', '2026-03-12T23:00:00.000Z'],
    ['in summer', '2026-07-01', '2026-07-01T22:00:00.000Z'],
    ['when summer time begins', '2026-03-29', '2026-03-29T22:00:00.000Z'],
    ['when summer time ends', '2026-10-25', '2026-10-25T23:00:00.000Z'],
    ["on New Year's Eve", '2026-12-31', '2026-12-31T23:00:00.000Z'],
  ])('is midnight in Stockholm %s', (_name, date, instant) => {
    expect(endOfDay(date).toISOString()).toBe(instant);
  });

  it('is the boundary between two dates', () => {
    const end = endOfDay('2026-03-12');
    expect(stockholmDate(end)).toBe('2026-03-13');
    expect(stockholmDate(new Date(end.getTime() - 1))).toBe('2026-03-12');
  });

  it('refuses what is not a date', () => {
    expect(() => endOfDay('2026-02-30')).toThrow(RangeError);
    expect(() => endOfDay('soon')).toThrow(RangeError);
  });
});

describe('startOfReminder', () => {
  it.each([
    ['nine in winter', '2026-02-26', 7, '2026-03-05T08:00:00.000Z'],
    ['nine in summer', '2026-06-22', 7, '2026-06-29T07:00:00.000Z'],
    ['Monday rather than Saturday', '2026-02-28', 7, '2026-03-09T08:00:00.000Z'],
    ['after midsummer', '2026-06-12', 7, '2026-06-22T07:00:00.000Z'],
  ])('is %s', (_name, opened, days, instant) => {
    expect(startOfReminder(noon(opened), { days }).toISOString()).toBe(instant);
  });

  it('counts as its deadline does', () => {
    const at = startOfReminder(noon('2026-06-15'), alike({ workingDays: 10 }, 5));
    expect(at.toISOString()).toBe('2026-06-23T07:00:00.000Z');
  });
});
