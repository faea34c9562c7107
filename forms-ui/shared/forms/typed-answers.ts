import { isBlankAmounts, amountBounds } from '../../../domain/forms/amounts';
import { allFields, bounds, fieldsOf } from '../../../domain/forms/fields';
import { ratings } from '../../../domain/forms/rating';
import { formatKronor } from '../../../domain/money';
import type {
  Answer,
  Answers,
  FileAnswer,
  FormDefinition,
  FormField,
} from '../../../domain/forms/types';

/** Amounts as they stand in their fields, in the order of the years. */
export interface TypedAmounts {
  years: readonly string[];
  lines: readonly TypedLine[];
  /** Sums as the sender has them; compared and not kept. */
  stated: { total: string };
}

export interface TypedLine {
  name: string;
  amounts: readonly string[];
}

/** What is in a field: text, whether a box is ticked, what is chosen, files, a group's items, or amounts. */
export type TypedAnswer =
  | string
  | boolean
  | readonly string[]
  | readonly FileAnswer[]
  | readonly TypedAnswers[]
  | TypedAmounts;

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
      return [[id, isList(value) ? value.flatMap(answeredItem) : value]] as [string, Answer][];
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
  if (!isList(value)) return isBlankAmounts(value);
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
    case 'amounts':
      return fittingAmounts(field, isRecord(value) ? value : {});
    case 'choice':
      return typeof value === 'string' && field.options?.includes(value) ? value : '';
    case 'rating':
      return ratings.find((rating) => rating === value) ?? '';
    default:
      return typeof value === 'string' ? value : '';
  }
}

/** As many as there were, and never fewer than the group needs. */
function items(group: FormField, earlier: readonly unknown[]): TypedAnswers[] {
  const length = Math.max(earlier.length, bounds(group).min);
  return Array.from({ length }, (_, i) => startingItem(fieldsOf(group), earlier[i]));
}

/**
 * The years begin with this one where nobody has said. Numbers are amounts as they were kept, and stand as
 * a person would have left them.
 */
function fittingAmounts(field: FormField, earlier: Record<string, unknown>): TypedAmounts {
  const first = new Date().getFullYear();
  const usual = Array.from({ length: amountBounds(field).years }, (_, i) => String(first + i));
  const years = texts(earlier.years);
  const lines: unknown[] = Array.isArray(earlier.lines) ? earlier.lines : [];
  const stated = isRecord(earlier.stated) ? texts([earlier.stated.total]) : [];
  const columns = years.length > 0 ? years : usual;
  return {
    years: columns,
    lines: (lines.length > 0 ? lines : [{}]).map((line) => fittingLine(line, columns.length)),
    stated: { total: stated[0] ?? '' },
  };
}

function fittingLine(line: unknown, columns: number): TypedLine {
  const { name, amounts } = isRecord(line) ? line : {};
  const typed = texts(amounts, (kronor) => formatKronor(kronor, 'sv').replace(/\s/gu, ' '));
  return {
    name: typeof name === 'string' ? name : '',
    amounts: Array.from({ length: columns }, (_, i) => typed[i] ?? ''),
  };
}

function texts(values: unknown, write: (value: number) => string = String): string[] {
  const list: readonly unknown[] = Array.isArray(values) ? values : [];
  return list.map((value) => {
    if (typeof value === 'number') return write(value);
    return typeof value === 'string' ? value : '';
  });
}

/** Unlike Array.isArray, also knows lists that nobody may change. */
function isList<T>(value: T): value is Extract<T, readonly unknown[]> {
  return Array.isArray(value);
}

function isFile(value: unknown): value is FileAnswer {
  return isRecord(value) && ['id', 'name', 'sha256'].every((key) => typeof value[key] === 'string');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
