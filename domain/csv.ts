/** What a program that opens the file reads as its encoding. */
const byteOrderMark = '\uFEFF';

/** A spreadsheet takes a cell that begins so for a formula; the wide forms count as the narrow ones. */
const formulaStart = /^[=+\-@＝＋－＠\t\r\n]/u;

/**
 * Rows as Excel opens them in Sweden: UTF-8 with its mark, semicolons, lines that end in CR LF. What
 * people have typed stays text: a cell that would be a formula gets an apostrophe before it.
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return byteOrderMark + rows.map((row) => `${row.map(cell).join(';')}\r\n`).join('');
}

function cell(text: string): string {
  const harmless = formulaStart.test(text) ? `'${text}` : text;
  return /[;"\r\n\t]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
