import type { Page } from 'playwright-core';
import { suiteNeeding } from '../support/suites';
import { aPdf, scriptedSvg } from '../support/uploads';
import { fillInApplication, goOn, newApplication, sendApplication } from './persons/applicant';
import { linkIn } from './persons/mailbox';
import { expectGoodScreen, expectHeading } from './screens';
import { setStage } from './stage';

suiteNeeding('chromium')('an application that takes more than one sitting', () => {
  const stage = setStage();

  const field = (page: Page, name: string) => page.getByRole('textbox', { name });
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  const savedOnServer = (page: Page) => page.getByText(/^Sparat \d\d\.\d\d\. Ansökan finns kvar/);
  const pdf = { mimeType: 'application/pdf', buffer: aPdf() };
  const chooseFiles = (
    page: Page,
    ...files: { name: string; mimeType: string; buffer: Buffer }[]
  ) => page.locator('input[type=file]').first().setInputFiles(files);

  /** Fills in a name, asks for the link and returns it. */
  async function begin(page: Page, organisation: string, email: string): Promise<string> {
    await page.goto(`${stage.system.url}/sodertalje/apply`);
    await field(page, 'Organisationens namn').fill(organisation);
    await page.getByRole('link', { name: 'Spara och fortsätt senare' }).click();
    await expectHeading(page, 'Spara och fortsätt senare');
    await field(page, 'Din e-postadress').fill(email);
    await button(page, 'Spara och skicka länken').click();
    await expectHeading(page, 'Titta i din e-post');
    return linkIn(await stage.system.mail(email, /^Fortsätt med ansökan senast/));
  }

  /** Follows a link and goes to the first page of what it opens. */
  async function follow(page: Page, link: string): Promise<void> {
    await page.goto(link);
    await expectHeading(page, 'Kontrollera och skicka');
    await page.getByRole('link', { name: 'Ändra Er organisation' }).click();
    await expectHeading(page, 'Er organisation');
  }

  it('is gone on with in another browser, where nothing was typed', async () => {
    const link = await begin(await stage.page(), 'Föreningen Ett', 'ett@halvvags.example');
    const elsewhere = await stage.page();
    await elsewhere.goto(link);
    await expectHeading(elsewhere, 'Kontrollera och skicka');
    await elsewhere.getByText('Föreningen Ett').waitFor();
    expect(elsewhere.url()).not.toContain('#');
    await expectGoodScreen(elsewhere);
    await elsewhere.getByRole('link', { name: 'Ändra Er organisation' }).click();
    await field(elsewhere, 'Organisationens namn').fill('Föreningen Ett Nytt');
    await savedOnServer(elsewhere).waitFor();
    const third = await stage.page();
    await follow(third, link);
    expect(await field(third, 'Organisationens namn').inputValue()).toBe('Föreningen Ett Nytt');
  });

  it('asks for an address before it is kept, and keeps what was typed all the same', async () => {
    const page = await stage.page();
    await page.goto(`${stage.system.url}/sodertalje/apply`);
    await field(page, 'Organisationens namn').fill('Föreningen Utan Post');
    await page.getByText(/^Sparat \d\d\.\d\d i den här fliken/).waitFor();
    await page.getByRole('link', { name: 'Spara och fortsätt senare' }).click();
    await button(page, 'Spara och skicka länken').click();
    await page.getByRole('link', { name: 'Skriv din e-postadress' }).waitFor();
    await expectGoodScreen(page);
    await page.getByRole('link', { name: 'Tillbaka' }).click();
    expect(await field(page, 'Organisationens namn').inputValue()).toBe('Föreningen Utan Post');
  });

  it('does not mix with another one that is open in the same browser', async () => {
    const [one, two] = [await stage.page(), await stage.page()];
    const links = [
      await begin(one, 'Föreningen A', 'a@halvvags.example'),
      await begin(two, 'Föreningen B', 'b@halvvags.example'),
    ];
    const person = await stage.person();
    const tabs = [await person.newPage(), await person.newPage()];
    for (const [i, tab] of tabs.entries()) await follow(tab, links[i] ?? '');
    for (const [i, tab] of tabs.entries()) {
      await field(tab, 'Organisationens namn').fill(`Föreningen ${'AB'[i]} ändrad`);
      await savedOnServer(tab).waitFor();
    }
    const later = await stage.page();
    await follow(later, links[0] ?? '');
    expect(await field(later, 'Organisationens namn').inputValue()).toBe('Föreningen A ändrad');
  });

  it('tells the later of two tabs, which may keep its own version or take the other', async () => {
    const first = await stage.page();
    const link = await begin(first, 'Föreningen Två', 'tva@halvvags.example');
    const [one, two] = [await stage.page(), await stage.page()];
    await follow(one, link);
    await follow(two, link);
    await field(one, 'Organisationens namn').fill('Den ena');
    await savedOnServer(one).waitFor();
    await field(two, 'Organisationens namn').fill('Den andra');
    const alert = two.getByRole('alert');
    await alert.getByText('Ansökan har ändrats någon annanstans').waitFor();
    await expectGoodScreen(two);
    expect(await field(two, 'Organisationens namn').inputValue()).toBe('Den andra');
    await button(two, 'Behåll det som står här').click();
    await alert.waitFor({ state: 'detached' });
    await field(one, 'Organisationens namn').fill('Den ena igen');
    await button(one, 'Visa den nyare versionen').click();
    await one.waitForFunction(
      () =>
        document.querySelector<HTMLInputElement>('#field-organisationName')?.value === 'Den andra',
    );
  });

  it('goes on saving when the server was away for a while', async () => {
    const page = await stage.page();
    const link = await begin(page, 'Föreningen Tre', 'tre@halvvags.example');
    const other = await stage.page();
    await follow(other, link);
    await other.context().setOffline(true);
    await field(other, 'Organisationens namn').fill('Skrivet utan nät');
    await other.getByText('Inte sparat, försöker igen.').waitFor();
    await other.context().setOffline(false);
    await savedOnServer(other).waitFor();
  });

  it('takes files one by one, refuses by name, and sends them with the application', async () => {
    const page = await stage.page();
    const application = newApplication();
    await page.goto(`${stage.system.url}/sodertalje/apply`);
    await fillInApplication(page, application);
    await page.getByRole('link', { name: 'Ändra Protokoll och stadgar' }).click();
    await chooseFiles(
      page,
      { name: 'tom.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(0) },
      { name: 'bild.svg', mimeType: 'image/svg+xml', buffer: scriptedSvg },
      { name: 'låst.pdf', mimeType: 'application/pdf', buffer: aPdf({ encrypted: true }) },
      { name: 'Protokoll <b>mars.pdf', ...pdf },
    );
    const list = page.getByRole('group', { name: /^Protokoll/ }).getByRole('list');
    await list.getByRole('link', { name: 'Protokoll <b>mars.pdf' }).waitFor();
    const told = await list.getByRole('listitem').allInnerTexts();
    expect(told.join('\n')).toContain('Filen tom.pdf är tom.');
    expect(told.join('\n')).toContain('Filen bild.svg är inte en PDF, JPEG eller PNG.');
    expect(told.join('\n')).toContain('Filen låst.pdf är låst');
    await expectGoodScreen(page);
    await chooseFiles(page, { name: 'onödig.pdf', ...pdf });
    await button(page, 'Ta bort onödig.pdf').click();
    await page.getByText('Filen onödig.pdf är borttagen.').waitFor();
    await goOn(page);
    await expectHeading(page, 'Kontrollera och skicka');
    await page.getByRole('link', { name: 'Protokoll <b>mars.pdf' }).waitFor();
    await sendApplication(page);
    await expectHeading(page, /Vi har tagit emot ansökan/);
    const files = page.getByRole('region', { name: 'Filer från organisationen' });
    const saved = page.waitForEvent('download');
    await files.getByRole('link', { name: 'Protokoll <b>mars.pdf' }).click();
    expect((await saved).suggestedFilename()).toMatch(/^Protokoll .*\.pdf$/);
    expect(await files.getByRole('listitem').count()).toBe(1);
    await expectGoodScreen(page);
  });

  it('says how personal data is used, before sending and at an address of its own', async () => {
    const page = await stage.page();
    await page.goto(`${stage.system.url}/sodertalje/personal-data`);
    await expectHeading(page, 'Så använder vi personuppgifter');
    await page.getByText(/därför ber vi inte om samtycke/).waitFor();
    const subscribers = page.getByRole('heading', { name: 'Om du prenumererar på nyhetsbrevet' });
    await subscribers.waitFor();
    await page.getByText(/ingen bekräftar inom 7 dagar tas bort/).waitFor();
    await page.getByText(/De tas bort 2 år efter att ärendet är avslutat/).waitFor();
    await page.getByRole('heading', { name: 'Om du sitter i samverkansgruppen' }).waitFor();
    await expectGoodScreen(page);
    // A municipality without a newsletter has no subscribers to tell about.
    await page.goto(`${stage.system.url}/ekero/personal-data`);
    await page.getByText(/därför ber vi inte om samtycke/).waitFor();
    expect(await subscribers.count()).toBe(0);
    await page.goto(`${stage.system.url}/sodertalje/apply`);
    await field(page, 'Organisationens namn').fill('Klubben');
    await page.goto(`${stage.system.url}/sodertalje/apply/check`);
    await page.getByRole('group').getByText('Så använder vi personuppgifter').click();
    await page.getByText(/därför ber vi inte om samtycke/).waitFor();
    await expectGoodScreen(page);
  });
});
