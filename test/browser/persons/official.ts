import type { Page } from 'playwright-core';
import { expectHeading } from '../screens';

/** Presses Sign in and picks one of the made-up people of Södertälje. */
export async function signIn(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Logga in' }).click();
  await expectHeading(page, 'Vem vill du vara?');
  await page.getByRole('button', { name }).first().click();
  await page.getByText('Inloggad som').waitFor();
}
