import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expectAccessible, expectNoSidewaysScroll, narrow } from '../support/browser';

/** Waits for the page whose heading this is. */
export async function expectHeading(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

/**
 * Fails unless the page, as it now stands, is free of faults that axe finds and of sideways
 * scrolling, on a desktop as well as on a small phone. The page keeps its size.
 */
export async function expectGoodScreen(page: Page): Promise<void> {
  const usual = page.viewportSize();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await picture(page, 'wide');
  await narrow(page);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await picture(page, 'narrow');
  if (usual) await page.setViewportSize(usual);
}

let pictures = 0;

/** Keeps a picture of the page for whoever looks at what a walk has seen: `SCREENSHOTS=<folder>`. */
async function picture(page: Page, size: 'wide' | 'narrow'): Promise<void> {
  const folder = process.env['SCREENSHOTS'];
  if (!folder) return;
  pictures += 1;
  const heading = await page.getByRole('heading', { level: 1 }).first().textContent();
  const name = (heading ?? '').replace(/[^\p{L}\d]+/gu, '-');
  const file = `${String(pictures).padStart(3, '0')}-${name}-${size}.png`;
  await page.screenshot({ path: join(folder, file), fullPage: true });
}

/** Whether the element that a locator finds has focus, as soon as it has. */
export async function expectFocus(page: Page, id: string): Promise<void> {
  await page.waitForFunction((wanted) => document.activeElement?.id === wanted, id);
}

/** What a screen reader says of a control after its name: help and fault. */
export function descriptionOf(page: Page, id: string): Promise<string> {
  return page.evaluate((control) => {
    const ids = document.getElementById(control)?.getAttribute('aria-describedby') ?? '';
    return ids
      .split(' ')
      .map((each) => document.getElementById(each)?.textContent ?? '')
      .join(' ');
  }, id);
}
