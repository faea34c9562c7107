import { box, type Box, type Tag, type TextRun } from './box';
import { lineBoxes, stacked } from './flow';
import { colors, contentWidth, measure, styles } from './theme';
import type { Typesetter } from './typesetter';

const labelWidth = 160;
const valueX = 174;
const padding = 6;
/** A longer value is text to read: it goes below its label, over the full width. */
const longestBeside = 7;
/** A list of no more rows than this, such as a signature, is not divided between pages. */
const longestWholeList = 6;

/** Label and value in two columns, a hairline under each row. */
export function factsBoxes(
  rows: readonly { label: string; value: string }[],
  root: Tag,
  setter: Typesetter,
): Box[] {
  const table: Tag = { type: 'Table', parent: root };
  const boxes = rows.flatMap((row) => rowBoxes(row, table, setter));
  const whole = boxes.length <= longestWholeList;
  return boxes.map((each, i) => ({
    ...each,
    gap: i === 0 ? 8 : each.gap,
    keepWithNext: each.keepWithNext || (whole && i < boxes.length - 1),
  }));
}

function rowBoxes(row: { label: string; value: string }, table: Tag, setter: Typesetter): Box[] {
  const entry: Tag = { type: 'TR', parent: table };
  const head: Tag = { type: 'TH', parent: entry, scope: 'Row' };
  const cell: Tag = { type: 'TD', parent: entry };
  const label = setter.runs(row.label, head, styles.label, labelWidth);
  const value = setter.runs(row.value, cell, styles.value, contentWidth - valueX, valueX);
  if (Math.max(label.length, value.length) <= longestBeside) return [beside(label, value)];
  return below(
    setter.runs(row.label, head, styles.label, measure),
    setter.runs(row.value, cell, styles.value, measure),
  );
}

function beside(label: readonly TextRun[], value: readonly TextRun[]): Box {
  const height = Math.max(label.length, value.length) * styles.value.leading + 2 * padding;
  return box({
    height,
    runs: [...stacked(label, padding), ...stacked(value, padding)],
    fills: [hairline(height)],
  });
}

function below(label: readonly TextRun[], value: readonly TextRun[]): Box[] {
  const labelBoxes = lineBoxes(label, { gap: padding, keepWithNext: true });
  const valueBoxes = lineBoxes(value, { gap: 2 });
  const last = valueBoxes.pop();
  if (!last) return labelBoxes;
  const height = last.height + padding;
  return [...labelBoxes, ...valueBoxes, { ...last, height, fills: [hairline(height)] }];
}

function hairline(y: number) {
  return { x: 0, y: y - 0.5, width: contentWidth, height: 0.5, color: colors.line };
}
