import './zod-settings';
import { visibleFields } from '../../../domain/forms/fields';
import { parseAnswers } from '../../../domain/forms/schema';
import type { Fault, FormDefinition } from '../../../domain/forms/types';
import type { TypedAnswers } from './typed-answers';

export type Faults = Record<string, Fault>;

/** A fault the server found, and the answer it was found in. */
export interface Rejection {
  value: string | boolean | undefined;
  fault: Fault;
}

/**
 * The faults among the given fields, in the form's order: our own, and the server's for as long
 * as the answer it refused is unchanged.
 */
export function findFaults(
  form: FormDefinition,
  typed: TypedAnswers,
  fieldIds: readonly string[],
  rejections: ReadonlyMap<string, Rejection> = new Map(),
): Faults {
  const parsed = parseAnswers(form, typed);
  const found = new Map(Object.entries(parsed.ok ? {} : parsed.faults));
  for (const [id, { value, fault }] of rejections) {
    if (typed[id] === value && !found.has(id)) found.set(id, fault);
  }
  const asked = visibleFields(form, typed).map((field) => field.id);
  return Object.fromEntries(
    asked.flatMap((id) => {
      const fault = fieldIds.includes(id) ? found.get(id) : undefined;
      return fault ? [[id, fault]] : [];
    }),
  );
}
