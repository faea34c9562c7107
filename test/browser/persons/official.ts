import type { Page } from 'playwright-core';
import { formatDate } from '../../../domain/format';
import { expectHeading } from '../screens';

/** Presses Sign in and picks one of the made-up people, of Södertälje unless said. */
export async function signIn(page: Page, name: RegExp, municipality?: 'ekero'): Promise<void> {
  await page.getByRole('button', { name: 'Logga in' }).click();
  await expectHeading(page, 'Vem vill du vara?');
  const people = page.getByRole('button', { name });
  await (municipality ? people.last() : people.first()).click();
  await page.getByText('Inloggad som').waitFor();
}

/** Chooses the meeting on a day: a body that has met often has a list to open, else there are buttons. */
export async function chooseMeeting(page: Page, day: string): Promise<void> {
  const label = formatDate(day, 'sv');
  const list = page.getByRole('combobox', { name: /^Vilket sammanträde\?/ });
  const button = page.getByLabel(label, { exact: true });
  await list.or(button).first().waitFor();
  if (await list.isVisible()) await list.selectOption({ label });
  else await button.check();
}
