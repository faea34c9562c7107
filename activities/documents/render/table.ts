import type { Block } from '../content';
import { box, type Box, type Tag, type TextRun } from './box';
import { lineBoxes, stacked } from './flow';
import { colors, contentWidth, styles, type TextStyle } from './theme';
import type { Typesetter } from './typesetter';

interface Column {
  x: number;
  width: number;
  /** Figures line up at the end. */
  numeric: boolean;
}

type TableBlock = Extract<Block, { kind: 'table' }>;

/** Where a row stands. */
interface Place {
  table: Tag;
  part: 'heading' | 'body' | 'total';
  rowHeaders: boolean | undefined;
}

const gutter = 12;
const padding = 5;
const narrowest = 40;
/** A row of more lines than this may be divided between pages. */
const longestWholeRow = 12;
const figures = /^[\d\s.,%+−–-]*\d[\d\s.,%−–-]*(kr|kronor|SEK)?$/;

/** A table whose header is repeated where it continues on a new page. */
export function tableBoxes(
  { header, rows, rowHeaders, total }: TableBlock,
  root: Tag,
  setter: Typesetter,
): Box[] {
  const table: Tag = { type: 'Table', parent: root };
  const columns = layOutColumns(header, rows, setter);
  const head = rowBoxes(header, columns, { table, part: 'heading', rowHeaders }, setter).map(
    (part, i) => ({
      ...part,
      gap: i === 0 ? 10 : part.gap,
      keepWithNext: true,
    }),
  );
  const [first] = head;
  const body = rows
    .flatMap((row, i) => {
      const part = total && i === rows.length - 1 ? 'total' : 'body';
      return rowBoxes(row, columns, { table, part, rowHeaders }, setter);
    })
    .map((part) => (first && head.length === 1 ? { ...part, continuation: first } : part));
  return [...head, ...body];
}

function rowBoxes(
  cells: readonly string[],
  columns: readonly Column[],
  place: Place,
  setter: Typesetter,
): Box[] {
  const row: Tag = { type: 'TR', parent: place.table };
  const style = place.part === 'body' ? styles.tableCell : styles.tableHeader;
  const texts = columns.map((column, i) =>
    cellRuns(cells[i] ?? '', column, cellTag(row, place, i), style, setter),
  );
  const longest = Math.max(...texts.map((runs) => runs.length));
  const color = place.part === 'heading' ? colors.accent : colors.line;
  return longest <= longestWholeRow
    ? [wholeRow(texts, longest, style, color)]
    : dividedRow(texts, longest, color);
}

function cellTag(row: Tag, { part, rowHeaders }: Place, column: number): Tag {
  if (part === 'heading') return { type: 'TH', parent: row, scope: 'Column' };
  if (rowHeaders && column === 0) return { type: 'TH', parent: row, scope: 'Row' };
  return { type: 'TD', parent: row };
}

function cellRuns(
  text: string,
  column: Column,
  tag: Tag,
  style: TextStyle,
  setter: Typesetter,
): TextRun[] {
  const runs = setter.runs(text, tag, style, column.width, column.x);
  if (!column.numeric) return runs;
  return runs.map((run) => ({
    ...run,
    x: column.x + column.width - setter.width(run.text, style),
  }));
}

function wholeRow(
  texts: readonly TextRun[][],
  lines: number,
  style: TextStyle,
  color: string,
): Box {
  const height = lines * style.leading + 2 * padding;
  return box({
    height,
    runs: texts.flatMap((runs) => stacked(runs, padding)),
    fills: [rule(height, color)],
  });
}

function dividedRow(texts: readonly TextRun[][], lines: number, color: string): Box[] {
  const boxes = Array.from({ length: lines }, (_, line) => {
    const runs = texts.flatMap((cell) => cell[line] ?? []);
    return lineBoxes(runs.slice(0, 1), { gap: line === 0 ? padding : 0 }).map((first) => ({
      ...first,
      runs,
    }));
  }).flat();
  const last = boxes.pop();
  if (!last) return [];
  const height = last.height + padding;
  return [...boxes, { ...last, height, fills: [rule(height, color)] }];
}

function rule(y: number, color: string) {
  return { x: 0, y: y - 0.6, width: contentWidth, height: 0.6, color };
}

/** Every column gets its longest word if it can; what is left goes to those with the longest text. */
function layOutColumns(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  setter: Typesetter,
): Column[] {
  const available = contentWidth - gutter * (header.length - 1);
  const wishes = header.map((title, i) => {
    const texts = rows.map((row) => row[i] ?? '');
    const least = longestWord([title, ...texts], setter, available / header.length);
    const wanted = greatest([least, ...[title, ...texts].map((text) => cellWidth(text, setter))]);
    return { least, more: wanted - least, numeric: isNumeric(texts) };
  });
  const spare = available - sum(wishes.map(({ least }) => least));
  const asked = sum(wishes.map(({ more }) => more));
  let x = 0;
  return wishes.map(({ least, more, numeric }) => {
    const width = least + (asked === 0 ? spare / header.length : (spare * more) / asked);
    const column = { x, width, numeric };
    x += width + gutter;
    return column;
  });
}

function isNumeric(texts: readonly string[]): boolean {
  const filled = texts.filter((text) => text !== '');
  return filled.length > 0 && filled.every((text) => figures.test(text));
}

/** Like Math.max, which takes only as many arguments as the stack has room for. */
function greatest(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => Math.max(most, number), 0);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Long texts are not measured whole: beyond this they want all the width there is. */
const measuredCharacters = 200;

function cellWidth(text: string, setter: Typesetter): number {
  return widest(text.slice(0, measuredCharacters), setter);
}

/** In whichever style of the table takes more room: figures do in the body's, letters in the heading's. */
function widest(text: string, setter: Typesetter): number {
  return Math.max(setter.width(text, styles.tableHeader), setter.width(text, styles.tableCell));
}

/** Where a line can break: not at the spaces inside an amount or a case number. */
const breakable = /[^\S\u00a0\u202f]+/u;

function longestWord(texts: readonly string[], setter: Typesetter, most: number): number {
  const words = texts.flatMap((text) => text.slice(0, measuredCharacters).split(breakable));
  const widths = words.map((word) => widest(word, setter));
  return Math.min(most, greatest([narrowest, ...widths]));
}
