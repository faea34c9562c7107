import { z } from 'zod';
import { cleanLine, cleanText, lengthInCharacters } from './clean-text';
import {
  hasValidCheckDigit,
  isPersonalNumber,
  normalizeOrganisationNumber,
} from './organisation-number';
import type { Fault, FieldType, FormField } from './types';

const limits: Record<FieldType, number> = {
  text: 200,
  longText: 10_000,
  email: 254,
  phone: 40,
  organisationNumber: 40,
  choice: 100,
  confirmation: 4,
};

/** The longest answer to a field, in characters. */
export function maxLengthOf(field: FormField): number {
  return field.maxLength ?? limits[field.type];
}

// One address as a mail server can be asked about it: no list, no name, a host with a dot.
const email =
  /^[^\s\p{C}<>()[\]\\,;:"@]+@(?:[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?\.)+\p{L}[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}]$/u;
const phone = /^\+?(?:[\s()/-]*\d){5,}[\s()/-]*$/;
const dashes = /[\p{Pd}\u2212]/gu;

const schemaByType: Record<FieldType, (field: FormField) => z.ZodType> = {
  text: (field) => typed(cleanLine, written(field)),
  longText: (field) => typed(cleanText, written(field)),
  email: (field) => typed(cleanLine, written(field).regex(email, fault('email'))),
  phone: (field) =>
    typed(
      (value) => cleanLine(value).replace(dashes, '-'),
      written(field).regex(phone, fault('phone')),
    ),
  organisationNumber: (field) =>
    typed(
      (value) => normalizeOrganisationNumber(cleanLine(value)),
      written(field)
        .regex(/^\d{6}-\d{4}$/, { error: fault('organisationNumberLength'), abort: true })
        .refine(hasValidCheckDigit, { error: fault('organisationNumberChecksum'), abort: true })
        .refine((value) => !isPersonalNumber(value), fault('organisationNumberPersonal')),
    ),
  choice: (field) => z.enum(field.options as [string, ...string[]], { error: fault('choice') }),
  confirmation: () => z.literal(true, { error: fault('confirmation') }),
};

/** The rule for an answer to one field. Its output side describes the answer as it is kept. */
export function fieldSchema(field: FormField): z.ZodType {
  const known = schemas.get(field);
  if (known) return known;
  const schema = schemaByType[field.type](field);
  schemas.set(field, schema);
  return schema;
}

// Building a schema takes longer than judging an answer with it, and definitions never change.
const schemas = new WeakMap<FormField, z.ZodType>();

/** What was typed, made tidy and then judged. */
function typed(tidy: (value: string) => string, kept: z.ZodString): z.ZodType {
  return z
    .string({ error: fault('required') })
    .transform(tidy)
    .pipe(kept);
}

/** Something is written, and not too much. */
function written(field: FormField): z.ZodString {
  const maxLength = maxLengthOf(field);
  return z
    .string()
    .regex(/\S/, { error: fault('required'), abort: true })
    .refine((value) => lengthInCharacters(value) <= maxLength, {
      error: fault('tooLong'),
      abort: true,
    });
}

function fault(code: Fault): Fault {
  return code;
}
