import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { breakLines } from '../../activities/documents/render/break-lines';

/** A typewriter: every character is one wide. */
const measure = (text: string) => text.length;
const lines = (text: string, width: number) => breakLines(text, width, measure);

describe('breakLines', () => {
  it('breaks between words and ends a line that continues with its space', () => {
    expect(lines('ett två tre fyra', 8)).toEqual(['ett två ', 'tre fyra']);
  });

  it('keeps line feeds and makes runs of spaces one', () => {
    expect(lines('ett\n\ntvå    tre', 20)).toEqual(['ett', '', 'två tre']);
  });

  it('breaks after a hyphen or slash inside a word, but not after a single letter', () => {
    expect(lines('kultur-kontoret', 9)).toEqual(['kultur-', 'kontoret']);
    expect(lines('och/eller', 5)).toEqual(['och/', 'eller']);
    expect(lines('min e-post', 6)).toEqual(['min ', 'e-post']);
  });

  it('does not break at a no-break space', () => {
    expect(lines('numret KFN\u00a026/114', 12)).toEqual(['numret ', 'KFN\u00a026/114']);
  });

  it('cuts a word that is wider than the line, at a separator where it has one', () => {
    expect(lines('namn.namn@exempel.example', 10)).toEqual(['namn.namn@', 'exempel.', 'example']);
    expect(lines('x'.repeat(25), 10).map((line) => line.length)).toEqual([10, 10, 5]);
  });

  it('keeps an accent with its letter', () => {
    expect(lines('e\u0301'.repeat(4), 4)).toEqual(['e\u0301e\u0301', 'e\u0301e\u0301']);
  });

  it('loses nothing and overflows nowhere, whatever is written', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'å', ' ', '\n', '-', '/', '.', 'longer') });
    fc.assert(
      fc.property(text, fc.integer({ min: 6, max: 40 }), (written, width) => {
        const broken = lines(written, width);
        expect(broken.join('').replaceAll(' ', '')).toBe(written.replace(/[ \n]/g, ''));
        for (const line of broken) expect(line.trimEnd().length).toBeLessThanOrEqual(width);
      }),
    );
  });
});
