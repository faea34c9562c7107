import type { TaskKind } from '../process';
import { allFields, bounds, fieldsOf } from './fields';
import type { FormDefinition, FormField } from './types';

/** What stands in the fields of a form that is not sent yet; a field with nothing in it is absent. */
export type DraftAnswers = Readonly<Record<string, unknown>>;

/** What somebody has done to a field: what they saw in it before, and what they left; null is nothing. */
export interface FieldChange {
  was: unknown;
  now: unknown;
}

export type FieldChanges = Readonly<Record<string, FieldChange>>;

/** Kinds of task whose form several people may fill in before one of them sends it. */
export function sharesDraft(kind: TaskKind | (string & {})): boolean {
  return kind === 'followUp';
}

/** Links at a time by which others fill in parts. */
export const mostPartLinks = 20;

/** Longest draft, as JSON. */
export const longestDraft = 200_000;

/** Longest text of a field that is still being written: too long for the form is said when it is sent. */
const longestText = 20_000;

export interface MergedDraft {
  answers: DraftAnswers;
  /** Whether anything is different from before. */
  changed: boolean;
  /** Fields that somebody else has changed since, with what they hold: those keep it. */
  conflicts: DraftAnswers;
}

/**
 * Takes over changes field by field. Whoever changed a field from what it holds is right; whoever changed it
 * from something else has not seen what is there, and is told.
 */
export function mergeDraft(held: DraftAnswers, changes: FieldChanges): MergedDraft {
  const answers = new Map(Object.entries(held));
  const conflicts: Record<string, unknown> = {};
  let changed = false;
  for (const [id, { was, now }] of Object.entries(changes)) {
    const holds = held[id] ?? null;
    if (isSameAnswer(holds, now)) continue;
    if (!isSameAnswer(holds, was)) {
      conflicts[id] = holds;
      continue;
    }
    if (now === null) answers.delete(id);
    else answers.set(id, now);
    changed = true;
  }
  return { answers: Object.fromEntries(answers), changed, conflicts };
}

/** What is different between two drafts, as changes from one to the other. */
export function changesBetween(before: DraftAnswers, after: DraftAnswers): FieldChanges {
  const ids = new Set([...Object.keys(before), ...Object.keys(after)]);
  return Object.fromEntries(
    [...ids]
      .map((id) => [id, { was: before[id] ?? null, now: after[id] ?? null }] as const)
      .filter(([, { was, now }]) => !isSameAnswer(was, now)),
  );
}

/** Whether two answers are alike, in whatever order their parts came. */
export function isSameAnswer(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [ours, theirs] = [Object.entries(a), new Map(Object.entries(b))];
  return (
    ours.length === theirs.size &&
    ours.every(([key, value]) => theirs.has(key) && isSameAnswer(value, theirs.get(key)))
  );
}

/**
 * Whether changes are about fields of this form and of a shape that their fields can show. Nothing says
 * that they are right: that is asked when the form is sent. Files are no part of a shared draft.
 */
export function fitForm(form: FormDefinition, changes: FieldChanges): boolean {
  const fields = new Map(allFields(form).map((field) => [field.id, field]));
  return Object.entries(changes).every(([id, { now }]) => {
    const field = fields.get(id);
    return field !== undefined && (now === null || fits(field, now));
  });
}

function fits(field: FormField, value: unknown): boolean {
  switch (field.type) {
    case 'confirmation':
      return typeof value === 'boolean';
    case 'choices':
      return isListOf(value, field.options?.length ?? 0, isText);
    case 'group':
      return isListOf(value, bounds(field).max, (item) => isItem(field, item));
    case 'file':
    case 'amounts':
    case 'coding':
      return false;
    default:
      return isText(value);
  }
}

function isItem(group: FormField, item: unknown): boolean {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return false;
  const fields = new Map(fieldsOf(group).map((field) => [field.id, field]));
  return Object.entries(item).every(([id, value]) => {
    const field = fields.get(id);
    return field !== undefined && fits(field, value);
  });
}

function isListOf(value: unknown, most: number, each: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.length <= most && value.every(each);
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.length <= longestText;
}
