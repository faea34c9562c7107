import type { FormDefinition, FormField } from './types';

/**
 * The form as an official fills it in from paper: the same questions without the files, which are
 * part of what is scanned.
 */
export function paperForm(form: FormDefinition): FormDefinition {
  const pages = form.pages.map((page) => ({ ...page, fields: page.fields.filter(isNoFile) }));
  return { ...form, pages: pages.filter(({ fields }) => fields.length > 0) };
}

function isNoFile({ type }: FormField): boolean {
  return type !== 'file';
}
