import { describe, expect, it } from '@jest/globals';
import { placeholder, printable } from '../../activities/documents/render/printable';

describe('printable', () => {
  it('leaves what the fonts have', () => {
    const text = 'Åsa, “Łukasz” & Ngô Thị – Ελένη, Юлия • 50 % § 3';
    expect(printable(text)).toEqual({ text });
  });

  it.each([
    ['kalas 🎉🎉 nu', `kalas ${placeholder} nu`],
    ['familj 👨‍👩‍👧‍👦', `familj ${placeholder}`],
    ['hand 👍🏽!', `hand ${placeholder}!`],
    ['مرحبا بكم', `${placeholder} ${placeholder}`],
    ['社区', placeholder],
    ['halv \ud800 sida', `halv ${placeholder} sida`],
  ])('puts one placeholder for a run of %j', (text, shown) => {
    expect(printable(text).text).toBe(shown);
  });

  it('remembers the text as it was written, without halves of characters', () => {
    expect(printable('kalas 🎉').original).toBe('kalas 🎉');
    expect(printable('halv \ud800').original).toBe(`halv ${placeholder}`);
  });

  it('drops what prints nothing', () => {
    expect(printable('a\u0000b\u0007c\u200bd\ufeffe\u202ef\u00adg')).toEqual({ text: 'abcdefg' });
  });

  it('knows every kind of line break and blank', () => {
    expect(printable('a\r\nb\rc\u2028d\u0085e\tf').text).toBe('a\nb\nc\nd\ne f');
  });

  it('writes wide, bold and joined letters plainly', () => {
    expect(printable('Ａｂｃ 𝐟𝐞𝐭 ﬁn').text).toBe('Abc fet fin');
  });

  it('joins a letter and its accent', () => {
    expect(printable('A\u030angstro\u0308m').text).toBe('Ångström');
  });
});
