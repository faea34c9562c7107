import type { TextStyle } from './theme';

/** A node of the document's structure tree: what a screen reader reads, in this order. */
export interface Tag {
  type: string;
  parent?: Tag;
  /** Whether a header cell speaks for its row or its column. */
  scope?: 'Row' | 'Column';
  /** Read instead of the printed text. */
  actual?: string;
  /** Said in place of a picture. */
  alt?: string;
  /** Left, top, right and bottom of a picture on its page, known once it is placed. */
  bounds?: readonly [number, number, number, number];
}

/** One line of text. `x` from the left margin, `y` from the top of its box. */
export interface TextRun {
  tag: Tag;
  text: string;
  style: TextStyle;
  x: number;
  y: number;
  /** Address the line leads to. */
  link?: string;
}

/** A filled rectangle behind the text, relative to the left margin and the top of its box. */
export interface Fill {
  x: number;
  y: number;
  width: number;
  height: number;
  color: string;
}

/** The smallest thing that is never divided between two pages. */
export interface Box {
  height: number;
  /** Space above, left out at the top of a page. */
  gap: number;
  /** The next box must begin on the same page. */
  keepWithNext: boolean;
  runs: readonly TextRun[];
  fills: readonly Fill[];
  /** A picture of rectangles: unlike fills they are part of what the tag says. */
  figure?: { tag: Tag; fills: readonly Fill[] };
  /** Printed again, for the eye only, where this box begins a page: a table's header. */
  continuation?: Box;
  /** Its place in the outline. */
  bookmark?: string;
  startsPage?: boolean;
}

export function box(parts: Partial<Box> & { height: number }): Box {
  return { gap: 0, keepWithNext: false, runs: [], fills: [], ...parts };
}
