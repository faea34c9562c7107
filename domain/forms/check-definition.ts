import { languages } from '../language';
import { capacities, signingRules } from '../signatories';
import { mostYears } from './amounts';
import { allFields, bounds, fieldsOf } from './fields';
import { ratings, scaleTexts } from './rating';
import type { FormDefinition, FormField } from './types';

/**
 * Everything wrong with a form definition, as sentences for its author; empty when it is sound.
 * Called for every registered form at start, so an incomplete form never reaches a person.
 */
export function definitionFaults(form: FormDefinition): string[] {
  const fields = allFields(form);
  return [
    ...repeated(form.pages.map((page) => page.id)).map((id) => `page ${id} occurs twice`),
    ...listFaults(fields, ''),
    ...bindingFaults(form),
    ...textFaults(form),
  ].map((fault) => `${form.id}@${form.version}: ${fault}`);
}

/** Of the form's own fields, or of those of a group (`prefix` then names it). */
function listFaults(fields: readonly FormField[], prefix: string): string[] {
  return [
    ...repeated(fields.map((field) => field.id)).map((id) => `field ${prefix}${id} occurs twice`),
    ...fields.flatMap((field) => fieldFaults(field, prefix)),
    ...fields.flatMap((field, position) => conditionFaults(field, fields.slice(0, position))),
    ...fields.flatMap((field, position) => differenceFaults(field, fields.slice(0, position))),
  ];
}

function repeated(values: readonly string[]): string[] {
  return values.filter((value, position) => values.indexOf(value) !== position);
}

/** In the key of a text these say which of a field's texts it is. */
const textWords = ['help', 'option', 'error', 'confirmed', 'item', 'add', 'remove', 'line'];

function fieldFaults(field: FormField, prefix: string): string[] {
  const { type, options = [], optionsFrom } = field;
  const id = `${prefix}${field.id}`;
  const asksToChoose = type === 'choice' || type === 'choices';
  return [
    // A name that every object has already would be read as an answer.
    ...(/^[A-Za-z][A-Za-z0-9]*$/.test(field.id) && !(field.id in {})
      ? []
      : [`${id} cannot be a field's name`]),
    ...(prefix !== '' && textWords.includes(field.id)
      ? [`${id} cannot be a field's name in a group`]
      : []),
    ...(asksToChoose && options.length === 0 && !optionsFrom
      ? [`choice ${id} has no options`]
      : []),
    ...(optionsFrom && options.length > 0 ? [`choice ${id} has two lists of options`] : []),
    ...repeated(options).map((option) => `choice ${id} has the option ${option} twice`),
    ...(type === 'group' ? groupFaults(field, prefix) : []),
    ...(type === 'file' ? boundsFaults(field, id) : []),
    ...(type === 'amounts' ? amountsFaults(field, prefix) : []),
  ];
}

function groupFaults(group: FormField, prefix: string): string[] {
  const id = `${prefix}${group.id}`;
  const fields = fieldsOf(group);
  const { min } = bounds(group);
  return [
    ...(prefix === '' ? [] : [`${id} is a group inside a group`]),
    // An item that nothing has to be in would be kept one time and dropped the next.
    ...(fields.some((field) => field.required && !field.showWhen)
      ? []
      : [`group ${id} asks for nothing that must be answered`]),
    ...(group.under === undefined ||
    fields.some((field) => field.id === group.under && field.type === 'text' && field.required)
      ? []
      : [`items of ${id} stand under a text that not every one has`]),
    ...(group.required === min > 0 ? [] : [`group ${id} is required if it has a fewest`]),
    ...boundsFaults(group, id),
    ...fields
      .filter(({ type }) => type === 'file')
      .map((field) => `${id}.${field.id} is a file inside a group`),
    ...listFaults(fields, `${id}.`),
  ];
}

function boundsFaults(field: FormField, id: string): string[] {
  const { min, max } = bounds(field);
  return max >= Math.max(1, min) ? [] : [`${id} can never have enough`];
}

function amountsFaults(field: FormField, prefix: string): string[] {
  const { id, years = 1, max = 1 } = field;
  return [
    ...(prefix === '' ? [] : [`${prefix}${id} is amounts inside a group`]),
    ...(years >= 1 && years <= mostYears ? [] : [`${id} can begin with 1 to ${mostYears} years`]),
    ...(max >= 1 ? [] : [`${id} can never have enough`]),
  ];
}

/** An answer can only differ from one of the same kind, given before it. */
function differenceFaults(
  { id, type, differsFrom }: FormField,
  earlier: readonly FormField[],
): string[] {
  if (differsFrom === undefined) return [];
  const other = earlier.find((field) => field.id === differsFrom);
  if (!other) return [`${id} differs from a field that is not asked before it`];
  return other.type === type ? [] : [`${id} differs from ${other.id}, which is of another kind`];
}

/** A condition can only ask for an answer that an earlier question can have. */
function conditionFaults({ id, showWhen }: FormField, earlier: readonly FormField[]): string[] {
  if (!showWhen) return [];
  const parent = earlier.find((field) => field.id === showWhen.field);
  if (!parent) return [`${id} depends on a field that is not asked before it`];
  if (parent.optionsFrom) return [];
  const possible = possibleAnswers(parent);
  return showWhen.in
    .filter((answer) => !possible.includes(answer))
    .map((answer) => `${id} waits for ${answer}, which ${parent.id} never answers`);
}

function possibleAnswers(field: FormField): readonly string[] {
  if (field.type === 'rating') return ratings;
  return field.type === 'confirmation' ? ['true'] : (field.options ?? []);
}

function bindingFaults(form: FormDefinition): string[] {
  const fields = allFields(form);
  const unknown = Object.entries(form.bindings)
    .filter(([, id]) => !fields.some((field) => field.id === id))
    .map(([binding, id]) => `${binding} is bound to the unknown field ${id}`);
  return [...unknown, ...signatoryBindingFaults(form)];
}

/** It must be answered, or something else instead of it. */
function isAlwaysAsked(fields: readonly FormField[], id: string): boolean {
  return fields.some((field) => (field.id === id && field.required) || field.insteadOf === id);
}

/** What signatories are asked is known to the process by these names and words. */
function signatoryBindingFaults({ pages, bindings }: FormDefinition): string[] {
  const fields = pages.flatMap((page) => page.fields);
  const group = fields.find(({ id }) => id === bindings.signatories);
  const rule = fields.find(({ id }) => id === bindings.signingRule);
  const capacity = group && fieldsOf(group).find(({ id }) => id === 'capacity');
  const asked = ['name', 'email', 'capacity'].filter(
    (id) => group && !isAlwaysAsked(fieldsOf(group), id),
  );
  return [
    ...asked.map((id) => `signatories are not asked for their ${id}`),
    ...unknownWords(capacity, capacities),
    ...unknownWords(rule, signingRules),
  ];
}

function unknownWords(field: FormField | undefined, known: readonly string[]): string[] {
  return (field?.options ?? [])
    .filter((option) => !known.includes(option))
    .map((option) => `${field?.id} has the option ${option}, which nothing knows`);
}

/** A help or error text may be left out, but then in every language. */
function textFaults(form: FormDefinition): string[] {
  const given = languages.flatMap((language) => Object.keys(form.texts[language]));
  const keys = new Set([...requiredTexts(form), ...given]);
  return languages.flatMap((language) =>
    [...keys]
      .filter((key) => !form.texts[language][key]?.trim())
      .map((key) => `no ${language} text for ${key}`),
  );
}

function requiredTexts(form: FormDefinition): string[] {
  return [
    'title',
    'intro',
    'send',
    ...form.pages.map((page) => `page.${page.id}`),
    ...(hasRating(allFields(form)) ? scaleTexts : []),
    ...allFields(form).flatMap((field) => fieldTexts(field, `field.${field.id}`)),
  ];
}

function hasRating(fields: readonly FormField[]): boolean {
  return fields.some((field) => field.type === 'rating' || hasRating(fieldsOf(field)));
}

function fieldTexts(field: FormField, key: string): string[] {
  return [
    key,
    ...(field.options ?? []).map((option) => `${key}.option.${option}`),
    ...(field.type === 'confirmation' ? [`${key}.confirmed`] : []),
    ...(field.type === 'group' ? ['item', 'add', 'remove'].map((word) => `${key}.${word}`) : []),
    ...(field.type === 'amounts' ? ['line', 'add', 'remove'].map((word) => `${key}.${word}`) : []),
    ...fieldsOf(field).flatMap((each) => fieldTexts(each, `${key}.${each.id}`)),
  ];
}
