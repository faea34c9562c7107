import { z } from 'zod';
import { mostKronor } from '../money';
import { amountBounds, earliestYear, latestYear, mostLineName, mostYears } from './amounts';
import { allFields, bounds, fieldsOf } from './fields';
import { fieldSchema, maxLengthOf } from './field-schema';
import type { FormDefinition, FormField } from './types';

type JsonSchema = Record<string, unknown>;

const typesWithLength = ['text', 'longText', 'email', 'phone', 'webAddress', 'coding'];

/**
 * JSON Schema (2020-12) of the answers as a form keeps them. What it accepts is accepted, save an
 * organisation number whose check digit is wrong or that is a person's, a day that no calendar has, two
 * answers that must differ and do not, years out of order, and signatories who do not fit their rule or
 * share an address; what is typed may also have spaces around it, spaces in
 * numbers, items with nothing in them, and answers to questions that were not asked.
 */
export function jsonSchemaOf(form: FormDefinition): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    ...objectSchema(allFields(form)),
  };
}

function objectSchema(fields: readonly FormField[]): JsonSchema {
  const always = fields.filter((field) => field.required && !field.showWhen);
  const sometimes = fields.filter((field) => field.required && field.showWhen);
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map((field) => [field.id, answerSchema(field)])),
    required: always.map((field) => field.id),
    ...(sometimes.length > 0 ? { allOf: sometimes.map((field) => whenAsked(field, fields)) } : {}),
    additionalProperties: false,
  };
}

function answerSchema(field: FormField): JsonSchema {
  if (field.type === 'group') {
    const { min, max } = bounds(field);
    const items = objectSchema(fieldsOf(field));
    return { type: 'array', items, minItems: Math.max(1, min), maxItems: max };
  }
  if (field.type === 'amounts') return amountsSchema(field);
  const schema = z.toJSONSchema(fieldSchema(field), { io: 'output' });
  // Once, on the whole.
  delete schema.$schema;
  if (field.type === 'choices') return { ...schema, uniqueItems: true };
  return typesWithLength.includes(field.type)
    ? { ...schema, maxLength: maxLengthOf(field) }
    : schema;
}

/** Every line has an amount for every year, and one of all is more than nothing. */
function amountsSchema(field: FormField): JsonSchema {
  const anyOf = Array.from({ length: mostYears }, (_, i) => amountsOfYears(field, i + 1));
  return { type: 'object', anyOf };
}

function amountsOfYears(field: FormField, years: number): JsonSchema {
  const many = { type: 'array', minItems: years, maxItems: years };
  const line = {
    type: 'object',
    properties: {
      name: { type: 'string', pattern: '\\S', maxLength: mostLineName },
      amounts: { ...many, items: { type: 'integer', minimum: 0, maximum: mostKronor } },
    },
    required: ['name', 'amounts'],
    additionalProperties: false,
  };
  const more = { type: 'array', contains: { type: 'integer', minimum: 1 } };
  return {
    type: 'object',
    properties: {
      years: {
        ...many,
        items: { type: 'integer', minimum: earliestYear, maximum: latestYear },
        uniqueItems: true,
      },
      lines: {
        type: 'array',
        items: line,
        minItems: 1,
        maxItems: amountBounds(field).lines,
        contains: { type: 'object', properties: { amounts: more }, required: ['amounts'] },
      },
    },
    required: ['years', 'lines'],
    additionalProperties: false,
  };
}

function whenAsked(field: FormField, fields: readonly FormField[]): JsonSchema {
  const conditions = conditionsOf(field, fields);
  return {
    if: {
      properties: Object.fromEntries(conditions.map(({ id, schema }) => [id, schema])),
      required: conditions.map(({ id }) => id),
    },
    then: { required: [field.id] },
  };
}

/** A question hangs on an answer, and on whatever the question of that answer hangs on. */
function conditionsOf(
  field: FormField,
  fields: readonly FormField[],
): { id: string; schema: JsonSchema }[] {
  if (!field.showWhen) return [];
  const parent = fields.find(({ id }) => id === field.showWhen?.field);
  const own = { id: field.showWhen.field, schema: oneOf(field.showWhen.in, parent) };
  return parent ? [...conditionsOf(parent, fields), own] : [own];
}

/** What an answer to the parent looks like when it is, or holds, one of the words. */
function oneOf(words: readonly string[], parent: FormField | undefined): JsonSchema {
  if (parent?.type === 'choices') return { type: 'array', contains: { enum: words } };
  return { enum: parent?.type === 'confirmation' ? [true] : words };
}
