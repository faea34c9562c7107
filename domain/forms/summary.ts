import type { Language } from '../language';
import { visibleFields } from './fields';
import type { Answers, FormDefinition, FormField } from './types';

export interface SummaryRow {
  fieldId: string;
  label: string;
  /** The answer in words, or undefined where the question was left unanswered. */
  value: string | undefined;
}

export interface SummarySection {
  pageId: string;
  title: string;
  rows: SummaryRow[];
}

/** A text of the form in a language. Throws for a key the form lacks: forms are complete or refused. */
export function formText(form: FormDefinition, language: Language, key: string): string {
  const text = form.texts[language][key];
  if (text === undefined) throw new Error(`form ${form.id} has no ${language} text "${key}"`);
  return text;
}

/** A text that a form may leave out, such as a help text. */
export function optionalFormText(
  form: FormDefinition,
  language: Language,
  key: string,
): string | undefined {
  return form.texts[language][key];
}

/** Answers by section, in the form's order and the reader's language: for the page, the mail's PDF and the record. */
export function summarize(
  form: FormDefinition,
  answers: Answers,
  language: Language,
): SummarySection[] {
  const shown = new Set(visibleFields(form, answers).map((field) => field.id));
  return form.pages
    .map((page) => ({
      pageId: page.id,
      title: formText(form, language, `page.${page.id}`),
      rows: page.fields
        .filter((field) => shown.has(field.id))
        .map((field) => ({
          fieldId: field.id,
          label: formText(form, language, `field.${field.id}`),
          value: answerInWords(form, field, answers[field.id], language),
        })),
    }))
    .filter((section) => section.rows.length > 0);
}

function answerInWords(
  form: FormDefinition,
  field: FormField,
  answer: string | true | undefined,
  language: Language,
): string | undefined {
  if (answer === undefined) return undefined;
  if (field.type === 'choice')
    return formText(form, language, `field.${field.id}.option.${answer}`);
  if (field.type === 'confirmation') return formText(form, language, `field.${field.id}.confirmed`);
  return String(answer);
}
