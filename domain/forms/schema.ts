import organisationsnummer from 'organisationsnummer';
import { z } from 'zod';
import { allFields, visibleFields } from './fields';
import type { Answers, Fault, FieldType, FormDefinition, FormField } from './types';

const limits: Record<FieldType, number> = {
  text: 200,
  longText: 10_000,
  email: 254,
  phone: 40,
  organisationNumber: 40,
  choice: 100,
  confirmation: 4,
};

// Control characters except tab and line feed: PostgreSQL refuses NUL in text and no font has the rest.
// eslint-disable-next-line no-control-regex
const controlCharacters = /[\u0000-\u0008\u000b-\u001f\u007f]/g;

const clean = (value: string) =>
  value.replace(/\r\n?/g, '\n').replace(controlCharacters, '').normalize('NFC').trim();

/** The longest answer to a field, in characters. */
export function maxLengthOf(field: FormField): number {
  return field.maxLength ?? limits[field.type];
}

/**
 * An organisation number as it is kept: ten digits as `NNNNNN-NNNN`. Accepts spaces, hyphen and
 * the twelve-digit form that starts with 16 (Skatteverket, SKV 709).
 */
export function normalizeOrganisationNumber(value: string): string {
  const digits = value.replace(/[\s-]/g, '').replace(/^16(?=\d{10}$)/, '');
  return /^\d{10}$/.test(digits) ? `${digits.slice(0, 6)}-${digits.slice(6)}` : value;
}

const text = (field: FormField) =>
  z
    .string({ error: fault('required') })
    .transform(clean)
    .pipe(z.string().min(1, fault('required')).max(maxLengthOf(field), fault('tooLong')));

const organisationNumber = (field: FormField) =>
  text(field)
    .transform(normalizeOrganisationNumber)
    .pipe(
      z
        .string()
        .regex(/^\d{6}-\d{4}$/, { error: fault('organisationNumberLength'), abort: true })
        .refine((value) => organisationsnummer.valid(value), fault('organisationNumberChecksum')),
    );

const schemaByType: Record<FieldType, (field: FormField) => z.ZodType> = {
  text,
  longText: text,
  // One @ with something on both sides and a dot after it: what a mail server can be asked about.
  email: (field) =>
    text(field).pipe(z.string().regex(/^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+$/, fault('email'))),
  phone: (field) => text(field).pipe(z.string().regex(/^\+?[\d\s()/-]{5,}$/, fault('phone'))),
  organisationNumber,
  choice: (field) => z.enum(field.options as [string, ...string[]], { error: fault('choice') }),
  confirmation: () => z.literal(true, { error: fault('confirmation') }),
};

function fault(code: Fault): Fault {
  return code;
}

/** Empty text and an unticked box mean "not answered". */
function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === false || clean(String(value)) === '';
}

/** The rule for one field, `undefined` allowed where it need not be answered. */
function fieldSchema(field: FormField, mustAnswer: boolean): z.ZodType {
  const schema = schemaByType[field.type](field);
  return mustAnswer ? schema : schema.optional();
}

/**
 * The schema of a form for documentation: every field, those that may be hidden optional.
 * Validation goes through {@link parseAnswers}, which knows which fields were asked.
 */
export function documentationSchema(form: FormDefinition): z.ZodObject {
  return z.strictObject(
    Object.fromEntries(
      allFields(form).map((field) => [
        field.id,
        fieldSchema(field, field.required && !field.showWhen),
      ]),
    ),
  );
}

/** JSON Schema (2020-12) of the answers a form accepts. */
export function jsonSchemaOf(form: FormDefinition): object {
  return z.toJSONSchema(documentationSchema(form), { io: 'input', unrepresentable: 'any' });
}

export type ParsedAnswers =
  { ok: true; answers: Answers } | { ok: false; faults: Record<string, Fault> };

/**
 * Validates what was typed against the form. Answers to fields that were not asked are dropped;
 * text is trimmed and normalised. Faults are per field id, all at once.
 */
export function parseAnswers(form: FormDefinition, typed: Record<string, unknown>): ParsedAnswers {
  const asked = visibleFields(form, typed);
  const shape = Object.fromEntries(asked.map((f) => [f.id, fieldSchema(f, f.required)]));
  const given = Object.fromEntries(
    asked.filter((f) => !isBlank(typed[f.id])).map((f) => [f.id, typed[f.id]]),
  );
  const result = z.strictObject(shape).safeParse(given);
  if (result.success) return { ok: true, answers: result.data as Answers };
  const faults: Record<string, Fault> = {};
  for (const issue of result.error.issues) {
    const field = asked.find((f) => f.id === issue.path[0]);
    if (field) faults[field.id] ??= isBlank(typed[field.id]) ? missing(field) : faultOf(issue);
  }
  return { ok: false, faults };
}

/** What to say of a field without an answer: choices and confirmations have their own sentence. */
function missing(field: FormField): Fault {
  if (field.type === 'choice') return 'choice';
  return field.type === 'confirmation' ? 'confirmation' : 'required';
}

/** Our own messages are fault codes; anything else is a value of the wrong kind. */
function faultOf(issue: z.core.$ZodIssue): Fault {
  return issue.code === 'invalid_type' ? 'required' : (issue.message as Fault);
}
