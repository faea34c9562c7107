import type { Box } from './box';

export interface PlacedBox {
  box: Box;
  /** From the top of the page. */
  y: number;
  /** Printed for the eye only: not part of the structure tree. */
  repeated: boolean;
}

/** Where text may stand, from the top of the page. */
export interface PageFrame {
  top: number;
  bottom: number;
}

/**
 * Places boxes on pages. Boxes that must stay together move to the next page together, unless they
 * are more than a page: then they are divided where the page ends.
 */
export function paginate(boxes: readonly Box[], frame: PageFrame): PlacedBox[][] {
  const pages = new Pages(frame);
  for (const chain of chains(boxes)) pages.place(chain);
  return pages.all;
}

class Pages {
  readonly all: PlacedBox[][];
  private current: PlacedBox[] = [];
  private y: number;

  constructor(private readonly frame: PageFrame) {
    this.all = [this.current];
    this.y = frame.top;
  }

  place(chain: readonly Box[]): void {
    const fits = this.y + heightOf(chain, !this.isEmpty) <= this.frame.bottom;
    if (chain[0]?.startsPage || (!fits && this.fitsAPage(chain))) this.turn();
    for (const box of chain) {
      if (this.y + box.gap + box.height > this.frame.bottom) this.turn();
      this.continueTable(box);
      this.put(box);
    }
  }

  private get isEmpty(): boolean {
    return this.current.length === 0;
  }

  private turn(): void {
    if (this.isEmpty) return;
    this.current = [];
    this.all.push(this.current);
    this.y = this.frame.top;
  }

  private continueTable(box: Box): void {
    if (this.isEmpty && this.all.length > 1 && box.continuation) this.put(box.continuation, true);
  }

  private put(box: Box, repeated = false): void {
    const y = this.isEmpty ? this.y : this.y + box.gap;
    this.current.push({ box, y, repeated });
    this.y = y + box.height;
  }

  private fitsAPage(chain: readonly Box[]): boolean {
    const repeated = chain[0]?.continuation?.height ?? 0;
    return heightOf(chain, false) + repeated <= this.frame.bottom - this.frame.top;
  }
}

/** Runs of boxes up to and including the first that may be followed by a page break. */
function* chains(boxes: readonly Box[]): Generator<Box[]> {
  let chain: Box[] = [];
  for (const box of boxes) {
    if (box.startsPage && chain.length > 0) {
      yield chain;
      chain = [];
    }
    chain.push(box);
    if (!box.keepWithNext) {
      yield chain;
      chain = [];
    }
  }
  if (chain.length > 0) yield chain;
}

function heightOf(chain: readonly Box[], withFirstGap: boolean): number {
  const total = chain.reduce((sum, box) => sum + box.gap + box.height, 0);
  return withFirstGap ? total : total - (chain[0]?.gap ?? 0);
}
