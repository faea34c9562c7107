/** What a program that opens the file reads as its encoding. */
const byteOrderMark = '\uFEFF';

/** A spreadsheet takes a cell that begins so for a formula; the wide forms count as the narrow ones. */
const formulaStart = /^[=+\-@＝＋－＠\t\r\n]/u;

/** Text, or a figure of our own with a comma, which may be less than nothing. */
export type CsvCell = string | { figure: string };

/**
 * Rows as Excel opens them in Sweden: UTF-8 with its mark, semicolons, lines that end in CR LF. What
 * people have typed stays text: a cell that would be a formula gets an apostrophe before it.
 */
export function csvOf(rows: readonly (readonly CsvCell[])[]): string {
  return byteOrderMark + rows.map((row) => `${row.map(cell).join(';')}\r\n`).join('');
}

function cell(content: CsvCell): string {
  if (typeof content !== 'string') return content.figure;
  const text = content;
  const harmless = formulaStart.test(text) ? `'${text}` : text;
  return /[;"\r\n\t]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
