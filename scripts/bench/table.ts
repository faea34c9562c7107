/** One figure of the bench beside its floor, as it is printed. */
export interface Row {
  figure: string;
  ours: string;
  /** What the same work costs without what is measured; a dash where there is no such thing. */
  floor: string;
  result: string;
  wanted: string;
  met: boolean;
}

const headings = ['figure', 'ours', 'floor', 'result', 'wanted', ''] as const;

/** A table for a terminal, a line per figure. */
export function table(rows: readonly Row[]): string {
  const cells = rows.map(({ figure, ours, floor, result, wanted, met }) => [
    figure,
    ours,
    floor,
    result,
    wanted,
    met ? 'yes' : 'NO',
  ]);
  const lines = [[...headings], ...cells];
  const widths = headings.map((_, column) =>
    Math.max(...lines.map((line) => (line[column] ?? '').length)),
  );
  const text = (line: readonly string[]) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  const [head = [], ...body] = lines;
  return [text(head), rule, ...body.map(text)].join('\n');
}
