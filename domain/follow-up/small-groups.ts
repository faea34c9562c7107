import { sides, type Side } from './respondent';

/** A group of fewer is not shown apart: one could see who said what. */
export const smallestGroup = 5;

/** Figures of a group, unless nobody is in it or too few. */
export type Guarded<T> = { state: 'shown'; figures: T } | { state: 'withheld' } | { state: 'none' };

/** What both sides say of the same thing. */
export interface BothSides<T> {
  by: Record<Side, Guarded<T>>;
  /** The two as one group, where only that is large enough; null otherwise. */
  together: T | null;
}

/** Figures that can be made of those of two groups. */
export interface Figures<T> {
  sizeOf(figures: T): number;
  add(one: T, other: T): T;
}

/**
 * What may be shown of two groups. A sum of both is there only where neither of them is: beside one of
 * them it would give the other away by a subtraction.
 */
export function guard<T>(own: Record<Side, T>, { sizeOf, add }: Figures<T>): BothSides<T> {
  const one = (figures: T): Guarded<T> => {
    const size = sizeOf(figures);
    if (size === 0) return { state: 'none' };
    return size < smallestGroup ? { state: 'withheld' } : { state: 'shown', figures };
  };
  const by = { sector: one(own.sector), municipality: one(own.municipality) };
  const bothSmall = sides.every((side) => by[side].state === 'withheld');
  const sum = bothSmall ? add(own.sector, own.municipality) : undefined;
  return { by, together: sum !== undefined && sizeOf(sum) >= smallestGroup ? sum : null };
}

/** The figures where they are shown. */
export function shown<T>(guarded: Guarded<T> | undefined): T | undefined {
  return guarded?.state === 'shown' ? guarded.figures : undefined;
}

/** Whether groups of these sizes can be told apart: none of them is small, but empty it may be. */
export function canBeToldApart(sizes: readonly number[]): boolean {
  return sizes.every((size) => size === 0 || size >= smallestGroup);
}

/** How often something was counted, by what it is about; several subjects where they are counted as one. */
export interface CountedSubjects {
  subjects: readonly string[];
  count: number;
}

/** How often a subject was raised, and who raised it, by whatever tells them apart. */
export interface RaisedSubject {
  subject: string;
  count: number;
  from: ReadonlySet<string>;
}

/**
 * Counts by subject, in the order given. Subjects that few have raised are counted as one, however often
 * they did; who raised those together is no small group, and never a single subject that the sum of all
 * would give away. Undefined where all of them are too few.
 */
export function countSubjects(raised: readonly RaisedSubject[]): CountedSubjects[] | undefined {
  const there = raised.filter(({ count }) => count > 0);
  if (there.length === 0) return [];
  const smallFirst = [...there].sort((a, b) => a.from.size - b.from.size || a.count - b.count);
  const small = smallFirst.filter(({ from }) => from.size < smallestGroup).length;
  let merged = small;
  while (merged > 0 && merged < there.length && !isHidden(smallFirst.slice(0, merged))) merged += 1;
  const together = smallFirst.slice(0, merged);
  if (merged > 0 && sizeOf(together) < smallestGroup) return undefined;
  const apart = there
    .filter((each) => !together.includes(each))
    .map(({ subject, count }) => ({ subjects: [subject], count }));
  if (merged === 0) return apart;
  const subjects = there.filter((each) => together.includes(each)).map(({ subject }) => subject);
  const count = together.reduce((total, each) => total + each.count, 0);
  return [...apart, { subjects, count }];
}

function isHidden(together: readonly RaisedSubject[]): boolean {
  return together.length > 1 && sizeOf(together) >= smallestGroup;
}

/** Whoever has raised several of them is one. */
function sizeOf(together: readonly RaisedSubject[]): number {
  return new Set(together.flatMap(({ from }) => [...from])).size;
}
