import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../support/browser';
import { startPartPage, type PartPage } from '../support/part-page';
import { suiteNeeding } from '../support/suites';
import { expectGoodScreen, expectHeading } from './screens';

suiteNeeding('chromium')('the page of the report', () => {
  let part: PartPage;
  let browser: Browser;

  beforeAll(async () => {
    [part, browser] = await Promise.all([startPartPage('follow-up-report'), openBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await part.close();
  });

  const open = async (which: string): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    await page.goto(`${part.url}#${which}`);
    await expectHeading(page, /2027/);
    return page;
  };

  it('is a good page full, empty and of too few answers, in either language', async () => {
    for (const which of ['sv', 'en', 'sv/empty', 'sv/few'])
      await expectGoodScreen(await open(which));
  });

  it('shows a bar for each mean that there is, and the same means in the table below', async () => {
    const page = await open('sv');
    const chart = page.getByRole('img', { name: /^Stapeldiagram: .*bedömer kommunen: 1,8\./ });
    await chart.waitFor();
    const [longest] = await chart.locator('svg').all();
    expect(await longest!.getAttribute('width')).toBe(`${(100 * (1.8 - 1)) / 4}%`);
    expect(await chart.locator('svg').count()).toBe(2 * 7);
    const written = await chart.locator('.chart__value').allInnerTexts();
    const section = page.getByRole('region', { name: 'Hur kommunen lever upp till principerna' });
    const means = await section
      .getByRole('table', { name: 'Medelvärden' })
      .locator('tbody tr')
      .all();
    const told = await Promise.all(means.map((row) => row.getByRole('cell').nth(1).innerText()));
    expect(told).toEqual(written);
  });

  it('offers its files where they belong', async () => {
    const page = await open('sv');
    await page.getByRole('link', { name: 'Rapporten som PDF' }).waitFor();
    expect(await page.getByRole('link', { name: 'Betygen som CSV-fil' }).count()).toBe(2);
  });
});
