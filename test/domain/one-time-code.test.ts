import { describe, expect, it } from '@jest/globals';
import { asCode, codeRefusal, maskedAddress, normalizeCode } from '../../domain/one-time-code';

const now = new Date('2027-03-01T10:00:00Z');
const later = new Date('2027-03-01T10:10:00Z');
const fresh = { expiresAt: later, tries: 0, usedAt: null };

describe('codeRefusal', () => {
  it.each([
    ['none was mailed', undefined, now, 'code.none'],
    ['it was used', { ...fresh, usedAt: now }, now, 'code.none'],
    ['five attempts were wrong', { ...fresh, tries: 5 }, now, 'code.spent'],
    ['its ten minutes are over', fresh, later, 'code.expired'],
    ['nothing is wrong', { ...fresh, tries: 4 }, now, undefined],
  ])('says when %s', (_name, stand, at, refusal) => {
    expect(codeRefusal(stand, at)).toBe(refusal);
  });
});

describe('a code', () => {
  it('has six digits, zeros in front', () => {
    expect([asCode(0), asCode(42), asCode(999_999)]).toEqual(['000000', '000042', '999999']);
  });

  it('is read however it was pasted', () => {
    expect(normalizeCode(' 012 345\n')).toBe('012345');
    expect(normalizeCode('012\u00a0345')).toBe('012345');
    expect(normalizeCode('012-345')).toBe('012345');
  });
});

it('an address is told to whoever knows it only', () => {
  expect(maskedAddress('olof.berg@lyktan.example')).toBe('o…@lyktan.example');
  expect(maskedAddress('å@x.example')).toBe('å…@x.example');
});
