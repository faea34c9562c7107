import type { DocumentContent } from '../content';
import { box, type Box, type Tag, type TextRun } from './box';
import { stacked } from './flow';
import { colors, contentWidth, measure, page, styles, type TextStyle } from './theme';
import type { Typesetter } from './typesetter';

const senderWidth = 245;
const referenceX = 256;
const referenceLabelWidth = 70;
const ruleGap = 12;

/** Sender to the left, reference to the right, a line below, then the addressee. */
export function letterheadBoxes(content: DocumentContent, root: Tag, setter: Typesetter): Box[] {
  const sender = column(senderLines(content, root, setter));
  const reference = column(
    content.reference.map((row) => referenceLine(row, root, setter)),
    3,
  );
  const height = Math.max(sender.height, reference.height) + ruleGap;
  const head = box({
    height,
    keepWithNext: true,
    runs: [...sender.runs, ...reference.runs],
    fills: [{ x: 0, y: height - 1, width: contentWidth, height: 1, color: colors.accent }],
  });
  const recipient = content.recipient ?? [];
  if (content.window) return [head, windowBox(recipient, root, setter, height)];
  return [head, ...recipientBoxes(recipient, root, setter)];
}

function senderLines(content: DocumentContent, root: Tag, setter: Typesetter): TextRun[][] {
  const { municipality, office, contact } = content.letterhead;
  const line = (text: string, style: TextStyle) =>
    stacked(setter.runs(text, { type: 'P', parent: root }, style, senderWidth), 0);
  return [
    line(municipality, styles.municipality),
    line(office, styles.office),
    line(contact, styles.small),
  ];
}

/** Label and value side by side; read as one paragraph. */
function referenceLine(
  row: { label: string; value: string },
  root: Tag,
  setter: Typesetter,
): TextRun[] {
  const tag: Tag = { type: 'P', parent: root };
  const valueX = referenceX + referenceLabelWidth;
  const label = setter.runs(
    row.label,
    tag,
    styles.referenceLabel,
    referenceLabelWidth - 4,
    referenceX,
  );
  const value = setter.runs(row.value, tag, styles.office, contentWidth - valueX, valueX);
  return [...stacked(label.map(withSpace), 0), ...stacked(value, 0)];
}

/** So that label and value are not heard as one word. */
function withSpace(run: TextRun): TextRun {
  return { ...run, text: `${run.text} ` };
}

/** Groups of runs below one another. */
function column(groups: readonly TextRun[][], gap = 0): { runs: TextRun[]; height: number } {
  let height = 0;
  const runs = groups.flatMap((group) => {
    const top = height;
    height += Math.max(0, ...group.map((run) => run.y + run.style.leading)) + gap;
    return group.map((run) => ({ ...run, y: run.y + top }));
  });
  return { runs, height };
}

// Where the window to the right of Swedish envelopes (H2, for A4 folded to E65 or C5) shows the sheet.
const windowX = 227;
const windowTop = 133;
const windowBottom = 232;

/** Nothing else stands as high as the window, whatever the head above it takes. */
function windowBox(
  lines: readonly string[],
  root: Tag,
  setter: Typesetter,
  headHeight: number,
): Box {
  const tag: Tag = { type: 'P', parent: root };
  const begins = page.top + headHeight;
  const runs = lines
    .flatMap((line) => setter.runs(line, tag, styles.body, contentWidth - windowX, windowX))
    .map(withSpace);
  const placed = stacked(runs, Math.max(0, windowTop - begins));
  const bottom = Math.max(
    windowBottom - begins,
    ...placed.map(({ y, style }) => y + style.leading),
  );
  return box({ height: bottom, keepWithNext: true, runs: placed });
}

function recipientBoxes(lines: readonly string[], root: Tag, setter: Typesetter): Box[] {
  const tag: Tag = { type: 'P', parent: root };
  return lines
    .flatMap((line) => setter.runs(line, tag, styles.body, measure))
    .map((run, i) =>
      box({
        height: run.style.leading,
        gap: i === 0 ? 26 : 0,
        keepWithNext: true,
        runs: [withSpace(run)],
      }),
    );
}
