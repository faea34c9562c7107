import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../support/browser';
import { startPartPage, type PartPage } from '../support/part-page';
import { suiteNeeding } from '../support/suites';
import { expectFocus, expectGoodScreen, expectHeading } from './screens';

const ownLongTerm = 'Hur väl lever er organisation upp till principen om långsiktighet?';
const principles = 7;

suiteNeeding('chromium')('the follow-up’s form', () => {
  let part: PartPage;
  let browser: Browser;

  beforeAll(async () => {
    [part, browser] = await Promise.all([startPartPage('follow-up-form'), openBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await part.close();
  });

  const open = async (language = 'sv'): Promise<Page> => {
    const viewport = { width: 1280, height: 900 };
    const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.goto(`${part.url}#${language}`);
    await expectHeading(page, language === 'sv' ? /uppföljning/ : /follow-up/);
    await page
      .getByRole('group', { name: /långsiktighet|long-term/ })
      .first()
      .waitFor();
    return page;
  };
  const send = (page: Page) => page.getByRole('button', { name: 'Skicka svaren' }).click();

  it('is a good page empty, faulty and unfolded, in either language', async () => {
    await expectGoodScreen(await open('en'));
    const page = await open();
    await page
      .getByLabel(/enskilda åtaganden/)
      .first()
      .check();
    await page.getByLabel('Det hålls delvis').first().check();
    await page.getByRole('button', { name: 'Lägg till en fråga' }).click();
    await send(page);
    await page.getByRole('heading', { name: /Rätta/ }).waitFor();
    await expectGoodScreen(page);
  });

  it('asks for every rating and leads to the first one that is missing', async () => {
    const page = await open();
    await send(page);
    const faults = page.getByRole('link', { name: /^Välj en siffra för/ });
    await faults.first().waitFor();
    expect(await faults.count()).toBe(2 * principles);
    await faults.first().click();
    await expectFocus(page, 'field-longTermOwn');
  });

  it('is filled in by keyboard alone', async () => {
    const page = await open();
    await page.getByRole('group', { name: ownLongTerm }).getByLabel('1 – Inte alls').focus();
    await page.keyboard.press('ArrowDown');
    const rated = page.getByRole('group', { name: ownLongTerm });
    expect(await rated.getByLabel('2', { exact: true }).isChecked()).toBe(true);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Behåll/);
    await page.keyboard.press('Enter');
    await expectFocus(page, 'field-longTermOwn-4');
    expect(await rated.getByLabel('4', { exact: true }).isChecked()).toBe(true);
  });

  it('shows last year’s answers beside the fields, and keeps or changes each', async () => {
    const page = await open();
    const keep = page.getByRole('button', { name: /^Behåll/ });
    await keep.first().waitFor();
    // What the form no longer offers is not there.
    expect(await keep.count()).toBe(4 + 1 + 2);
    await page.getByRole('button', { name: `Behåll 4 av 5: ${ownLongTerm}` }).click();
    await expectFocus(page, 'field-longTermOwn-4');
    await page.getByRole('status').filter({ hasText: 'likadant' }).waitFor();
    await page.getByRole('button', { name: /^Behåll Kan inte säga/ }).click();
    await page.getByRole('button', { name: /^Behåll Vi träffas/ }).click();
    await expectFocus(page, 'field-longTermComment');
    await page.getByRole('button', { name: /^Behåll 120/ }).click();
    await page.getByRole('group', { name: ownLongTerm }).getByLabel('5 – Helt').check();
    for (const group of await page.getByRole('group', { name: /^Hur väl/ }).all()) {
      const chosen = await group.getByRole('radio', { checked: true }).count();
      if (chosen === 0) await group.getByLabel('3', { exact: true }).check();
    }
    await send(page);
    const sent = JSON.parse(await page.locator('output').innerText()) as Record<string, string>;
    expect(sent).toMatchObject({
      ...{ longTermOwn: '5', longTermOther: 'cannotSay', communityOther: '3' },
      longTermComment: 'Vi träffas för sällan.\nMen mötena är bra.',
      numberMembers: '120',
    });
  });

  it('shows last year’s verdicts on commitments before the box is ticked, and keeps them with it', async () => {
    const page = await open();
    const before = page.getByRole('listitem').filter({ hasText: 'Det hålls delvis' });
    await before.waitFor();
    await page.getByText('Uppföljningen kom sent.').waitFor();
    await expectGoodScreen(page);
    await page.getByRole('button', { name: /^Behåll Ja: .*enskilda åtaganden/ }).click();
    await expectFocus(page, 'field-longTermSingle');
    await before.waitFor({ state: 'detached' });
    expect(await page.getByLabel('Det hålls delvis').first().isChecked()).toBe(true);
    expect(await page.locator('#field-longTermMunicipality1Comment').inputValue()).toBe(
      'Uppföljningen kom sent.',
    );
  });

  it('keeps last year’s proposals one by one, beside new ones', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Lägg till ett förslag' }).click();
    await page.getByRole('button', { name: /^Behåll Ensamma äldre/ }).click();
    // Where nothing was written yet.
    await expectFocus(page, 'field-proposals.0.area');
    expect(await page.locator('[id="field-proposals.0.why"]').inputValue()).toBe(
      'Många sitter ensamma.',
    );
    await page.getByRole('button', { name: /^Behåll Lokaler/ }).click();
    await expectFocus(page, 'field-proposals.1.area');
    expect(await page.locator('[id="field-proposals.2.area"]').count()).toBe(0);
    await page.locator('[id="field-proposals.1.area"]').fill('Billiga lokaler');
    await page.getByRole('button', { name: /^Behåll Lokaler/ }).waitFor();
    expect(await page.getByRole('button', { name: /^Behåll Ensamma äldre/ }).count()).toBe(0);
    await expectGoodScreen(page);
  });
});
