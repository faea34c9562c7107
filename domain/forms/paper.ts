import type { Language } from '../language';
import { fieldsOf, textKey } from './fields';
import type { Binding, FormDefinition, FormField } from './types';

/**
 * A form as it is answered on paper: beside each e-mail address a postal one, as whoever writes on
 * paper may have no e-mail. One of the two is enough.
 */
export function paperForm(form: FormDefinition): FormDefinition {
  if (form.paper) return form;
  const known = made.get(form);
  if (known) return known;
  const paper = asPaper(form);
  made.set(form, paper);
  return paper;
}

// What a field's schema is found by is the field itself, so the same form must give the same fields.
const made = new WeakMap<FormDefinition, FormDefinition>();

/** The same without its files, which are part of what is scanned: what an official fills in. */
export function withoutFiles(form: FormDefinition): FormDefinition {
  const pages = form.pages.map((page) => ({
    ...page,
    fields: page.fields.filter(({ type }) => type !== 'file'),
  }));
  return { ...form, pages: pages.filter(({ fields }) => fields.length > 0) };
}

function asPaper(form: FormDefinition): FormDefinition {
  const postal: string[] = [];
  const pages = form.pages.map((page) => ({
    ...page,
    fields: withPostal(page.fields, '', postal),
  }));
  return {
    ...form,
    paper: true,
    pages,
    bindings: { ...form.bindings, ...postalBindings(form) },
    texts: { sv: withTexts(form, 'sv', postal), en: withTexts(form, 'en', postal) },
  };
}

function withPostal(fields: readonly FormField[], prefix: string, postal: string[]): FormField[] {
  return fields.flatMap((field) => {
    if (field.type === 'group') {
      const inner = withPostal(fieldsOf(field), `${prefix}${field.id}.`, postal);
      return [{ ...field, fields: inner }];
    }
    if (field.type !== 'email' || !field.required) return [field];
    const id = postalId(field.id);
    postal.push(`${prefix}${id}`);
    const address: FormField = {
      id,
      type: 'longText',
      required: false,
      maxLength: 300,
      insteadOf: field.id,
      ...(field.showWhen && { showWhen: field.showWhen }),
    };
    return [{ ...field, required: false }, address];
  });
}

/** `coordinatorEmail` has `coordinatorPostal` beside it. */
function postalId(emailId: string): string {
  return `${emailId.replace(/email$/i, '')}Postal`.replace(/^P/, 'p');
}

function postalBindings({ bindings }: FormDefinition): FormDefinition['bindings'] {
  const pairs: [Binding, Binding][] = [
    ['coordinatorEmail', 'coordinatorPostal'],
    ['signatoryEmail', 'signatoryPostal'],
  ];
  return Object.fromEntries(
    pairs.flatMap(([email, postal]) => {
      const id = bindings[email];
      return id === undefined ? [] : [[postal, postalId(id)]];
    }),
  );
}

function withTexts({ texts }: FormDefinition, language: Language, postal: readonly string[]) {
  const { label, help } = words[language];
  const own = postal.map((path) => ({
    [textKey(path)]: label,
    [`${textKey(path)}.help`]: help,
  }));
  return Object.assign({}, texts[language], ...own) as Record<string, string>;
}

const words: Record<Language, Record<'label' | 'help', string>> = {
  sv: {
    label: 'Postadress',
    help: 'Om personen inte har e-post: gata eller box på en rad, postnummer och ort på nästa. Alla brev skrivs då ut och postas.',
  },
  en: {
    label: 'Postal address',
    help: 'If the person has no e-mail: street or box on one line, postal code and town on the next. All letters are then printed and posted.',
  },
};
