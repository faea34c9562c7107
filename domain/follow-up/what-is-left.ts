import { visibleFields } from '../forms/fields';
import { formText } from '../forms/summary';
import type { FormDefinition } from '../forms/types';
import type { Language } from '../language';

/** A page of the form on which something must still be answered. */
export interface LeftPart {
  pageId: string;
  title: string;
  /** How many questions. */
  left: number;
}

/** What must still be answered before a form can be sent, page by page: reminders say it. */
export function whatIsLeft(
  form: FormDefinition,
  answers: Record<string, unknown>,
  language: Language,
): LeftPart[] {
  const asked = new Set(visibleFields(form, answers).map(({ id }) => id));
  return form.pages.flatMap(({ id, fields }) => {
    const left = fields.filter(
      (field) => field.required && asked.has(field.id) && isEmpty(answers[field.id]),
    ).length;
    return left === 0 ? [] : [{ pageId: id, title: formText(form, language, `page.${id}`), left }];
  });
}

function isEmpty(answer: unknown): boolean {
  return answer === undefined || answer === null || answer === '' || answer === false;
}
