import { formFields } from '../follow-up/field-names';
import { linesOf } from '../forms/clean-text';
import type { Answers } from '../forms/types';

/** What somebody complains about or wants made clear. */
export interface RaisedMatter {
  /** The id of one of the municipality's themes. */
  theme: string;
  text: string;
}

/**
 * The complaints and unclear matters of an answer to the follow-up, in the order they were written. What
 * is said twice in the same words is one matter.
 */
export function raisedMatters(answers: Answers): RaisedMatter[] {
  const given = answers[formFields.matters];
  const items = Array.isArray(given) ? (given as readonly Record<string, unknown>[]) : [];
  const matters = items.flatMap(({ theme, text }): RaisedMatter[] =>
    typeof theme === 'string' && typeof text === 'string' && text.trim() !== ''
      ? [{ theme, text }]
      : [],
  );
  return [...new Map(matters.map((matter) => [wordingOf(matter), matter])).values()];
}

/** By what a matter is known again, however its lines are broken. */
export function wordingOf({ theme, text }: RaisedMatter): string {
  return `${theme}\n${linesOf(text).join(' ').replace(/\s+/g, ' ').trim().toLowerCase()}`;
}
