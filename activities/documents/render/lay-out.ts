import type { Block, DocumentContent } from '../content';
import { blankBoxes } from './blank';
import type { Box, Tag } from './box';
import { chartBoxes } from './chart';
import { factsBoxes } from './facts';
import { letterheadBoxes } from './letterhead';
import { tableBoxes } from './table';
import { headingBoxes, linkBoxes, listBoxes, noticeBoxes, paragraphBoxes } from './text-blocks';
import type { Typesetter } from './typesetter';

/** A whole document as boxes, in reading order. */
export function layOut(content: DocumentContent, root: Tag, setter: Typesetter): Box[] {
  const boxes = [
    ...letterheadBoxes(content, root, setter),
    ...headingBoxes(content.title, 1, root, setter),
    ...blocksBoxes(content.blocks, root, setter),
  ];
  return setter.hasReplaced
    ? [...boxes, ...noticeBoxes(content.placeholderNote, root, setter)]
    : boxes;
}

function blocksBoxes(blocks: readonly Block[], root: Tag, setter: Typesetter): Box[] {
  let level = 1;
  return blocks.flatMap((block, i) => {
    if (block.kind === 'pageBreak') return [];
    // PDF/UA forbids to skip a level.
    if (block.kind === 'heading') level = Math.min(block.level, level + 1);
    const boxes = blockBoxes(block, level as 2 | 3, root, setter);
    const next = blocks[i + 1];
    if (block.kind === 'paragraph' && next?.kind === 'blank')
      return beside(boxes, blocks[i - 1], 'whole');
    const introduces = block.kind === 'paragraph' && isIntroduced(next);
    return beside(boxes, blocks[i - 1], introduces ? 'last' : 'none');
  });
}

/** What one expects to find directly below the sentence before it. */
function isIntroduced(block: Block | undefined): boolean {
  return block !== undefined && ['facts', 'table', 'list', 'link'].includes(block.kind);
}

/** How much of a block stays with what comes after it: what is asked with a pen is not divided. */
type Keeping = 'none' | 'last' | 'whole';

const afterHeadingGap = 6;

/** What a block's place among the others changes: its page, its distance, what it stays with. */
function beside(boxes: readonly Box[], before: Block | undefined, keeps: Keeping): Box[] {
  return boxes.map((box, i) => ({
    ...box,
    ...(i === 0 && before?.kind === 'pageBreak' && { startsPage: true }),
    ...(i === 0 && before?.kind === 'heading' && { gap: Math.min(box.gap, afterHeadingGap) }),
    ...((keeps === 'whole' || (keeps === 'last' && i === boxes.length - 1)) && {
      keepWithNext: true,
    }),
  }));
}

function blockBoxes(
  block: Exclude<Block, { kind: 'pageBreak' }>,
  level: 2 | 3,
  root: Tag,
  setter: Typesetter,
): Box[] {
  switch (block.kind) {
    case 'heading':
      return headingBoxes(block.text, level, root, setter);
    case 'paragraph':
      return paragraphBoxes(block.text, root, setter);
    case 'list':
      return listBoxes(block.items, root, setter);
    case 'facts':
      return factsBoxes(block.rows, root, setter);
    case 'table':
      return tableBoxes(block, root, setter);
    case 'notice':
      return noticeBoxes(block.text, root, setter);
    case 'blank':
      return blankBoxes(block, root, setter);
    case 'chart':
      return chartBoxes(block.chart, root, setter);
    case 'link':
      return linkBoxes(block.url, root, setter);
  }
}
