import type { Page } from 'playwright-core';
import { fieldsOf, textKey, visibleFields } from '../../domain/forms/fields';
import { formText } from '../../domain/forms/summary';
import type {
  Answer,
  Answers,
  FormDefinition,
  FormField,
  FormPage,
} from '../../domain/forms/types';
import type { Language } from '../../domain/language';
import { mostButtons } from '../../forms-ui/shared/fields/most-buttons';

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
  const asked = visibleFields(form, answers);
  for (const field of fields.filter((each) => asked.includes(each))) {
    const answer = answers[field.id];
    if (answer === undefined) continue;
    const text = (path: string) => formText(form, language, path);
    if (field.type === 'group') await fillInItems(page, text, field, answer as readonly Answers[]);
    else await answerField(page, text, field, field.id, answer);
  }
}

type Text = (key: string) => string;
type Place = Pick<Page, 'getByRole'>;

/** The first item is there from the start, each further one is added. */
async function fillInItems(
  page: Page,
  text: Text,
  group: FormField,
  items: readonly Answers[],
): Promise<void> {
  const key = textKey(group.id);
  for (const [i, item] of items.entries()) {
    const name = `${text(`${key}.item`)} ${i + 1}`;
    const place = page.getByRole('group', { name, exact: true });
    const add = page.getByRole('button', { name: text(`${key}.add`) });
    await place.or(add).first().waitFor();
    if (!(await place.isVisible())) await add.click();
    for (const field of fieldsOf(group)) {
      const answer = item[field.id];
      if (answer !== undefined) {
        await answerField(place, text, field, `${group.id}.${field.id}`, answer);
      }
    }
  }
}

async function answerField(
  place: Place,
  text: Text,
  field: FormField,
  path: string,
  answer: Answer,
): Promise<void> {
  const key = textKey(path);
  const option = (value: string) => ({ name: text(`${key}.option.${value}`), exact: true });
  if (answer === true) {
    await place.getByRole('checkbox', { name: text(key) }).check();
  } else if (field.type === 'choice' && (field.options?.length ?? 0) > mostButtons) {
    await place.getByRole('combobox', { name: text(key) }).selectOption(answer as string);
  } else if (field.type === 'choice') {
    await place.getByRole('radio', option(answer as string)).check();
  } else if (field.type === 'choices') {
    const box = place.getByRole('group', { name: text(key) });
    for (const value of answer as readonly string[]) {
      await box.getByRole('checkbox', option(value)).check();
    }
  } else {
    await place.getByRole('textbox', { name: text(key) }).fill(answer as string);
  }
}

/** Presses the form's own button. */
export async function send(page: Page, { form, language }: ReadForm): Promise<void> {
  await page.getByRole('button', { name: formText(form, language, 'send'), exact: true }).click();
}
