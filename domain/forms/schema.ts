import { isBlankAmounts, judgeAmounts } from './amounts';
import { cleanText } from './clean-text';
import { fieldSchema } from './field-schema';
import { allFields, bounds, fieldsOf, visibleAmong } from './fields';
import { signatoryFaults } from './signatory-faults';
import type { Answer, Answers, Fault, Faults, FormDefinition, FormField } from './types';

export { maxLengthOf } from './field-schema';
export { jsonSchemaOf } from './json-schema';
export { normalizeOrganisationNumber } from './organisation-number';

export type ParsedAnswers = { ok: true; answers: Answers } | { ok: false; faults: Faults };

type Typed = Record<string, unknown>;

/**
 * Validates what was typed against the form. Answers to fields that were not asked are dropped, and
 * so are items of a group with nothing in them; text is trimmed and normalised. Faults are by path,
 * all at once, in the form's order. Takes any JSON object.
 */
export function parseAnswers(form: FormDefinition, typed: Typed): ParsedAnswers {
  const judged = judge(allFields(form), typed, '');
  const faults = { ...judged.faults, ...signatoryFaults(form, typed, judged) };
  return Object.keys(faults).length === 0
    ? { ok: true, answers: judged.answers }
    : { ok: false, faults: inOrder(form, faults) };
}

interface Judgement {
  answers: Answers;
  faults: Faults;
}

function judge(fields: readonly FormField[], typed: Typed, prefix: string): Judgement {
  const answers: Answers = {};
  const faults: Faults = {};
  for (const field of visibleAmong(fields, typed)) {
    const judged = judgeField(field, typed[field.id], `${prefix}${field.id}`);
    if (judged.answer !== undefined) answers[field.id] = judged.answer;
    Object.assign(faults, judged.faults);
    if (isRepeated(field, answers)) faults[`${prefix}${field.id}`] = 'same';
    const other = field.insteadOf;
    if (other !== undefined && isNowhere([field.id, other], typed)) {
      faults[`${prefix}${other}`] = 'unreachable';
    }
  }
  return { answers, faults };
}

function isRepeated({ id, differsFrom }: FormField, answers: Answers): boolean {
  return differsFrom !== undefined && id in answers && answers[id] === answers[differsFrom];
}

function isNowhere(ids: readonly string[], typed: Typed): boolean {
  return ids.every((id) => {
    const value = typed[id];
    return typeof value !== 'string' || cleanText(value) === '';
  });
}

interface Judged {
  answer?: Answer;
  faults?: Faults;
}

function judgeField(field: FormField, value: unknown, path: string): Judged {
  if (isBlank(field, value)) return field.required ? missingParts(field, value, path) : {};
  if (field.type === 'group') return judgeItems(field, value, path);
  if (field.type === 'amounts') return judgeAmounts(field, value, path);
  const result = fieldSchema(field).safeParse(value);
  if (result.success) return { answer: result.data as Answer };
  // Every rule of ours names its fault, so an issue's message is one.
  return { faults: { [path]: result.error.issues[0]?.message as Fault } };
}

/**
 * Items with nothing in them are not there, unless fewer than the group needs are left: then the
 * first of them are judged, so that each of their fields says what it lacks.
 */
function judgeItems(group: FormField, value: unknown, path: string): Judged {
  const { min, max } = bounds(group);
  if (!Array.isArray(value) || !value.every(isObject)) return { faults: { [path]: 'tooFew' } };
  if (value.length > max) return { faults: { [path]: 'tooMany' } };
  const filled = value.map((item) => fieldsOf(group).some((f) => !isBlank(f, item[f.id])));
  let lacking = min - filled.filter(Boolean).length;
  const judged = value.flatMap((item, i) => {
    if (!filled[i] && lacking-- <= 0) return [];
    return [judge(fieldsOf(group), item, `${path}.${i}.`)];
  });
  const faults = Object.assign({}, ...judged.map((each) => each.faults)) as Faults;
  if (judged.length < min) return { faults: { [path]: 'tooFew', ...faults } };
  return { ...(judged.length > 0 && { answer: judged.map((each) => each.answers) }), faults };
}

/** What is missing, where nothing was answered; amounts say it of each cell of their first line. */
function missingParts(field: FormField, value: unknown, path: string): Judged {
  if (field.type === 'amounts' && isObject(value)) return judgeAmounts(field, value, path);
  return { faults: { [path]: missing(field) } };
}

/** Empty text, an unticked box, an empty list and lines without anything mean "not answered". */
function isBlank({ type }: FormField, value: unknown): boolean {
  if (typeof value === 'string') return cleanText(value) === '';
  if (Array.isArray(value)) return value.length === 0 && isList(type);
  if (type === 'amounts' && isBlankAmounts(value)) return true;
  return value === undefined || value === null || value === false;
}

function isList(type: FormField['type']): boolean {
  return type === 'choices' || type === 'file' || type === 'group';
}

function isObject(value: unknown): value is Typed {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const whenMissing: Partial<Record<FormField['type'], Fault>> = {
  choice: 'choice',
  choices: 'choices',
  confirmation: 'confirmation',
  file: 'file',
  group: 'tooFew',
  rating: 'rating',
};

/** What to say of a field without an answer: what is not written has a sentence of its own. */
function missing({ type }: FormField): Fault {
  return whenMissing[type] ?? 'required';
}

/** By the order of the form's fields; within one, as they were found. */
function inOrder(form: FormDefinition, faults: Faults): Faults {
  const found = Object.entries(faults);
  return Object.fromEntries(
    allFields(form).flatMap(({ id }) =>
      found.filter(([path]) => path === id || path.startsWith(`${id}.`)),
    ),
  );
}
