import { csvOf } from '../../domain/csv';

describe('csvOf', () => {
  it('begins with the mark that tells its encoding, and ends every line as Excel does', () => {
    expect(
      csvOf([
        ['Namn', 'År'],
        ['Lyktan', '2026'],
      ]),
    ).toBe('\uFEFFNamn;År\r\nLyktan;2026\r\n');
  });

  it.each([
    ['Kör; teater', '"Kör; teater"'],
    ['"Lyktan"', '"""Lyktan"""'],
    ['två\nrader', '"två\nrader"'],
    [' med luft ', '" med luft "'],
    ['', ''],
    ['A, B', 'A, B'],
    ['802001-1234', '802001-1234'],
  ])('quotes %j where it must', (text, cell) => {
    expect(csvOf([[text]])).toBe(`\uFEFF${cell}\r\n`);
  });

  it.each(['=1+1', '+46', '-2', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＠x'])(
    'has no formula in %j',
    (text) => {
      const line = csvOf([[text]]).slice(1);
      expect(line.replace(/^"/, '')[0]).toBe("'");
    },
  );

  it('leaves figures of its own as they are', () => {
    expect(csvOf([[{ figure: '-43000,00' }, '-43000,00']])).toBe("\uFEFF-43000,00;'-43000,00\r\n");
  });
});
