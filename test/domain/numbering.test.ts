import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ekero } from '../../config/municipalities/ekero/municipality';
import { sodertalje } from '../../config/municipalities/sodertalje/municipality';
import { formatNumber, normalizeNumber } from '../../domain/numbering';

describe('formatNumber', () => {
  it('follows the style of the municipality', () => {
    expect(formatNumber(sodertalje.numbers, 2026, 114)).toBe('KFN 26/114');
    expect(formatNumber(ekero.numbers, 2026, 114)).toBe('KS26/114');
    expect(formatNumber({ committee: 'KFN', separator: ' ', digits: 3 }, 2018, 58)).toBe(
      'KFN 18/058',
    );
  });

  it('writes two digits of the year, at the turn of a decade too', () => {
    expect(formatNumber(ekero.numbers, 2030, 1)).toBe('KS30/1');
    expect(formatNumber(ekero.numbers, 2105, 1)).toBe('KS05/1');
  });

  it('does not cut a running number longer than its padding', () => {
    expect(formatNumber({ committee: 'KS', separator: '', digits: 3 }, 2026, 12_345)).toBe(
      'KS26/12345',
    );
  });
});

describe('normalizeNumber', () => {
  it.each([
    ['KFN 18/58', 'KFN18/58'],
    ['kfn18/058', 'KFN18/58'],
    [' KFN  18 / 058 ', 'KFN18/58'],
    ['KFN\u00a018/58', 'KFN18/58'],
    ['jä 18/51', 'JÄ18/51'],
    ['ja\u0308 18/51', 'JÄ18/51'],
    ['BUN17/170', 'BUN17/170'],
    ['BUN17 170-3', 'BUN17/170-3'],
    ['BUN17/170-03', 'BUN17/170-3'],
    ['18/58', '18/58'],
    ['KFN 2018/58', 'KFN2018/58'],
    ['KS 99/000', 'KS99/0'],
    ['idrottsklubb', 'IDROTTSKLUBB'],
    ['', ''],
  ])('reads %j as %j', (typed, normalized) => {
    expect(normalizeNumber(typed)).toBe(normalized);
  });

  it('keeps different numbers apart', () => {
    const different = ['KFN 18/58', 'KFN 18/580', 'KFN 185/8', 'KS 18/58', 'KFN 18/58-1'];
    expect(new Set(different.map(normalizeNumber)).size).toBe(different.length);
  });

  it('finds every number that the product gives, however it is padded and spaced', () => {
    const committee = fc.constantFrom('KS', 'KFN', 'JÄ', 'VM', 'BUN');
    const series = fc.record({
      committee,
      separator: fc.constantFrom('' as const, ' ' as const),
      digits: fc.integer({ min: 1, max: 6 }),
    });
    fc.assert(
      fc.property(
        series,
        fc.integer({ min: 2000, max: 2099 }),
        fc.integer({ min: 1, max: 99_999 }),
        (style, year, running) => {
          const plain = { ...style, separator: '' as const, digits: 1 };
          expect(normalizeNumber(formatNumber(style, year, running).toLowerCase())).toBe(
            formatNumber(plain, year, running),
          );
        },
      ),
    );
  });

  it('changes nothing the second time', () => {
    const numberLike = fc.stringMatching(/^[a-zåäö]{0,3} {0,2}\d{0,3}[/ -]{0,2}\d{0,4}-?\d{0,2}$/);
    fc.assert(
      fc.property(fc.oneof(numberLike, fc.string({ unit: 'binary' })), (typed) => {
        const once = normalizeNumber(typed);
        expect(normalizeNumber(once)).toBe(once);
      }),
      { numRuns: 1000 },
    );
  });
});
