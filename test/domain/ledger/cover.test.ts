import { translator } from '../../../domain/texts';
import {
  checkFaults,
  coverFaults,
  coverSentence,
  coverStands,
  plannedOnly,
  type GiverCover,
} from '../../../domain/ledger/cover';

/** 100 000 kronor are left of 2027, 20 000 more are spoken for; 2028 and 2029 have no budget. */
const cover: GiverCover = {
  committee: 'Kommunstyrelsen',
  currentYear: 2027,
  years: [{ year: 2027, ore: 10_000_000, reserved: 2_000_000 }],
};
const amounts = (first: string, second: string, years = ['2027', '2028']) => ({
  years,
  lines: [
    { name: '', amounts: ['', ''] },
    { name: 'Facilitator', amounts: [first, '80 000'] },
    { name: 'Konferens', amounts: [second, '0'] },
  ],
});

describe('what whoever gives money has for a request', () => {
  it('is enough to the öre, and a later year without a budget is planned', () => {
    const typed = amounts('60 000', '40 000 kr');
    expect(coverStands(typed, cover)).toEqual([
      { year: 2027, column: 0, state: 'covered', ore: 1e7, left: 1e7, reserved: 2_000_000 },
      { year: 2028, column: 1, state: 'planned', ore: 8_000_000, left: 0, reserved: 0 },
    ]);
    expect(coverFaults(typed, cover, 'amounts')).toEqual({});
    expect(plannedOnly(typed, cover)).toEqual([2028]);
  });

  it('is not enough for a krona more: said at the line with which it is not', () => {
    expect(coverFaults(amounts('60 000', '40 001'), cover, 'amounts')).toEqual({
      'amounts.lines.2.amounts.0': 'amountNotCovered',
    });
    expect(coverFaults(amounts('100 001', '0'), cover, 'amounts')).toEqual({
      'amounts.lines.1.amounts.0': 'amountNotCovered',
    });
  });

  it('is nothing where more is spoken for than there is', () => {
    const spent = { ...cover, years: [{ year: 2027, ore: -1, reserved: 9 }] };
    expect(coverFaults(amounts('0', '1'), spent, 'amounts')).toEqual({
      'amounts.lines.2.amounts.0': 'amountNotCovered',
    });
  });

  it('cannot be told of a year that has begun, or is over, without a budget', () => {
    for (const year of ['2026', '2028']) {
      const typed = amounts('0', '1', [year, '2030']);
      expect(coverFaults(typed, { ...cover, currentYear: 2028 }, 'amounts')).toEqual({
        'amounts.lines.2.amounts.0': 'amountYearUndecided',
      });
    }
  });

  it('is not asked of a year without an amount, or one that is still being written', () => {
    for (const year of ['2', '20', '202', 'i år', '']) {
      expect(coverStands(amounts('1', '1', [year]), cover)).toEqual([]);
    }
    expect(coverStands(amounts('0', ''), cover).map(({ year }) => year)).toEqual([2028]);
    expect(coverStands(undefined, cover)).toEqual([]);
  });

  it('keeps a controller from letting the request go on, and from nothing else', () => {
    const beyond = amounts('100 001', '0');
    const approve = { outcome: 'approve' };
    expect(checkFaults(approve, beyond, cover)).toEqual({ cover: 'amountNotCovered' });
    expect(checkFaults(approve, amounts('1', '1', ['2026']), cover)).toEqual({
      cover: 'amountYearUndecided',
    });
    expect(checkFaults(approve, amounts('100 000', '0'), cover)).toEqual({});
    expect(checkFaults({ outcome: 'return' }, beyond, cover)).toEqual({});
  });

  it('is said with its figures', () => {
    const [short, later] = coverStands(amounts('100 001', '0'), cover);
    const inWords = (stand: typeof short, language: 'sv' | 'en') => {
      const { key, values } = coverSentence(stand!, cover, language);
      return translator(language, 'common')(key, values).replaceAll('\u00a0', ' ');
    };
    expect(inWords(short, 'sv')).toBe(
      'Kommunstyrelsen har 100 000 kronor kvar för 2027, och 100 001 kronor behövs.',
    );
    expect(inWords(later, 'en')).toBe(
      'Kommunstyrelsen has no adopted budget for 2028. The amount stays planned until the budget is adopted.',
    );
  });
});
