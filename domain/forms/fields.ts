import type { Answers, Binding, FormDefinition, FormField } from './types';

/** All fields of a form in the order they are asked. */
export function allFields(form: FormDefinition): FormField[] {
  return form.pages.flatMap((page) => page.fields);
}

/** Whether a field is asked, given what has been answered so far. */
export function isVisible(field: FormField, answers: Record<string, unknown>): boolean {
  return !field.showWhen || field.showWhen.in.includes(wordFor(answers[field.showWhen.field]));
}

/** The word a condition knows an answer by: a choice is its own, a ticked box is `true`. */
function wordFor(answer: unknown): string {
  if (typeof answer === 'string') return answer;
  return answer === true ? 'true' : '';
}

/** The fields that are asked; one that hangs on a hidden field is hidden too. */
export function visibleFields(form: FormDefinition, answers: Record<string, unknown>): FormField[] {
  const shown = new Set<string>();
  return allFields(form).filter((field) => {
    const parentShown = !field.showWhen || shown.has(field.showWhen.field);
    if (!parentShown || !isVisible(field, answers)) return false;
    shown.add(field.id);
    return true;
  });
}

/** The answer a form has bound to a name the process knows, or undefined. */
export function boundAnswer(
  form: FormDefinition,
  binding: Binding,
  answers: Answers,
): string | undefined {
  const fieldId = form.bindings[binding];
  const answer = fieldId === undefined ? undefined : answers[fieldId];
  return answer === undefined ? undefined : String(answer);
}
