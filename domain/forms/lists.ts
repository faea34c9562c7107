import type { Language, Localized } from '../language';
import { languages } from '../language';
import { fieldsOf } from './fields';
import type { FormDefinition, FormField, ListName } from './types';

/** One of the answers that a list offers, and what it is called. */
export interface ListItem {
  value: string;
  label: Localized;
}

export type FormLists = Partial<Record<ListName, readonly ListItem[]>>;

/**
 * The form as it is asked now: every field that takes its options from a list has them, with their
 * texts. Browser and server judge answers with what comes out of here; a list that is not given leaves
 * its fields open.
 */
export function withLists(form: FormDefinition, lists: FormLists): FormDefinition {
  const texts: Record<Language, Record<string, string>> = {
    sv: { ...form.texts.sv },
    en: { ...form.texts.en },
  };
  const filled = (field: FormField, key: string): FormField => {
    const fields = fieldsOf(field).map((each) => filled(each, `${key}.${each.id}`));
    const list = field.optionsFrom && lists[field.optionsFrom];
    for (const language of list ? languages : []) {
      for (const { value, label } of list ?? []) {
        texts[language][`${key}.option.${value}`] = label[language];
      }
    }
    return {
      ...field,
      ...(field.fields && { fields }),
      ...(list && { options: list.map(({ value }) => value) }),
    };
  };
  const pages = form.pages.map((page) => ({
    ...page,
    fields: page.fields.map((field) => filled(field, `field.${field.id}`)),
  }));
  return { ...form, pages, texts };
}

/** The form without the groups that choose from a list with nothing in it: there is nothing to ask. */
export function withoutEmptyGroups(form: FormDefinition): FormDefinition {
  const isEmpty = ({ fields = [] }: FormField) =>
    fields.some(({ optionsFrom, options }) => optionsFrom !== undefined && options?.length === 0);
  const pages = form.pages.map((page) => ({
    ...page,
    fields: page.fields.filter((field) => !isEmpty(field)),
  }));
  return { ...form, pages };
}

/** The form without the choices that may be left out and have nothing to choose from. */
export function withoutEmptyChoices(form: FormDefinition): FormDefinition {
  const isEmpty = ({ required, optionsFrom, options }: FormField) =>
    !required && optionsFrom !== undefined && options?.length === 0;
  const pages = form.pages.map((page) => ({
    ...page,
    fields: page.fields.filter((field) => !isEmpty(field)),
  }));
  return { ...form, pages };
}

/** Whether a form must be given lists before it can be asked. */
export function listsOf(form: FormDefinition): ListName[] {
  const names = (fields: readonly FormField[]): ListName[] =>
    fields.flatMap((field) => [
      ...(field.optionsFrom ? [field.optionsFrom] : []),
      ...names(fieldsOf(field)),
    ]);
  return [...new Set(form.pages.flatMap(({ fields }) => names(fields)))];
}
