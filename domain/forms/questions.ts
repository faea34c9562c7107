import type { Language } from '../language';
import { allFields } from './fields';
import { formText } from './summary';
import type { Answers, FormDefinition } from './types';

/** What somebody wants to know about a field of a form, or about the whole. */
export interface FieldQuestion {
  /** Null for the whole. */
  fieldId: string | null;
  /** What the field is called, in the reader's language; null for the whole. */
  label: string | null;
  question: string;
}

/**
 * The questions that an answer asks about a form: the items of its group bound to `questions`, whose
 * `about` is a field of that form. What the form does not have is about the whole.
 */
export function boundQuestions(
  asking: { form: FormDefinition; answers: Answers },
  about: FormDefinition,
  language: Language,
): FieldQuestion[] {
  const groupId = asking.form.bindings.questions;
  const items = groupId === undefined ? undefined : asking.answers[groupId];
  if (!Array.isArray(items)) return [];
  const fields = new Set(allFields(about).map(({ id }) => id));
  return (items as readonly Answers[]).map((item) => {
    const { about: field, question } = item;
    const fieldId = typeof field === 'string' && fields.has(field) ? field : null;
    return {
      fieldId,
      label: fieldId === null ? null : formText(about, language, `field.${fieldId}`),
      question: typeof question === 'string' ? question : '',
    };
  });
}
