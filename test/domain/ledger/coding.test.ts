import { describe, expect, it } from '@jest/globals';
import {
  codingInWords,
  codingKey,
  parseCoding,
  ledgerFaults,
  type LedgerConfiguration,
} from '../../../domain/ledger/coding';

const book: LedgerConfiguration = {
  source: 'KF',
  dimensions: [
    { number: 20, name: { sv: 'Ansvar', en: 'Responsibility' } },
    { number: 21, name: { sv: 'Verksamhet', en: 'Activity' } },
  ],
  accounts: {
    KF: { name: { sv: 'KF', en: 'KF' }, account: '2900', objects: {} },
    KFN: { name: { sv: 'KFN', en: 'KFN' }, account: '4950', objects: { 20: '3100', 21: '315' } },
  },
};

describe('account coding', () => {
  it('is written in the order of the dimensions', () => {
    expect(codingKey(book.accounts.KFN!, book.dimensions)).toBe('4950-3100-315');
    expect(codingKey(book.accounts.KF!, book.dimensions)).toBe('2900--');
    expect(codingInWords(book.accounts.KFN!, book.dimensions, 'sv')).toBe(
      'Konto 4950, Ansvar 3100, Verksamhet 315',
    );
    expect(codingInWords(book.accounts.KF!, book.dimensions, 'en')).toBe('Account 2900');
  });

  it('is read back as it was written', () => {
    for (const written of ['4950-3100-315', '2900--', '4950--315']) {
      expect(codingKey(parseCoding(written, book.dimensions)!, book.dimensions)).toBe(written);
    }
    expect(parseCoding('4950-3100', book.dimensions)).toEqual({
      account: '4950',
      objects: { 20: '3100' },
    });
    expect(parseCoding('4950-1-2-3', book.dimensions)).toBeUndefined();
    expect(parseCoding('konto', book.dimensions)).toBeUndefined();
  });

  it('is sound, or says all that is wrong with it', () => {
    expect(ledgerFaults(book)).toEqual([]);
    const name = { sv: '', en: '' };
    const faulty: LedgerConfiguration = {
      source: 'FIN',
      dimensions: [...book.dimensions, { number: 20, name }, { number: 0, name }],
      accounts: { KFN: { name, account: 'KFN', objects: { 7: 'a b' } } },
    };
    expect(ledgerFaults(faulty)).toEqual([
      'the source FIN has no account',
      'dimension 20 is there twice',
      '0 is no number of a dimension',
      'the account of KFN is not made of digits',
      'KFN has an object of dimension 7, which is not there',
      'the object a b of KFN has more than letters and digits',
    ]);
  });
});
