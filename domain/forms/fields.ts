import { taskOutcomes, type TaskOutcome } from '../process';
import type { Answers, Binding, FileAnswer, FormDefinition, FormField } from './types';
import {
  isCapacity,
  isSigningRule,
  reachedAt,
  type Signatory,
  type SigningRule,
} from '../signatories';

/** All fields of a form in the order they are asked. */
export function allFields(form: FormDefinition): FormField[] {
  return form.pages.flatMap((page) => page.fields);
}

/** What a group asks of each item; nothing for other fields. */
export function fieldsOf(group: FormField): readonly FormField[] {
  return group.fields ?? [];
}

/** Fewest and most items of a group, or files of a file field. */
export function bounds({ required, min, max }: FormField): { min: number; max: number } {
  return { min: min ?? (required ? 1 : 0), max: max ?? 1 };
}

/** The key of a field's texts: its path without the positions of items. */
export function textKey(path: string): string {
  return `field.${path.replace(/\.\d+(?=\.|$)/g, '')}`;
}

/** The field of the form that a path such as `signatories.1.email` is in. */
export function rootOf(path: string): string {
  return path.split('.', 1)[0] ?? path;
}

/** The field at a path such as `signatories.1.email`; undefined when there is none. Amounts are one field. */
export function fieldAt(form: FormDefinition, path: string): FormField | undefined {
  const ids = path.split('.').filter((part) => !/^\d+$/.test(part));
  return ids.reduce<FormField | undefined>(
    (field, id, depth) =>
      field?.type === 'amounts'
        ? field
        : (depth === 0 ? allFields(form) : field ? fieldsOf(field) : []).find(
            (each) => each.id === id,
          ),
    undefined,
  );
}

/** The fields that are asked; one that hangs on a hidden field is hidden too. */
export function visibleFields(form: FormDefinition, answers: Record<string, unknown>): FormField[] {
  return visibleAmong(allFields(form), answers);
}

/** The same among the fields of a group, for one of its items. */
export function visibleAmong(
  fields: readonly FormField[],
  answers: Record<string, unknown>,
): FormField[] {
  const shown = new Map<string, FormField>();
  return fields.filter((field) => {
    if (field.showWhen && !holds(field.showWhen, shown, answers)) return false;
    shown.set(field.id, field);
    return true;
  });
}

function holds(
  condition: NonNullable<FormField['showWhen']>,
  shown: ReadonlyMap<string, FormField>,
  answers: Record<string, unknown>,
): boolean {
  const parent = shown.get(condition.field);
  if (!parent) return false;
  return wordsFor(parent, answers[parent.id]).some((word) => condition.in.includes(word));
}

/** The words a condition knows an answer by: a choice is its own, a ticked box is `true`. */
function wordsFor({ type }: FormField, answer: unknown): string[] {
  if (type === 'choices') return Array.isArray(answer) ? (answer as unknown[]).filter(isText) : [];
  if (isText(answer)) return [answer];
  return answer === true ? ['true'] : [];
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** The answer a form has bound to a name the process knows, in one word or line, or undefined. */
export function boundAnswer(
  form: FormDefinition,
  binding: Binding,
  answers: Answers,
): string | undefined {
  const fieldId = form.bindings[binding];
  const answer = fieldId === undefined ? undefined : answers[fieldId];
  if (answer === true) return 'true';
  return isText(answer) ? answer : undefined;
}

/** The files a form has bound to a name the process knows. */
export function boundFiles(
  form: FormDefinition,
  binding: Binding,
  answers: Answers,
): readonly FileAnswer[] {
  const fieldId = form.bindings[binding];
  const answer = fieldId === undefined ? undefined : answers[fieldId];
  return Array.isArray(answer) ? (answer as readonly FileAnswer[]) : [];
}

/**
 * The people a form has bound to a name, in the order they were given. A form that asks for one
 * signatory in fields of their own has one person, of whom it is only known that they may sign.
 */
export function boundPeople(
  form: FormDefinition,
  binding: 'signatories',
  answers: Answers,
): Signatory[] {
  const fieldId = form.bindings[binding];
  if (fieldId !== undefined) return itemsOf(answers[fieldId]).flatMap(asSignatory);
  const name = boundAnswer(form, 'signatoryName', answers);
  const email = boundAnswer(form, 'signatoryEmail', answers);
  const postal = boundAnswer(form, 'signatoryPostal', answers);
  return asSignatory({ name, email, postal, capacity: 'authorised' });
}

/** Who of the signatories must sign: one alone where the form does not ask. */
export function boundSigningRule(form: FormDefinition, answers: Answers): SigningRule {
  const rule = boundAnswer(form, 'signingRule', answers);
  return isSigningRule(rule) ? rule : 'oneAlone';
}

function itemsOf(answer: unknown): Record<string, unknown>[] {
  const items: unknown[] = Array.isArray(answer) ? answer : [];
  return items.filter((item) => typeof item === 'object' && item !== null) as Record<
    string,
    unknown
  >[];
}

function asSignatory({ name, email, postal, capacity }: Record<string, unknown>): Signatory[] {
  if (!isText(name) || !isCapacity(capacity) || !(isText(email) || isText(postal))) return [];
  const reached = reachedAt(isText(email) ? email : undefined, isText(postal) ? postal : undefined);
  return [{ name, capacity, ...reached }];
}

/** How a submission answers its task. A form without a bound outcome asks for nothing but the answer. */
export function outcomeOf(form: FormDefinition, answers: Answers): TaskOutcome {
  const answer = boundAnswer(form, 'outcome', answers);
  return taskOutcomes.find((outcome) => outcome === answer) ?? 'answered';
}
