import type { Page } from 'playwright-core';
import { fieldElementId } from '../../forms-ui/shared/forms/field-ids';
import { descriptionOf, expectFocus } from './screens';

/** A fault as the page must tell it: in the summary and at its field. */
export interface ToldFault {
  fieldId: string;
  sentence: string;
}

/**
 * Fails unless the summary on top has taken focus and names these faults, the page's title begins
 * as it should, and each line leads to its field, which says the same of itself.
 */
export async function expectFaults(
  page: Page,
  heading: string,
  faults: readonly ToldFault[],
): Promise<void> {
  const summary = page.getByRole('region', { name: heading, exact: true });
  await summary.waitFor();
  await page.waitForFunction(
    () => document.activeElement?.classList.contains('fault-summary') === true,
  );
  expect(await page.title()).toMatch(/^(Fel|Error): /);
  const sentences = faults.map(({ sentence }) => sentence);
  expect(await summary.getByRole('link').allInnerTexts()).toEqual(sentences);
  for (const fault of faults) await expectLeadsToField(page, fault);
}

async function expectLeadsToField(page: Page, { fieldId, sentence }: ToldFault): Promise<void> {
  const id = fieldElementId(fieldId);
  await page.getByRole('link', { name: sentence, exact: true }).click();
  await expectFocus(page, id);
  expect(await descriptionOf(page, id)).toContain(sentence);
  expect(await page.locator(`#${id}`).getAttribute('aria-invalid')).toBe('true');
}
