import { z } from 'zod';
import { mostKronor, parseKronor } from '../money';
import { cleanLine, cleanText, lengthInCharacters } from './clean-text';
import {
  hasValidCheckDigit,
  isPersonalNumber,
  normalizeOrganisationNumber,
} from './organisation-number';
import { mostLineName } from './amounts';
import { bounds } from './fields';
import { ratings } from './rating';
import type { Fault, FieldType, FormField } from './types';

/** A group and amounts hold nothing themselves; each of their parts is judged by its own rule. */
type JudgedType = Exclude<FieldType, 'group' | 'amounts'>;

function isJudged(type: FieldType): type is JudgedType {
  return type !== 'group' && type !== 'amounts';
}

const limits: Record<JudgedType, number> = {
  text: 200,
  longText: 10_000,
  email: 254,
  phone: 40,
  date: 40,
  time: 5,
  webAddress: 500,
  organisationNumber: 40,
  choice: 100,
  choices: 100,
  confirmation: 4,
  file: 255,
  number: 6,
  coding: 60,
  amount: 40,
  rating: 9,
};

/** The longest answer to a field, in characters; of a file and of a line of amounts, its name. */
export function maxLengthOf(field: FormField): number {
  if (field.type === 'amounts') return mostLineName;
  return field.maxLength ?? (isJudged(field.type) ? limits[field.type] : 0);
}

// One address as a mail server can be asked about it: no list, no name, a host with a dot.
const email =
  /^[^\s\p{C}<>()[\]\\,;:"@]+@(?:[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?\.)+\p{L}[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}]$/u;
const phone = /^\+?(?:[\s()/-]*\d){5,}[\s()/-]*$/;
/** What the calendar has, as a pattern, so that a JSON Schema says it too: 2027-02-29 is no day. */
const day = z.regexes.date;
/** Hours and minutes of a day that has 24 of them. */
const time = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
/** An address that a browser opens, and nothing that it would run. */
const webAddress = /^https?:\/\/[^\s\p{C}<>"\\^`{|}]+$/u;
/** An account and what else it is divided by: `4950-3100-315`. */
const coding = /^\d{1,10}(?:-[\p{L}\d]{0,20}){0,9}$/u;
/** What a list may offer, where the list itself is not at hand. */
const listed = /^[\p{L}\p{N}](?:[\p{L}\p{N} ._:-]{0,98}[\p{L}\p{N}])?$/u;
/** Whether a name can be one of the answers that a list offers. */
export function isListed(name: string): boolean {
  return listed.test(name);
}

const dashes = /[\p{Pd}\u2212]/gu;

const schemaByType: Record<JudgedType, (field: FormField) => z.ZodType> = {
  text: (field) => typed(cleanLine, written(field)),
  longText: (field) => typed(cleanText, written(field)),
  email: (field) => typed(cleanLine, written(field).regex(email, fault('email'))),
  phone: (field) =>
    typed(
      (value) => cleanLine(value).replace(dashes, '-'),
      written(field).regex(phone, fault('phone')),
    ),
  date: (field) => typed(cleanLine, written(field).regex(day, fault('date'))),
  time: (field) => typed(cleanTime, written(field).regex(time, fault('time'))),
  webAddress: (field) =>
    typed(
      (value) => cleanLine(value).replace(/^https?:/i, (scheme) => scheme.toLowerCase()),
      written(field).regex(webAddress, fault('webAddress')),
    ),
  amount: (field) =>
    typed(
      tidyAmount,
      written(field)
        .regex(/^\d{1,11}$/, { error: ({ input }) => amountFault(String(input)), abort: true })
        .refine((value) => Number(value) <= mostKronor, fault('amountTooLarge')),
    ),
  coding: (field) =>
    typed(
      (value) =>
        cleanLine(value)
          .replace(dashes, '-')
          .replace(/\s*-\s*/g, '-'),
      written(field).regex(coding, fault('coding')),
    ),
  // What is no number is said to be none, however long it is.
  number: () =>
    typed(
      cleanLine,
      z
        .string()
        .regex(/\S/, { error: fault('required'), abort: true })
        .regex(/^\d{1,6}$/, fault('number')),
    ),
  organisationNumber: (field) =>
    typed(
      (value) => normalizeOrganisationNumber(cleanLine(value)),
      written(field)
        .regex(/^\d{6}-\d{4}$/, { error: fault('organisationNumberLength'), abort: true })
        .refine(hasValidCheckDigit, { error: fault('organisationNumberChecksum'), abort: true })
        .refine((value) => !isPersonalNumber(value), fault('organisationNumberPersonal')),
    ),
  // What there is to choose from is known only when the form is asked, see `lists.ts`.
  choice: ({ options, optionsFrom }) =>
    optionsFrom && !options
      ? z.string({ error: fault('choice') }).regex(listed, { error: fault('choice') })
      : z.enum(options as [string, ...string[]], { error: fault('choice') }),
  rating: () => z.enum(ratings, { error: fault('rating') }),
  choices: ({ options = [], min = 1, max = options.length }) => {
    const error = fault('choices');
    const chosen = z.array(z.enum(options as [string, ...string[]], { error }), { error });
    // Kept once each and in the form's order, however they were clicked.
    return chosen
      .transform((values) => options.filter((option) => values.includes(option)))
      .pipe(
        chosen
          .min(1, { error })
          .min(min, { error: fault('tooFew') })
          .max(max, { error: fault('tooMany') }),
      );
  },
  confirmation: () => z.literal(true, { error: fault('confirmation') }),
  file: (field) => {
    const error = fault('file');
    const file = z.object(
      {
        id: z.uuid({ error }),
        name: z.string({ error }).min(1, { error }).max(maxLengthOf(field), { error }),
        size: z.int({ error }).positive({ error }),
        sha256: z.string({ error }).regex(/^[0-9a-f]{64}$/, { error }),
      },
      { error },
    );
    const { max } = bounds(field);
    return z
      .array(file, { error })
      .min(1, { error })
      .max(max, { error: fault('tooMany') });
  },
};

/**
 * The rule for an answer to one field. Its output side describes the answer as it is kept. A group
 * has none of its own.
 */
export function fieldSchema(field: FormField): z.ZodType {
  const known = schemas.get(field);
  if (known) return known;
  if (!isJudged(field.type)) throw new TypeError(`${field.id} is judged part by part`);
  const schema = schemaByType[field.type](field);
  schemas.set(field, schema);
  return schema;
}

// Building a schema takes longer than judging an answer with it, and definitions never change.
const schemas = new WeakMap<FormField, z.ZodType>();

/** `9.30` and `930` are half past nine as well. */
function cleanTime(value: string): string {
  const [, hours = '', minutes = ''] = /^(\d{1,2})[.:]?(\d\d)$/.exec(cleanLine(value)) ?? [];
  return minutes === '' ? cleanLine(value) : `${hours.padStart(2, '0')}:${minutes}`;
}

/** Whole kronor as digits; what is none stays as it was typed. */
function tidyAmount(value: string): string {
  const parsed = parseKronor(cleanLine(value));
  return 'kronor' in parsed ? String(parsed.kronor) : cleanLine(value);
}

function amountFault(value: string): Fault {
  const parsed = parseKronor(value);
  return 'fault' in parsed ? parsed.fault : 'amount';
}

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
