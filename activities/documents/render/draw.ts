import type { Box, Fill, Tag, TextRun } from './box';
import type { PlacedBox } from './paginate';
import { Structure } from './structure';
import { colors, contentWidth, page, styles, type TextStyle } from './theme';

type Pdf = PDFKit.PDFDocument;

/** Documents longer than this open with an outline. */
const longestWithoutOutline = 3;

export interface Footer {
  /** Left, on every page. */
  text: string;
  /** Right, with `{{page}}` and `{{pages}}`. */
  pageLabel: string;
}

/** Draws the pages, tagging the text and leaving the rest as artifacts. */
export function drawPages(
  doc: Pdf,
  pages: readonly PlacedBox[][],
  root: Tag,
  footer: Footer,
): void {
  const structure = new Structure(doc, root);
  pages.forEach((placed, i) => {
    doc.addPage();
    for (const { box, y } of placed) box.fills.forEach((fill) => drawFill(doc, fill, y));
    for (const part of placed) drawBox(doc, structure, part);
    structure.close();
    if (pages.length > longestWithoutOutline) addBookmarks(doc, placed);
    drawFooter(doc, footer, i + 1, pages.length);
  });
  doc.addStructure(structure.root);
}

function drawFill(doc: Pdf, fill: Fill, top: number): void {
  doc.markContent('Artifact', { type: 'Layout' });
  fillRectangle(doc, fill, top);
  doc.endMarkedContent();
}

function fillRectangle(doc: Pdf, { x, y, width, height, color }: Fill, top: number): void {
  doc.rect(page.left + x, top + y, width, height).fill(color);
}

function drawBox(doc: Pdf, structure: Structure, { box, y, repeated }: PlacedBox): void {
  if (repeated) {
    drawRepeated(doc, structure, box, y);
    return;
  }
  if (box.figure) {
    const { tag } = box.figure;
    tag.bounds = [page.left, y, page.left + contentWidth, y + box.height];
    structure.open(tag);
    box.figure.fills.forEach((fill) => fillRectangle(doc, fill, y));
  }
  for (const run of box.runs) {
    structure.open(run.tag);
    drawRun(doc, run, y);
    if (run.link !== undefined) addLink(doc, structure, { ...run, link: run.link }, y);
  }
}

function drawRepeated(doc: Pdf, structure: Structure, box: Box, y: number): void {
  structure.close();
  doc.markContent('Artifact', { type: 'Pagination' });
  box.runs.forEach((run) => drawRun(doc, run, y));
  doc.endMarkedContent();
}

function drawRun(doc: Pdf, run: TextRun, top: number): void {
  setStyle(doc, run.style);
  // The line of type stands in the middle of its leading.
  const inset = (run.style.leading - doc.currentLineHeight()) / 2;
  doc.text(run.text, page.left + run.x, top + run.y + inset, { lineBreak: false });
}

function addLink(
  doc: Pdf,
  structure: Structure,
  run: TextRun & { link: string },
  top: number,
): void {
  const width = doc.widthOfString(run.text);
  doc.link(page.left + run.x, top + run.y, width, run.style.leading, run.link, {
    structParent: structure.element(run.tag),
    Contents: new String(run.link),
  } as object);
}

function setStyle(doc: Pdf, style: TextStyle): void {
  doc.font(style.font).fontSize(style.size).fillColor(style.color);
}

function addBookmarks(doc: Pdf, placed: readonly PlacedBox[]): void {
  for (const { box, y } of placed) {
    if (box.bookmark === undefined) continue;
    doc.outline.addItem(box.bookmark, { left: page.width, top: Math.max(0, y - 20) } as object);
  }
}

function drawFooter(doc: Pdf, footer: Footer, number: number, count: number): void {
  const label = footer.pageLabel
    .replace('{{page}}', String(number))
    .replace('{{pages}}', String(count));
  doc.markContent('Artifact', { type: 'Pagination' });
  doc.rect(page.left, page.footerY, contentWidth, 0.5).fill(colors.line);
  setStyle(doc, styles.small);
  const options = { lineBreak: false };
  const labelX = page.left + contentWidth - doc.widthOfString(label);
  doc.text(footer.text, page.left, page.footerY + 8, options);
  doc.text(label, labelX, page.footerY + 8, options);
  doc.endMarkedContent();
}
