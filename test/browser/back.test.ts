import { suiteNeeding } from '../support/suites';
import {
  fillInApplication,
  newApplication,
  sendApplication,
  shownNumber,
} from './persons/applicant';
import { expectGoodScreen, expectHeading } from './screens';
import { setStage } from './stage';

suiteNeeding('chromium')('a form that is come to by another way than its first page', () => {
  const stage = setStage();
  const form = () => `${stage.system.url}/sodertalje/apply`;

  it.each(['/check', '/page/principles'])(
    'begins at the beginning when nothing has been typed, at %s',
    async (path) => {
      const page = await stage.page();
      await page.goto(`${stage.system.url}/sodertalje`);
      await expectHeading(page, /Anslut er till/);
      await page.goto(form() + path);
      await expectHeading(page, /Er organisation/);
      expect(page.url()).toBe(form());
      await page.goBack();
      await expectHeading(page, /Anslut er till/);
    },
  );

  it('stays where it is when something has been typed', async () => {
    const page = await stage.page();
    await page.goto(form());
    await page.getByRole('textbox', { name: 'Organisationens namn' }).fill('Klubben');
    await page.goto(`${form()}/page/principles`);
    await expectHeading(page, /Vad ni bidrar med/);
    await page.goto(`${form()}/check`);
    await expectHeading(page, /Kontrollera och skicka/);
  });

  it('says that it is sent, leads to the status page and begins anew', async () => {
    const page = await stage.page();
    await page.goto(form());
    await fillInApplication(page, newApplication());
    await sendApplication(page);
    await expectHeading(page, /Vi har tagit emot ansökan/);
    const [number, status] = [await shownNumber(page), page.url()];
    await page.goBack();
    await expectHeading(page, /Ansökan är skickad/);
    expect(await shownNumber(page)).toBe(number);
    expect(await page.getByRole('textbox').count()).toBe(0);
    await expectGoodScreen(page);
    await page.goto(`${form()}/check`);
    await expectHeading(page, /Ansökan är skickad/);
    await page.getByRole('link', { name: 'Se vad som händer i ärendet' }).click();
    await expectHeading(page, /Vi har tagit emot ansökan/);
    expect(page.url()).toBe(status);
    await page.goBack();
    await page.getByRole('button', { name: 'Starta en ny ansökan' }).click();
    await expectHeading(page, /Er organisation/);
    expect(await page.getByRole('textbox').first().inputValue()).toBe('');
    const inBrowser = await page.evaluate(() => JSON.stringify(localStorage));
    expect(inBrowser).not.toContain(status.split('#')[1]);
  });
});
