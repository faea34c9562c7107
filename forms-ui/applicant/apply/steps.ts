import { rootOf, visibleFields } from '../../../domain/forms/fields';
import type { FormDefinition, FormField } from '../../../domain/forms/types';
import type { TypedAnswers } from '../../shared/forms/typed-answers';
import type { Scope } from '../../shared/forms/use-answers-form';

/** A page of the form as it is asked now. */
export interface Step {
  pageId: string;
  fields: readonly FormField[];
}

/** The pages that have something to ask, given the answers so far. Checking the answers comes after them. */
export function stepsOf(form: FormDefinition, typed: TypedAnswers): Step[] {
  const shown = new Set(visibleFields(form, typed).map((field) => field.id));
  return form.pages
    .map((page) => ({
      pageId: page.id,
      fields: page.fields.filter((field) => shown.has(field.id)),
    }))
    .filter((step) => step.fields.length > 0);
}

const checkScope = 'check';

/** What going on from a page checks; without a page, from the last look at all answers. */
export function scopeOf(form: FormDefinition, pageId: string | undefined): Scope {
  const pages = form.pages.filter((page) => pageId === undefined || page.id === pageId);
  const id = pageId === undefined ? checkScope : scopeId(pageId);
  return {
    id,
    fieldIds: pages.flatMap((page) => page.fields.map((field) => field.id)),
    covers: [id, ...pages.map((page) => scopeId(page.id))],
  };
}

function scopeId(pageId: string): string {
  return `page ${pageId}`;
}

/** The page with the field that a path is in. */
export function pageOf(form: FormDefinition, path: string): string | undefined {
  const root = rootOf(path);
  return form.pages.find((page) => page.fields.some((field) => field.id === root))?.id;
}

/** What a tab calls its draft of a form. */
export function draftName(municipalityId: string, form: Pick<FormDefinition, 'id'>): string {
  return `${municipalityId}/${form.id}`;
}

/** Addresses of the application's pages. The first is the form's own address, `start`. */
export function applyPaths(municipalityId: string, form: FormDefinition, start: string) {
  return {
    start,
    step: (pageId: string) =>
      pageId === form.pages[0]?.id ? start : `${start}/page/${encodeURIComponent(pageId)}`,
    check: `${start}/check`,
    later: `${start}/later`,
    home: `/${municipalityId}`,
  };
}
