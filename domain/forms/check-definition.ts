import { languages } from '../language';
import { allFields } from './fields';
import type { FormDefinition } from './types';

/**
 * Everything wrong with a form definition, as sentences for its author; empty when it is sound.
 * Called for every registered form at start, so an incomplete form never reaches a person.
 */
export function definitionFaults(form: FormDefinition): string[] {
  const fields = allFields(form);
  const ids = fields.map((field) => field.id);
  const name = `${form.id}@${form.version}`;
  return [
    ...ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `${name}: field ${id} occurs twice`),
    ...fields
      .filter((f) => f.type === 'choice' && !f.options?.length)
      .map((f) => `${name}: choice ${f.id} has no options`),
    ...fields
      .filter((f) => f.showWhen && ids.indexOf(f.showWhen.field) >= ids.indexOf(f.id))
      .map((f) => `${name}: ${f.id} depends on a field that is not asked before it`),
    ...Object.entries(form.bindings)
      .filter(([, id]) => !ids.includes(id))
      .map(([binding, id]) => `${name}: ${binding} is bound to the unknown field ${id}`),
    ...languages.flatMap((language) =>
      requiredTexts(form)
        .filter((key) => !form.texts[language][key])
        .map((key) => `${name}: no ${language} text for ${key}`),
    ),
    ...textsMissingATranslation(form),
  ];
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

/** A help or error text given in one language must exist in all. */
function textsMissingATranslation(form: FormDefinition): string[] {
  const keys = new Set(languages.flatMap((language) => Object.keys(form.texts[language])));
  return [...keys].flatMap((key) =>
    languages
      .filter((language) => form.texts[language][key] === undefined)
      .map((language) => `${form.id}@${form.version}: ${key} is missing in ${language}`),
  );
}
