import type { Block } from '../content';
import { box, type Box, type Fill, type Tag, type TextRun } from './box';
import { lineBoxes } from './flow';
import { colors, contentWidth, measure, styles } from './theme';
import type { Typesetter } from './typesetter';

type Blank = Extract<Block, { kind: 'blank' }>;

const square = { side: 10, stroke: 0.8, textX: 16 } as const;
const optionGap = 18;
const optionHeight = 20;
/** Wide enough apart for handwriting. */
const lineHeight = 24;

/** A question to be answered with a pen: boxes to tick and lines to write on. It stays on one page. */
export function blankBoxes(blank: Blank, root: Tag, setter: Typesetter): Box[] {
  const label = lineBoxes(
    setter.runs(blank.label, { type: 'P', parent: root }, styles.body, measure),
    { gap: 10, keepWithNext: true },
  );
  const help = blank.help
    ? lineBoxes(setter.runs(blank.help, { type: 'P', parent: root }, styles.small, measure), {
        gap: 0,
        keepWithNext: true,
      })
    : [];
  const boxes = [
    ...label,
    ...help,
    ...optionBoxes(blank.options ?? [], root, setter),
    ...Array.from({ length: blank.lines ?? 0 }, writingLine),
  ];
  return boxes.map((each, i) => ({ ...each, keepWithNext: i < boxes.length - 1 }));
}

/** As many beside one another as there is room for. */
function optionBoxes(options: readonly string[], root: Tag, setter: Typesetter): Box[] {
  const list: Tag = { type: 'L', parent: root };
  const rows: TextRun[][] = [];
  let x = 0;
  for (const option of options) {
    const width = square.textX + setter.width(option, styles.tableCell);
    if (rows.length === 0 || x + width > contentWidth) {
      rows.push([]);
      x = 0;
    }
    const entry: Tag = { type: 'LI', parent: list };
    const tag: Tag = { type: 'LBody', parent: entry };
    const room = contentWidth - square.textX;
    rows.at(-1)?.push(...setter.runs(option, tag, styles.tableCell, room, x + square.textX));
    x += width + optionGap;
  }
  return rows.map(optionRow);
}

/** An option that is longer than a line goes on below. */
function optionRow(runs: readonly TextRun[]): Box {
  const top = (optionHeight - styles.tableCell.leading) / 2;
  const placed = runs.map((run, i) => {
    const isMore = runs[i - 1]?.tag === run.tag;
    const nth = isMore ? i - runs.findIndex(({ tag }) => tag === run.tag) : 0;
    return { ...run, y: top + nth * run.style.leading };
  });
  const lowest = Math.max(...placed.map(({ y, style }) => y + style.leading));
  const starts = placed.filter(({ tag }, i) => placed[i - 1]?.tag !== tag);
  return box({
    height: lowest + top,
    runs: placed,
    fills: starts.flatMap(({ x }) => frame(x - square.textX, (optionHeight - square.side) / 2)),
  });
}

function frame(x: number, y: number): Fill[] {
  const { side, stroke } = square;
  const part = { x, y, width: side, height: side, color: colors.text };
  return [
    { ...part, height: stroke },
    { ...part, y: y + side - stroke, height: stroke },
    { ...part, width: stroke },
    { ...part, x: x + side - stroke, width: stroke },
  ];
}

function writingLine(): Box {
  const line = { x: 0, y: lineHeight - 0.6, width: contentWidth, height: 0.6 };
  return box({ height: lineHeight, fills: [{ ...line, color: colors.muted }] });
}
