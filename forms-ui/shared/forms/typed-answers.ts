import { allFields, bounds, fieldsOf } from '../../../domain/forms/fields';
import type {
  Answer,
  Answers,
  FileAnswer,
  FormDefinition,
  FormField,
} from '../../../domain/forms/types';

/** What is in a field: text, whether a box is ticked, what is chosen, files, or a group's items. */
export type TypedAnswer =
  string | boolean | readonly string[] | readonly FileAnswer[] | readonly TypedAnswers[];

/** What is in the fields of a form, or of one item of a group. */
export interface TypedAnswers {
  [fieldId: string]: TypedAnswer;
}

/** Empty fields, filled with what was typed earlier where the form still has that field. */
export function startingAnswers(form: FormDefinition, earlier: unknown = {}): TypedAnswers {
  return startingItem(allFields(form), earlier);
}

/** One item of a group, empty or as it was. */
export function startingItem(fields: readonly FormField[], earlier: unknown = {}): TypedAnswers {
  const typed = new Map(Object.entries(isRecord(earlier) ? earlier : {}));
  return Object.fromEntries(fields.map((field) => [field.id, fitting(field, typed.get(field.id))]));
}

/** Whether nothing is in any field. */
export function isUntouched(typed: TypedAnswers): boolean {
  return Object.values(typed).every(isEmpty);
}

/** What has something in it, as far as it has come: nothing says that it is right. */
export function answered(typed: TypedAnswers): Answers {
  return Object.fromEntries(
    Object.entries(typed).flatMap(([id, value]) => {
      if (isEmpty(value) || value === false) return [];
      return [[id, Array.isArray(value) ? value.flatMap(answeredItem) : value]] as [
        string,
        Answer,
      ][];
    }),
  );
}

/** An item with nothing in it is not there; words and files are as they are. */
function answeredItem(item: string | FileAnswer | TypedAnswers): unknown[] {
  if (!isRecord(item) || isFile(item)) return [item];
  const answers = answered(item);
  return Object.keys(answers).length > 0 ? [answers] : [];
}

function isEmpty(value: TypedAnswer): boolean {
  if (typeof value !== 'object') return value === '' || value === false;
  // A group shows its fewest items before anything is written in them.
  return value.every((item) => isRecord(item) && !isFile(item) && isUntouched(item));
}

function fitting(field: FormField, value: unknown): TypedAnswer {
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  switch (field.type) {
    case 'confirmation':
      return value === true;
    case 'choices':
      return field.options?.filter((option) => list.includes(option)) ?? [];
    case 'file':
      return list.filter(isFile);
    case 'group':
      return items(field, list);
    case 'choice':
      return typeof value === 'string' && field.options?.includes(value) ? value : '';
    default:
      return typeof value === 'string' ? value : '';
  }
}

/** As many as there were, and never fewer than the group needs. */
function items(group: FormField, earlier: readonly unknown[]): TypedAnswers[] {
  const length = Math.max(earlier.length, bounds(group).min);
  return Array.from({ length }, (_, i) => startingItem(fieldsOf(group), earlier[i]));
}

function isFile(value: unknown): value is FileAnswer {
  return isRecord(value) && ['id', 'name', 'sha256'].every((key) => typeof value[key] === 'string');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
