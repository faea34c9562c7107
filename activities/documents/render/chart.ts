import type { ChartGroup, ChartView } from '../../../domain/follow-up/report-view';
import { box, type Box, type Fill, type Tag, type TextRun } from './box';
import { lineBoxes, stacked } from './flow';
import { colors, contentWidth, styles, type TextStyle } from './theme';
import type { Typesetter } from './typesetter';

/** Where the bars begin and how wide the longest is; what is left is for the value at its end. */
const plot = { x: 140, width: contentWidth - 140 - 34 } as const;
const bar = { height: 9, pitch: 13, least: 1.5, gap: 5 } as const;
const groupGap = 8;
/** More groups than fit on a page become a chart of their own. */
const highest = 560;

/** A group of bars, laid out from the top of its own space. */
interface Drawn {
  height: number;
  runs: readonly TextRun[];
  fills: readonly Fill[];
}

/**
 * Title and subtitle as text, then the bars as a picture with a text in its place. Each bar has its
 * name before it and its value behind it, so that colour alone tells nothing.
 */
export function chartBoxes(chart: ChartView, root: Tag, setter: Typesetter): Box[] {
  const text = (words: string, style: TextStyle, gap: number) =>
    lineBoxes(setter.runs(words, { type: 'P', parent: root }, style, contentWidth), {
      ...{ gap, keepWithNext: true },
    });
  const figures = pages(chart.groups.map((group) => drawGroup(chart, group, setter)));
  return [
    ...text(chart.title, styles.heading3, 12),
    ...text(chart.subtitle, styles.label, 2),
    ...figures.map((groups) => figureBox(chart, groups, root, setter)),
  ];
}

/** As many groups to a picture as one page has room for. */
function pages(groups: readonly Drawn[]): Drawn[][] {
  const all: Drawn[][] = [];
  let used = highest;
  for (const group of groups) {
    if (used + group.height > highest) {
      all.push([]);
      used = 0;
    }
    all.at(-1)?.push(group);
    used += group.height;
  }
  return all;
}

function figureBox(chart: ChartView, groups: Drawn[], root: Tag, setter: Typesetter): Box {
  const tag: Tag = { type: 'Figure', parent: root, alt: chart.alt };
  let y = 0;
  const placed = groups.map(({ height, runs, fills }) => {
    const top = y;
    y += height;
    return {
      runs: runs.map((run) => ({ ...run, tag, y: run.y + top })),
      fills: fills.map((fill) => ({ ...fill, y: fill.y + top })),
    };
  });
  const axis = drawAxis(chart, y, setter);
  return box({
    ...{ height: y + axis.height, gap: 8 },
    runs: [...placed.flatMap(({ runs }) => runs), ...axis.runs.map((run) => ({ ...run, tag }))],
    // The lines behind the bars.
    figure: { tag, fills: [...axis.fills, ...placed.flatMap(({ fills }) => fills)] },
  });
}

/** What the group is called above its bars, or before the bar where there is only one series. */
function drawGroup(chart: ChartView, group: ChartGroup, setter: Typesetter): Drawn {
  const single = chart.series.length === 1;
  const label = single
    ? []
    : stacked(setter.runs(group.label, untagged(), styles.chartGroup, contentWidth), 0);
  const top = label.length * styles.chartGroup.leading;
  const rows = group.bars.map((each, i) => {
    const name = single ? group.label : (chart.series[i] ?? '');
    return drawBar(
      chart,
      { ...each, name, color: colors.bars[i % colors.bars.length] ?? '' },
      setter,
    );
  });
  let y = top;
  const placed = rows.map((row) => {
    const at = y;
    y += row.height;
    return {
      runs: row.runs.map((run) => ({ ...run, y: run.y + at })),
      fills: row.fills.map((fill) => ({ ...fill, y: fill.y + at })),
    };
  });
  return {
    height: y + groupGap,
    runs: [...label, ...placed.flatMap(({ runs }) => runs)],
    fills: placed.flatMap(({ fills }) => fills),
  };
}

interface Bar {
  name: string;
  value: number | null;
  label: string;
  color: string;
}

function drawBar(
  { axis }: ChartView,
  { name, value, label, color }: Bar,
  setter: Typesetter,
): Drawn {
  const style = styles.chartLabel;
  const names = stacked(setter.runs(name, untagged(), style, plot.x - bar.gap), 0);
  const length = value === null ? 0 : Math.max(bar.least, share(axis, value) * plot.width);
  const end = plot.x + (value === null ? 0 : length) + bar.gap;
  const values = setter.runs(label, untagged(), style, contentWidth - end, end).slice(0, 1);
  const height = Math.max(bar.pitch, names.length * style.leading + 1);
  const y = (style.leading - bar.height) / 2;
  const drawn = { x: plot.x, y, width: length, height: bar.height, color };
  return { height, runs: [...names, ...values], fills: value === null ? [] : [drawn] };
}

/** Hairlines through all groups, with their values below. */
function drawAxis({ axis }: ChartView, height: number, setter: Typesetter): Drawn {
  const style = styles.small;
  const lines = axis.ticks.map(({ value }) => ({
    ...{ x: plot.x + share(axis, value) * plot.width - 0.25, y: 0, width: 0.5, height },
    color: colors.line,
  }));
  const labels = axis.ticks.flatMap(({ value, label }) => {
    const x = plot.x + share(axis, value) * plot.width - setter.width(label, style) / 2;
    const [run] = setter.runs(label, untagged(), style, plot.width, x);
    return run ? [{ ...run, y: height + 1 }] : [];
  });
  return { height: style.leading + 2, runs: labels, fills: lines };
}

/** How far along the axis a value is, from 0 to 1. */
function share({ min, max }: ChartView['axis'], value: number): number {
  return Math.min(1, Math.max(0, (value - min) / (max - min)));
}

/** Text of the picture gets the picture's tag once that is made. */
function untagged(): Tag {
  return { type: 'Figure' };
}
