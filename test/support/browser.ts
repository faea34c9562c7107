import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type Page } from 'playwright-core';
import { sharedPart } from './run/shared-part';

/** The narrowest screen that must work (WCAG 1.4.10). */
const NARROW = { width: 320, height: 640 };

/**
 * A connection to the run's Chromium. Each page's context is its own (`browser.newContext()`);
 * `close()` ends this connection's contexts, not the browser of the others.
 */
export async function openBrowser(): Promise<Browser> {
  const { wsEndpoint } = await sharedPart('chromium');
  return chromium.connect(wsEndpoint);
}

/** Shows the page as on a small phone. */
export async function narrow(page: Page): Promise<void> {
  await page.setViewportSize(NARROW);
}

/**
 * Fails with every fault that axe finds on the page as it now stands. A page without frames is judged in
 * one go: what frames have found would be put together in a page of its own, which takes as long again.
 */
export async function expectAccessible(page: Page): Promise<void> {
  const hasFrames = page.frames().length > 1;
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .setLegacyMode(!hasFrames)
    .analyze();
  const faults = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) =>
        `${id}: ${help}\n${target.join(' ')}\n${failureSummary ?? ''}`,
    ),
  );
  expect(faults).toEqual([]);
}

/** Fails when the page must be scrolled sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { content, window } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }));
  expect(content).toBeLessThanOrEqual(window);
}
