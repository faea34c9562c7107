import { z } from 'zod';
import { cleanText } from './clean-text';
import { fieldSchema } from './field-schema';
import { visibleFields } from './fields';
import type { Answers, Fault, FormDefinition, FormField } from './types';

export { maxLengthOf } from './field-schema';
export { jsonSchemaOf } from './json-schema';
export { normalizeOrganisationNumber } from './organisation-number';

export type ParsedAnswers =
  { ok: true; answers: Answers } | { ok: false; faults: Record<string, Fault> };

/**
 * Validates what was typed against the form. Answers to fields that were not asked are dropped;
 * text is trimmed and normalised. Faults are per field id, all at once. Takes any JSON object.
 */
export function parseAnswers(form: FormDefinition, typed: Record<string, unknown>): ParsedAnswers {
  const asked = visibleFields(form, typed);
  const answered = asked.filter((field) => !isBlank(typed[field.id]));
  const shape = Object.fromEntries(asked.map((field) => [field.id, ruleFor(field)]));
  const given = Object.fromEntries(answered.map((field) => [field.id, typed[field.id]]));
  const result = z.strictObject(shape).safeParse(given);
  if (result.success) return { ok: true, answers: result.data as Answers };
  const faults: Record<string, Fault> = {};
  for (const issue of result.error.issues) {
    const field = asked.find(({ id }) => id === issue.path[0]);
    // Every rule of ours names its fault, so an issue's message is one.
    if (field) faults[field.id] ??= answered.includes(field) ? toFault(issue) : missing(field);
  }
  return { ok: false, faults };
}

function ruleFor(field: FormField): z.ZodType {
  return field.required ? fieldSchema(field) : fieldSchema(field).optional();
}

/** Empty text and an unticked box mean "not answered". */
function isBlank(value: unknown): boolean {
  if (typeof value === 'string') return cleanText(value) === '';
  return value === undefined || value === null || value === false;
}

/** What to say of a field without an answer: choices and confirmations have their own sentence. */
function missing(field: FormField): Fault {
  if (field.type === 'choice') return 'choice';
  return field.type === 'confirmation' ? 'confirmation' : 'required';
}

function toFault(issue: z.core.$ZodIssue): Fault {
  return issue.message as Fault;
}
