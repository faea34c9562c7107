import { describe, expect, it } from '@jest/globals';
import { formatDate, formatInstant, formatSize } from '../../domain/format';

describe('formatDate', () => {
  it('says a year where no more is known', () => {
    expect(formatDate('2018', 'sv')).toBe('2018');
  });

  it('writes a calendar date in words', () => {
    expect(formatDate('2027-03-12', 'sv')).toBe('12 mars 2027');
    expect(formatDate('2027-03-01', 'en')).toBe('1 March 2027');
  });

  it('takes the Swedish day of an instant', () => {
    expect(formatDate('2027-12-31T23:30:00.000Z', 'sv')).toBe('1 januari 2028');
    expect(formatDate('2027-06-30T21:59:00.000Z', 'sv')).toBe('30 juni 2027');
    expect(formatDate('2027-06-30T22:00:00.000Z', 'sv')).toBe('1 juli 2027');
  });

  it('refuses what is no date', () => {
    expect(() => formatDate('2027-13-01', 'sv')).toThrow(RangeError);
    expect(() => formatDate('', 'sv')).toThrow(RangeError);
  });
});

describe('formatInstant', () => {
  it('writes Swedish time, winter and summer', () => {
    expect(formatInstant('2027-03-12T13:32:00.000Z', 'sv')).toBe('12 mars 2027 kl. 14.32');
    expect(formatInstant('2027-03-12T13:32:00.000Z', 'en')).toBe('12 March 2027 at 14:32');
    expect(formatInstant('2027-07-12T13:32:00.000Z', 'sv')).toBe('12 juli 2027 kl. 15.32');
  });

  it('writes midnight as 00', () => {
    expect(formatInstant('2027-03-12T23:05:00.000Z', 'sv')).toBe('13 mars 2027 kl. 00.05');
  });
});

describe('formatSize', () => {
  const words = (bytes: number, language: 'sv' | 'en') =>
    formatSize(bytes, language).replace(/\s/g, ' ');

  it('says kilobytes, at least one, and megabytes from the first on', () => {
    expect(words(1, 'sv')).toBe('1 kB');
    expect(words(345_678, 'sv')).toBe('346 kB');
    expect(words(1_234_567, 'sv')).toBe('1,2 MB');
    expect(words(20_971_520, 'en')).toBe('21 MB');
  });
});
