import { randomBytes } from 'node:crypto';
import type { Page } from 'playwright-core';
import { suiteNeeding } from '../support/suites';
import { tokenIn } from '../support/system';
import { officer } from '../support/walks';
import { expectFaults } from './fault-screens';
import { linkIn } from './persons/mailbox';
import { decide, openReview } from './persons/officer';
import { expectGoodScreen, expectHeading } from './screens';
import { setStage } from './stage';

suiteNeeding('chromium')('addresses and links that lead elsewhere', () => {
  const stage = setStage();

  it('refuses only with reasons, and tells them to the applicant', async () => {
    const receipt = await stage.system.apply();
    const applicant = await stage.page();
    await applicant.goto(`${stage.system.url}/sodertalje/case#${receipt.statusToken}`);
    const page = await stage.page();
    await openReview(page, stage.system, receipt.number);
    await decide(page, 'refuse');
    await expectFaults(page, 'Rätta 1 uppgift', [
      { fieldId: 'reasons', sentence: 'Skriv skälen för beslutet' },
    ]);
    await expectGoodScreen(page);
    await decide(page, 'refuse', 'Organisationen är ett företag.');
    await expectHeading(page, /Ditt svar är skickat/);
    await page.getByText('Organisationen är ett företag.').waitFor();
    await expectGoodScreen(page);
    await expectHeading(applicant, /Ansökan är avslagen/);
    await applicant.getByRole('link', { name: /Beslut om ansökan/ }).waitFor();
    await expectGoodScreen(applicant);
  });

  it('shows one friendly page for a link that is unknown, truncated or foreign', async () => {
    const receipt = await stage.system.apply();
    const token = tokenIn(await stage.system.mail(officer, new RegExp(`${receipt.number}$`)));
    const page = await stage.page();
    const shownAt = (path: string) => showBrokenLink(page, stage.system.url + path);
    const unknown = await shownAt(`/sodertalje/task#${randomBytes(32).toString('base64url')}`);
    expect(unknown).toContain('Inget har gått förlorat.');
    await expectGoodScreen(page);
    expect(await shownAt(`/sodertalje/task#${token.slice(0, 20)}`)).toBe(unknown);
    expect(await shownAt('/sodertalje/task')).toBe(unknown);
    expect(await shownAt(`/sodertalje/case#${receipt.statusToken.slice(1)}`)).toBe(unknown);
    expect(await shownAt(`/ekero/task#${token}`)).toBe(unknown);
  });

  it('sends a new link to the address on record, which takes the place of the old one', async () => {
    const receipt = await stage.system.apply();
    const old = linkIn(await stage.system.mail(officer, new RegExp(`${receipt.number}$`)));
    const page = await stage.page();
    const answers: string[] = [];
    for (const address of ['nyfiken@annan.example', officer]) {
      await showBrokenLink(page, old.slice(0, -5));
      await requestLink(page, receipt.number, address);
      answers.push(await page.getByRole('main').innerText());
    }
    expect(answers[0]).toBe(answers[1]);
    await expectGoodScreen(page);
    const renewed = await stage.system.mail(officer, /^Ny länk\. Granska senast/);
    expect(renewed.subject).toContain(receipt.number);
    expect(await stage.system.mailsTo('nyfiken@annan.example')).toEqual([]);
    await page.goto(linkIn(renewed));
    await expectHeading(page, /Besluta om ansökan/);
    const other = await stage.page();
    await showBrokenLink(other, old);
  });

  it('helps an applicant who has lost the link back to the case', async () => {
    const coordinatorEmail = 'vilse@lyktan.example';
    const { number } = await stage.system.apply({ coordinatorEmail });
    const page = await stage.page();
    await page.goto(`${stage.system.url}/sodertalje`);
    await page.getByRole('link', { name: 'Följ ett ärende' }).click();
    await expectHeading(page, 'Följ ett ärende');
    await expectGoodScreen(page);
    await requestLink(page, number, coordinatorEmail);
    await page.goto(linkIn(await stage.system.mail(coordinatorEmail, /^Ny länk till ärendet/)));
    await expectHeading(page, /Vi har tagit emot ansökan/);
    await page.getByText(number, { exact: true }).waitFor();
  });

  it('asks for number and address before it sends a new link', async () => {
    const page = await stage.page();
    await showBrokenLink(page, `${stage.system.url}/sodertalje/task#x`);
    await page.getByRole('button', { name: 'Skicka en ny länk' }).click();
    await expectFaults(page, 'Rätta 2 uppgifter', [
      { fieldId: 'number', sentence: 'Skriv ärendets nummer' },
      { fieldId: 'email', sentence: 'Skriv din e-postadress' },
    ]);
    await expectGoodScreen(page);
  });

  it('tells in Ekerö that there is nothing to accede to yet', async () => {
    const page = await stage.page();
    await page.goto(`${stage.system.url}/ekero`);
    await expectHeading(page, 'Om policyn för samverkan med civilsamhället');
    await page.getByRole('link', { name: 'samverkansorganet@ekero.example' }).waitFor();
    expect(await page.locator('body').innerText()).not.toMatch(/Södertälje|papper/);
    expect(await page.getByRole('link', { name: 'Starta ansökan' }).count()).toBe(0);
    await expectGoodScreen(page);
    await page.goto(`${stage.system.url}/ekero/apply`);
    await expectHeading(page, 'Om policyn för samverkan med civilsamhället');
  });

  it.each(['/sodertalje/finns-inte', '/nagonannanstans', '/sodertalje/apply/page/nowhere'])(
    'leads from %s, which does not exist, to a page that does',
    async (path) => {
      const page = await stage.page();
      await page.goto(stage.system.url + path);
      await expectHeading(page, 'Sidan finns inte');
      await expectGoodScreen(page);
      await page.getByRole('main').getByRole('link', { name: 'Till startsidan' }).click();
      await expectHeading(page, /^(Anslut er|Samverkan mellan)/);
    },
  );
});

/** Opens a link that cannot be used and returns all that the page says of it. */
async function showBrokenLink(page: Page, address: string): Promise<string> {
  await page.goto('about:blank');
  await page.goto(address);
  await expectHeading(page, 'Länken går inte att använda');
  return page.getByRole('main').innerText();
}

async function requestLink(page: Page, number: string, email: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Ärendets nummer' }).fill(number);
  await page.getByRole('textbox', { name: 'Din e-postadress' }).fill(email);
  await page.getByRole('button', { name: 'Skicka en ny länk' }).click();
  await expectHeading(page, 'Titta i din e-post');
}
