import { allFields } from '../../../domain/forms/fields';
import type { FormDefinition, FormField } from '../../../domain/forms/types';

/** What is in the fields: text, and whether a box is ticked. */
export type TypedAnswers = Record<string, string | boolean>;

/** Empty fields, filled with what was typed earlier where the form still has that field. */
export function startingAnswers(form: FormDefinition, earlier: unknown = {}): TypedAnswers {
  const typed = typeof earlier === 'object' && earlier !== null ? earlier : {};
  return Object.fromEntries(
    allFields(form).map((field) => [field.id, fitting(field, new Map(Object.entries(typed)))]),
  );
}

/** Whether nothing is in any field. */
export function isUntouched(typed: TypedAnswers): boolean {
  return Object.values(typed).every((value) => value === '' || value === false);
}

function fitting(field: FormField, typed: ReadonlyMap<string, unknown>): string | boolean {
  const value = typed.get(field.id);
  if (field.type === 'confirmation') return value === true;
  if (typeof value !== 'string') return '';
  return field.type === 'choice' && !field.options?.includes(value) ? '' : value;
}
