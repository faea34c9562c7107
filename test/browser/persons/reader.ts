import type { Page } from 'playwright-core';

/** The bytes of a document that the page links to, as soon as it is there. */
export async function shownPdf(page: Page, title: RegExp): Promise<Buffer> {
  const link = page.getByRole('link', { name: title }).and(page.locator('[href*="/documents/"]'));
  const address = new URL((await link.getAttribute('href')) ?? '', page.url());
  const response = await page.request.get(address.href);
  return response.body();
}
