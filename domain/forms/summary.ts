import { formatDate, formatSize } from '../format';
import type { Language } from '../language';
import { kronorInWords } from '../money';
import { amountsInWords, amountsTable, type AmountsTable } from './amounts-table';
import { fieldsOf, textKey, visibleAmong, visibleFields } from './fields';
import { ratingInWords } from './rating';
import type {
  AmountsAnswer,
  Answer,
  Answers,
  FileAnswer,
  FormDefinition,
  FormField,
} from './types';

export interface SummaryRow {
  /** The path of the answer: a field's id, or an item of a group such as `signatories.1`. */
  fieldId: string;
  label: string;
  /** The answer in words, line by line, or undefined where the question was left unanswered. */
  value: string | undefined;
  /** The files of an answer that is made of them. */
  files?: readonly FileAnswer[];
  /** Amounts with their sums, in whole kronor. */
  table?: AmountsTable;
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
        .flatMap((field) => rowsOf({ form, language }, field, answers[field.id])),
    }))
    .filter((section) => section.rows.length > 0);
}

interface Reader {
  form: FormDefinition;
  language: Language;
}

/** One row for each answer, and for each item of a group. */
function rowsOf(reader: Reader, field: FormField, answer: Answer | undefined): SummaryRow[] {
  const { form, language } = reader;
  const fieldId = field.id;
  const label = formText(form, language, textKey(fieldId));
  if (field.type === 'group' && answer !== undefined) {
    const item = formText(form, language, `${textKey(fieldId)}.item`);
    return (answer as readonly Answers[]).map((answers, i) => ({
      fieldId: `${fieldId}.${i}`,
      label: `${item} ${i + 1}`,
      value: itemInWords(reader, field, answers) || undefined,
    }));
  }
  const value = answerInWords(reader, field, fieldId, answer);
  if (field.type === 'amounts' && answer !== undefined) {
    const line = formText(form, language, `${textKey(fieldId)}.line`);
    return [
      { fieldId, label, value, table: amountsTable(answer as AmountsAnswer, line, language) },
    ];
  }
  if (field.type !== 'file' || answer === undefined) return [{ fieldId, label, value }];
  return [{ fieldId, label, value, files: answer as readonly FileAnswer[] }];
}

/** One item of a group, an answer a line. */
export function itemInWords(reader: Reader, group: FormField, answers: Answers): string {
  return visibleAmong(fieldsOf(group), answers)
    .map((field) => answerInWords(reader, field, `${group.id}.${field.id}`, answers[field.id]))
    .filter((line) => line !== undefined)
    .join('\n');
}

/** An answer to a field at a path in the reader's language; undefined where there is none. */
export function answerInWords(
  { form, language }: Reader,
  field: FormField,
  path: string,
  answer: Answer | undefined,
): string | undefined {
  if (answer === undefined) return undefined;
  const text = (word: string) => formText(form, language, `${textKey(path)}.${word}`);
  switch (field.type) {
    case 'choice':
      return optionInWords({ form, language }, field, path, answer as string);
    case 'choices':
      return (answer as readonly string[]).map((option) => text(`option.${option}`)).join('\n');
    case 'confirmation':
      return text('confirmed');
    case 'file':
      return (answer as readonly FileAnswer[])
        .map(({ name, size }) => `${name} (${formatSize(size, language)})`)
        .join('\n');
    case 'amounts':
      return amountsInWords(answer as AmountsAnswer, language);
    case 'amount':
      return kronorInWords(Number(answer), language);
    case 'rating':
      return ratingInWords(form, language, answer as string);
    case 'date':
      return formatDate(answer as string, language);
    default:
      return answer as string;
  }
}

/** An option of a list that has changed since is said as it was kept. */
function optionInWords(
  { form, language }: Reader,
  { optionsFrom }: FormField,
  path: string,
  option: string,
): string {
  const key = `${textKey(path)}.option.${option}`;
  return optionsFrom
    ? (optionalFormText(form, language, key) ?? option)
    : formText(form, language, key);
}
