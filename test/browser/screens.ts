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
  await narrow(page);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  if (usual) await page.setViewportSize(usual);
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
