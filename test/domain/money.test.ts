import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  formatKronor,
  formatOre,
  kronorInWords,
  mostKronor,
  oreOf,
  parseKronor,
  plainKronor,
  sumOf,
} from '../../domain/money';

const plain = (text: string) => text.replace(/\s/gu, ' ');

describe('parseKronor', () => {
  it.each([
    '43000',
    '43 000',
    ' 43\u00a0000 ',
    '43\u202f000',
    '43 000 kr',
    '43000kr.',
    '43 000 kronor',
    'SEK 43 000',
    '43 000 SEK',
    '43 000:-',
    '043000',
  ])('reads %j as 43 000 kronor', (typed) => {
    expect(parseKronor(typed)).toEqual({ kronor: 43_000 });
  });

  it('reads nothing as no amount and 0 as nothing', () => {
    expect(parseKronor('0')).toEqual({ kronor: 0 });
    expect(parseKronor(' ')).toEqual({ fault: 'amount' });
  });

  it.each(['43 000,50', '43000.00', '43.000', '43,000', '1,'])(
    'refuses %j, which is not plainly whole kronor',
    (typed) => {
      expect(parseKronor(typed)).toEqual({ fault: 'amountFraction' });
    },
  );

  it.each(['-43 000', '\u221243000 kr', '– 5', '5-'])('refuses %j as negative', (typed) => {
    expect(parseKronor(typed)).toEqual({ fault: 'amountNegative' });
  });

  it('refuses more than ten thousand million kronor', () => {
    expect(parseKronor('10 000 000 000')).toEqual({ kronor: mostKronor });
    expect(parseKronor('10 000 000 001')).toEqual({ fault: 'amountTooLarge' });
    expect(parseKronor('9'.repeat(400))).toEqual({ fault: 'amountTooLarge' });
  });

  it.each(['', 'tjugo', '1e5', '0x10', '12 mkr', '4-3', '=1+1', '٤٣', 'NaN', 'Infinity', '--5'])(
    'refuses %j, which is no amount',
    (typed) => {
      expect(parseKronor(typed)).toEqual({ fault: 'amount' });
    },
  );

  it('reads back every amount that is written in Swedish', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: mostKronor }), (kronor) => {
        expect(parseKronor(formatKronor(kronor, 'sv'))).toEqual({ kronor });
        expect(parseKronor(kronorInWords(kronor, 'sv'))).toEqual({ kronor });
      }),
    );
  });

  it('never makes an amount of what is not one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const parsed = parseKronor(typed);
        if ('kronor' in parsed) expect(Number.isSafeInteger(parsed.kronor)).toBe(true);
      }),
    );
  });
});

describe('money', () => {
  it('is öre without a remainder, whatever is added', () => {
    expect(oreOf(43_000)).toBe(4_300_000);
    expect(sumOf([oreOf(43_000), oreOf(86_000), oreOf(43_000)])).toBe(oreOf(172_000));
    expect(() => oreOf(0.5)).toThrow(RangeError);
    expect(() => sumOf([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError);
    expect(() => sumOf([0.1])).toThrow(RangeError);
  });

  it('is written as each language writes it', () => {
    expect(plain(formatKronor(172_000, 'sv'))).toBe('172 000');
    expect(formatKronor(172_000, 'en')).toBe('172,000');
    expect(plain(kronorInWords(172_000, 'sv'))).toBe('172 000 kronor');
    expect(plain(kronorInWords(1, 'sv'))).toBe('1 krona');
    expect(plain(kronorInWords(172_000, 'en'))).toBe('SEK 172,000');
    expect(plain(formatOre(4_300_000, 'sv'))).toBe('43 000');
    expect(plain(formatOre(4_300_050, 'sv'))).toBe('43 000,50');
    expect(plain(formatOre(-150, 'sv'))).toBe('−1,50');
  });

  it('is written for programs with a point and two decimals', () => {
    expect([4_300_000, 5, -5, 0, -4_300_050].map(plainKronor)).toEqual([
      '43000.00',
      '0.05',
      '-0.05',
      '0.00',
      '-43000.50',
    ]);
  });
});
