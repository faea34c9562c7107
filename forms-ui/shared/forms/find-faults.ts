import './zod-settings';
import { getIn } from 'formik';
import { rootOf } from '../../../domain/forms/fields';
import { parseAnswers } from '../../../domain/forms/schema';
import type { Fault, Faults, FormDefinition } from '../../../domain/forms/types';
import type { TypedAnswers } from './typed-answers';

/** A fault the server found, and the answer it was found in. */
export interface Rejection {
  value: unknown;
  fault: Fault;
}

/**
 * The faults among the given fields by their paths, in the form's order: our own, and the server's
 * for as long as the answer it refused is unchanged. `beside` are those that the form cannot see by
 * itself; where it has one of its own, that comes first.
 */
export function findFaults(
  form: FormDefinition,
  typed: TypedAnswers,
  fieldIds: readonly string[],
  rejections: ReadonlyMap<string, Rejection> = new Map(),
  beside: Faults = {},
): Faults {
  const parsed = parseAnswers(form, typed);
  const found = new Map([
    ...Object.entries(beside),
    ...Object.entries(parsed.ok ? {} : parsed.faults),
  ]);
  for (const [path, { value, fault }] of rejections) {
    if (getIn(typed, path) === value && !found.has(path)) found.set(path, fault);
  }
  const order = form.pages.flatMap((page) => page.fields.map((field) => field.id));
  const position = ([path]: [string, Fault]) => order.indexOf(rootOf(path));
  return Object.fromEntries(
    [...found]
      .filter(([path]) => fieldIds.includes(rootOf(path)))
      .sort((a, b) => position(a) - position(b)),
  );
}
