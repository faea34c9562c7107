import type { Answers, FormDefinition, FormField } from './types';

/** The field of a correction that says how it became wrong. */
export const whyWrong = 'whyWrong';

/** What a correction leaves as it is: the case has gone on by it. */
const kept = ['outcome', 'booking'];

/**
 * The form in which an answer is corrected: the one it was given in, without another conclusion than the
 * one that the case has gone on by, and with why it was wrong.
 */
export function correctionForm(form: FormDefinition, standing: Answers): FormDefinition {
  const fixed = (field: FormField): FormField =>
    kept.includes(field.id) && typeof standing[field.id] === 'string'
      ? { ...field, options: [standing[field.id] as string] }
      : field;
  const pages = form.pages.map((page, i) => ({
    ...page,
    fields: [
      ...page.fields.map(fixed),
      ...(i === form.pages.length - 1
        ? [{ id: whyWrong, type: 'longText', required: true, maxLength: 2000 } as const]
        : []),
    ],
  }));
  return {
    ...form,
    pages,
    texts: {
      sv: {
        ...form.texts.sv,
        send: 'Rätta',
        [`field.${whyWrong}`]: 'Hur blev det fel?',
        [`field.${whyWrong}.help`]: 'Det står sedan vid det som är rättat.',
        [`field.${whyWrong}.error.required`]: 'Skriv hur det blev fel',
      },
      en: {
        ...form.texts.en,
        send: 'Correct',
        [`field.${whyWrong}`]: 'How did it become wrong?',
        [`field.${whyWrong}.help`]: 'It then stands beside what is corrected.',
        [`field.${whyWrong}.error.required`]: 'Write how it became wrong',
      },
    },
  };
}
