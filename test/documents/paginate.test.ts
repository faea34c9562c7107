import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { box, type Box } from '../../activities/documents/render/box';
import { paginate } from '../../activities/documents/render/paginate';

const frame = { top: 0, bottom: 100 };
const heights = (boxes: readonly Box[]) =>
  paginate(boxes, frame).map((page) => page.map((placed) => placed.box.height));

describe('paginate', () => {
  it('fills a page and goes on with the next', () => {
    expect(heights([box({ height: 60 }), box({ height: 40 }), box({ height: 30 })])).toEqual([
      [60, 40],
      [30],
    ]);
  });

  it('leaves out the space above at the top of a page', () => {
    const boxes = [box({ height: 90 }), box({ height: 90, gap: 20 })];
    expect(paginate(boxes, frame).map((page) => page[0]?.y)).toEqual([0, 0]);
  });

  it('takes a heading along to the page of what follows it', () => {
    const boxes = [
      box({ height: 70 }),
      box({ height: 20, keepWithNext: true }),
      box({ height: 30 }),
    ];
    expect(heights(boxes)).toEqual([[70], [20, 30]]);
  });

  it('divides what must stay together only when it is more than a page', () => {
    const boxes = Array.from({ length: 8 }, () => box({ height: 15, keepWithNext: true }));
    expect(heights([box({ height: 50 }), ...boxes])).toEqual([
      [50, 15, 15, 15],
      [15, 15, 15, 15, 15],
    ]);
  });

  it('repeats a table header where the table continues, for the eye only', () => {
    const header = box({ height: 10, keepWithNext: true });
    const row = box({ height: 40, continuation: header });
    const pages = paginate([header, row, row, row], frame);
    expect(
      pages.map((page) => page.map(({ box: { height }, repeated }) => [height, repeated])),
    ).toEqual([
      [
        [10, false],
        [40, false],
        [40, false],
      ],
      [
        [10, true],
        [40, false],
      ],
    ]);
  });

  it('begins a page where it is told to, but never leaves one empty', () => {
    const start = box({ height: 10, startsPage: true });
    expect(heights([start, start])).toEqual([[10], [10]]);
  });

  it('places every box once, in order, inside the page unless it is taller than one', () => {
    const anyBox = fc
      .record({
        height: fc.integer({ min: 1, max: 120 }),
        gap: fc.integer({ min: 0, max: 30 }),
        keepWithNext: fc.boolean(),
        startsPage: fc.boolean(),
      })
      .map((parts) => box(parts));
    fc.assert(
      fc.property(fc.array(anyBox), (boxes) => {
        const pages = paginate(boxes, frame);
        const placed = pages.flat();
        expect(placed.map((each) => each.box)).toEqual(boxes);
        for (const { box: each, y } of placed) {
          if (each.height <= 100) expect(y + each.height).toBeLessThanOrEqual(100);
        }
        if (boxes.length > 0) for (const page of pages) expect(page).not.toHaveLength(0);
      }),
    );
  });
});
