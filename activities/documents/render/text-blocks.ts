import type { Box, Tag, TextRun } from './box';
import { lineBoxes } from './flow';
import { colors, contentWidth, measure, styles } from './theme';
import type { Typesetter } from './typesetter';

const paragraphGap = 9;

/** Blank lines in a text divide paragraphs. */
export function paragraphBoxes(text: string, root: Tag, setter: Typesetter): Box[] {
  return text
    .trim()
    .split(/\n\s*\n/)
    .flatMap((part) =>
      lineBoxes(setter.runs(part, { type: 'P', parent: root }, styles.body, measure), {
        gap: paragraphGap,
      }),
    );
}

/** A heading never stands last on a page. */
export function headingBoxes(text: string, level: 1 | 2 | 3, root: Tag, setter: Typesetter): Box[] {
  const look = {
    1: { style: styles.title, gap: 30 },
    2: { style: styles.heading2, gap: 24 },
    3: { style: styles.heading3, gap: 15 },
  }[level];
  const tag: Tag = { type: `H${level}`, parent: root };
  const boxes = lineBoxes(setter.runs(text, tag, look.style, contentWidth), {
    gap: look.gap,
    keepWithNext: true,
  });
  const [first, ...rest] = boxes;
  return level === 2 && first ? [{ ...first, bookmark: text }, ...rest] : boxes;
}

const bulletIndent = 15;

export function listBoxes(items: readonly string[], root: Tag, setter: Typesetter): Box[] {
  const list: Tag = { type: 'L', parent: root };
  return items.flatMap((item, i) => itemBoxes(item, list, i === 0 ? 7 : 4, setter));
}

function itemBoxes(item: string, list: Tag, gap: number, setter: Typesetter): Box[] {
  const entry: Tag = { type: 'LI', parent: list };
  const bullet: TextRun = {
    tag: { type: 'Lbl', parent: entry },
    text: '•',
    style: { ...styles.body, color: colors.accent },
    x: 1,
    y: 0,
  };
  const body: Tag = { type: 'LBody', parent: entry };
  const runs = setter.runs(item, body, styles.body, measure - bulletIndent, bulletIndent);
  const [first, ...rest] = lineBoxes(runs, { gap });
  return first ? [{ ...first, runs: [bullet, ...first.runs] }, ...rest] : rest;
}

const notice = { padding: 10, bar: 3, inset: 16 } as const;

/** Every line carries its piece of the frame, so the frame follows the text over a page break. */
export function noticeBoxes(text: string, root: Tag, setter: Typesetter): Box[] {
  const width = contentWidth - notice.inset - notice.padding;
  const tag: Tag = { type: 'P', parent: root };
  const lines = lineBoxes(setter.runs(text, tag, styles.body, width, notice.inset), { gap: 14 });
  return lines.map((line, i) => {
    const top = i === 0 ? notice.padding : 0;
    const height = line.height + top + (i === lines.length - 1 ? notice.padding : 0);
    // A hair of overlap, or viewers show a seam between the pieces.
    const frame = { y: i === 0 ? 0 : -0.4, height: height + (i === 0 ? 0 : 0.4) };
    return {
      ...line,
      height,
      runs: line.runs.map((run) => ({ ...run, y: run.y + top })),
      fills: [
        { ...frame, x: 0, width: contentWidth, color: colors.tint },
        { ...frame, x: 0, width: notice.bar, color: colors.accent },
      ],
    };
  });
}

/** An address on its own line; anything but http and https is printed without leading anywhere. */
export function linkBoxes(url: string, root: Tag, setter: Typesetter): Box[] {
  const paragraph: Tag = { type: 'P', parent: root };
  const target = webAddress(url);
  if (target === undefined) return paragraphBoxes(url, root, setter);
  const tag: Tag = { type: 'Link', parent: paragraph };
  const runs = setter.runs(url, tag, styles.link, measure);
  return lineBoxes(
    runs.map((run) => ({ ...run, link: target })),
    { gap: 5 },
  );
}

function webAddress(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  return /^https?:$/.test(protocol) ? href : undefined;
}
