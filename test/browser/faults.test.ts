import type { Locator, Page, Request } from 'playwright-core';
import { suiteNeeding } from '../support/suites';
import {
  fillInApplication,
  goOn,
  newApplication,
  sendApplication,
  shownNumber,
} from './persons/applicant';
import { expectFaults, type ToldFault } from './fault-screens';
import { expectGoodScreen, expectHeading } from './screens';
import { setStage } from './stage';

const organisationName = { fieldId: 'organisationName', sentence: 'Skriv organisationens namn' };
const legalForm = { fieldId: 'legalForm', sentence: 'Välj vilken form organisationen har' };
const hasNumber = {
  fieldId: 'hasNumber',
  sentence: 'Välj om organisationen har ett organisationsnummer',
};

suiteNeeding('chromium')('a form that is not right', () => {
  const stage = setStage();

  const openForm = async (page: Page) => {
    await page.goto(`${stage.system.url}/sodertalje/apply`);
    await expectHeading(page, /Er organisation/);
  };
  const name = (page: Page) => page.getByRole('textbox', { name: 'Organisationens namn' });
  const number = (page: Page) => page.getByRole('textbox', { name: 'Organisationsnummer' });

  it('says nothing before the first attempt to go on', async () => {
    const page = await stage.page();
    await openForm(page);
    await name(page).focus();
    await name(page).blur();
    expect(await page.locator('[aria-invalid="true"]').count()).toBe(0);
  });

  it('tells every fault on top and at its field', async () => {
    const page = await stage.page();
    await openForm(page);
    await goOn(page);
    await expectFaults(page, 'Rätta 3 uppgifter', [organisationName, legalForm, hasNumber]);
    await expectGoodScreen(page);
  });

  it('keeps what was typed, through faults, another language and a reload', async () => {
    const page = await stage.page();
    await openForm(page);
    await name(page).fill('Klubben');
    await page.getByRole('radio', { name: 'Ja', exact: true }).check();
    await number(page).fill('802002-4281');
    await goOn(page);
    const wrongNumber: ToldFault = {
      fieldId: 'organisationNumber',
      sentence: 'Kontrollera organisationsnumret, sista siffran stämmer inte',
    };
    await expectFaults(page, 'Rätta 2 uppgifter', [legalForm, wrongNumber]);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('region', { name: '2 answers need correcting' }).waitFor();
    await page.waitForFunction(() => document.title.startsWith('Error: '));
    await expectKept(page);
    await page.reload();
    await expectHeading(page, /Your organisation/);
    await expectKept(page);
  });

  it('hears a slow press that comes while errors are being corrected', async () => {
    const page = await stage.page();
    await openForm(page);
    await goOn(page);
    await page.getByRole('region', { name: 'Rätta 3 uppgifter' }).waitFor();
    await name(page).fill('Klubben');
    await pressSlowly(page, page.getByText('Stiftelse', { exact: true }));
    expect(await page.getByRole('radio', { name: 'Stiftelse' }).isChecked()).toBe(true);
    await page.getByRole('region', { name: 'Rätta 1 uppgift' }).waitFor();
    await pressSlowly(page, page.getByRole('radio', { name: 'Nej', exact: true }));
    expect(await page.getByRole('radio', { name: 'Nej', exact: true }).isChecked()).toBe(true);
  });

  /** Presses the mouse on what is there now, and releases it a moment later. */
  async function pressSlowly(page: Page, target: Locator): Promise<void> {
    await target.scrollIntoViewIfNeeded();
    const box = await target.boundingBox();
    if (!box) throw new Error('Nothing there to press');
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.waitForTimeout(90);
    await page.mouse.up();
  }

  async function expectKept(page: Page): Promise<void> {
    const typed = (label: string) => page.getByRole('textbox', { name: label }).inputValue();
    expect(await typed('Name of the organisation')).toBe('Klubben');
    expect(await typed('Organisation number')).toBe('802002-4281');
    expect(await page.getByRole('radio', { name: 'Yes', exact: true }).isChecked()).toBe(true);
  }

  it('leads from the last look to the field and back', async () => {
    const page = await stage.page();
    await openForm(page);
    await name(page).fill('Klubben');
    await page.goto(`${stage.system.url}/sodertalje/apply/check`);
    await sendApplication(page);
    await page.getByRole('region', { name: 'Rätta 10 uppgifter' }).waitFor();
    await expectGoodScreen(page);
    await page.getByRole('link', { name: 'Firmatecknare 1: Skriv firmatecknarens namn' }).click();
    await expectHeading(page, /Firmatecknare/);
    await page.waitForFunction(
      () => document.activeElement?.getAttribute('name') === 'signatories.0.name',
    );
    await page.keyboard.type('Omar Öberg');
    await page.getByRole('textbox', { name: 'E-postadress' }).fill('omar@fyren.example');
    await page.getByRole('radio', { name: 'Ordförande', exact: true }).check();
    await page.getByRole('radio', { name: 'En av dem räcker' }).check();
    await goOn(page);
    await expectHeading(page, /Kontrollera och skicka/);
    await page.getByText('Omar Öberg').waitFor();
  });

  it('loses nothing while the server cannot be reached', async () => {
    const page = await stage.page();
    const application = newApplication();
    await openForm(page);
    await fillInApplication(page, application);
    await page.context().setOffline(true);
    await sendApplication(page);
    await page.getByRole('alert').getByText('Tjänsten är inte tillgänglig just nu').waitFor();
    await expectGoodScreen(page);
    await page.context().setOffline(false);
    await page.reload();
    await page.getByText(application.community).waitFor();
    await sendApplication(page);
    await expectHeading(page, /Vi har tagit emot ansökan/);
  });

  it('shows at the field what only the server finds', async () => {
    const page = await stage.page();
    await openForm(page);
    await fillInApplication(page, newApplication());
    const address = '**/api/sodertalje/applications';
    await page.route(address, (route) =>
      route.continue({ postData: withAnswer(route.request(), { coordinatorEmail: 'maja' }) }),
    );
    await sendApplication(page);
    await page.getByRole('link', { name: /^Kontrollera e-postadressen, / }).click();
    await expectHeading(page, /Samverkansansvarig/);
    const email = page.getByRole('textbox', { name: 'Samverkansansvarigs e-postadress' });
    expect(await email.getAttribute('aria-invalid')).toBe('true');
    await expectGoodScreen(page);
    await page.unroute(address);
    await email.fill('maja@annan.example');
    await goOn(page);
    await expectHeading(page, /Kontrollera och skicka/);
    await sendApplication(page);
    await expectHeading(page, /Vi har tagit emot ansökan/);
  });

  it('becomes one application however many tabs send it', async () => {
    const person = await stage.person();
    const application = newApplication();
    const tabs = [await person.newPage(), await person.newPage()];
    for (const tab of tabs) await openForm(tab);
    for (const tab of tabs) await fillInApplication(tab, application);
    await Promise.all(tabs.map((tab) => sendApplication(tab)));
    for (const tab of tabs) await expectHeading(tab, /Vi har tagit emot ansökan/);
    const [first, second] = await Promise.all(tabs.map(shownNumber));
    expect(second).toBe(first);
    await stage.system.mail(application.coordinatorEmail, /^Vi har tagit emot/);
    expect(await stage.system.mailsTo(application.coordinatorEmail)).toHaveLength(1);
  });
});

/** The body of a request with one answer exchanged on its way. */
function withAnswer(request: Request, change: Record<string, string>): string {
  const body = request.postDataJSON() as { answers: Record<string, string> };
  return JSON.stringify({ ...body, answers: { ...body.answers, ...change } });
}
