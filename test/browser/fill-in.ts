import type { Page } from 'playwright-core';
import { isVisible } from '../../domain/forms/fields';
import { formText } from '../../domain/forms/summary';
import type { Answers, FormDefinition, FormField, FormPage } from '../../domain/forms/types';
import type { Language } from '../../domain/language';

/** What a person knows of the form before them: its definition, in their language. */
export interface ReadForm {
  form: FormDefinition;
  language: Language;
}

/** Answers the fields of one page of a form, by their labels. */
export async function fillInPage(
  page: Page,
  { form, language }: ReadForm,
  { fields }: FormPage,
  answers: Answers,
): Promise<void> {
  for (const field of fields.filter((each) => isVisible(each, answers))) {
    const answer = answers[field.id];
    if (answer !== undefined) await answerField(page, { form, language }, field, answer);
  }
}

async function answerField(
  page: Page,
  { form, language }: ReadForm,
  field: FormField,
  answer: string | true,
): Promise<void> {
  const text = (key: string) => formText(form, language, `field.${field.id}${key}`);
  if (answer === true) {
    await page.getByRole('checkbox', { name: text('') }).check();
  } else if (field.type === 'choice') {
    await page.getByRole('radio', { name: text(`.option.${answer}`), exact: true }).check();
  } else {
    await page.getByRole('textbox', { name: text('') }).fill(answer);
  }
}

/** Presses the form's own button. */
export async function send(page: Page, { form, language }: ReadForm): Promise<void> {
  await page.getByRole('button', { name: formText(form, language, 'send'), exact: true }).click();
}
