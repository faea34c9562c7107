import { box, type Box, type TextRun } from './box';

/** Where the first box of a block stands. */
export interface Flow {
  gap: number;
  keepWithNext?: boolean;
}

/** One box per line; neither the first nor the last line is left alone on a page. */
export function lineBoxes(runs: readonly TextRun[], flow: Flow): Box[] {
  return runs.map((run, i) =>
    box({
      height: run.style.leading,
      gap: i === 0 ? flow.gap : 0,
      keepWithNext: flow.keepWithNext === true || isEdge(i, runs.length),
      runs: [run],
    }),
  );
}

function isEdge(index: number, count: number): boolean {
  return count > 1 && (index === 0 || index === count - 2);
}

/** Runs below one another, for a box that is never divided. */
export function stacked(runs: readonly TextRun[], top: number): TextRun[] {
  return runs.map((run, i) => ({ ...run, y: top + i * run.style.leading }));
}
