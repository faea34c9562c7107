import { languages } from '../language';
import { allFields } from './fields';
import type { FormDefinition, FormField } from './types';

/**
 * Everything wrong with a form definition, as sentences for its author; empty when it is sound.
 * Called for every registered form at start, so an incomplete form never reaches a person.
 */
export function definitionFaults(form: FormDefinition): string[] {
  const fields = allFields(form);
  return [
    ...repeated(form.pages.map((page) => page.id)).map((id) => `page ${id} occurs twice`),
    ...repeated(fields.map((field) => field.id)).map((id) => `field ${id} occurs twice`),
    ...fields.flatMap(fieldFaults),
    ...fields.flatMap((field, position) => conditionFaults(field, fields.slice(0, position))),
    ...bindingFaults(form),
    ...textFaults(form),
  ].map((fault) => `${form.id}@${form.version}: ${fault}`);
}

function repeated(values: readonly string[]): string[] {
  return values.filter((value, position) => values.indexOf(value) !== position);
}

function fieldFaults(field: FormField): string[] {
  const { id, type, options = [] } = field;
  return [
    // A name that every object has already would be read as an answer.
    ...(/^[A-Za-z][A-Za-z0-9]*$/.test(id) && !(id in {}) ? [] : [`${id} cannot be a field's name`]),
    ...(type === 'choice' && options.length === 0 ? [`choice ${id} has no options`] : []),
    ...repeated(options).map((option) => `choice ${id} has the option ${option} twice`),
  ];
}

/** A condition can only ask for an answer that an earlier question can have. */
function conditionFaults({ id, showWhen }: FormField, earlier: readonly FormField[]): string[] {
  if (!showWhen) return [];
  const parent = earlier.find((field) => field.id === showWhen.field);
  if (!parent) return [`${id} depends on a field that is not asked before it`];
  const possible = possibleAnswers(parent);
  return showWhen.in
    .filter((answer) => !possible.includes(answer))
    .map((answer) => `${id} waits for ${answer}, which ${parent.id} never answers`);
}

function possibleAnswers(field: FormField): readonly string[] {
  return field.type === 'confirmation' ? ['true'] : (field.options ?? []);
}

function bindingFaults(form: FormDefinition): string[] {
  const ids = allFields(form).map((field) => field.id);
  return Object.entries(form.bindings)
    .filter(([, id]) => !ids.includes(id))
    .map(([binding, id]) => `${binding} is bound to the unknown field ${id}`);
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
    ...allFields(form).flatMap((field) => [
      `field.${field.id}`,
      ...(field.options ?? []).map((option) => `field.${field.id}.option.${option}`),
      ...(field.type === 'confirmation' ? [`field.${field.id}.confirmed`] : []),
    ]),
  ];
}
