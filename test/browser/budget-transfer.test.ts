import { suiteNeeding } from '../support/suites';
import { signIn } from './persons/official';
import { expectGoodScreen, expectHeading } from './screens';
import { setStage } from './stage';

/** Money is asked for by an officer and checked by a controller, each in a browser of their own. */
suiteNeeding('chromium', 'poppler')('a transfer between committees', () => {
  const stage = setStage();
  let caseAddress = '';

  async function desk(name: RegExp, address = `${stage.system.url}/sodertalje/desk`) {
    const page = await stage.page();
    await page.goto(address);
    await signIn(page, name);
    return page;
  }

  it('is requested at the desk, with what is wrong said at its field', async () => {
    const page = await desk(/Otto Ek/);
    await page.getByRole('link', { name: 'Begär överföring' }).click();
    await expectHeading(page, 'Begär att pengar förs över mellan nämnder');
    await page.getByLabel('Ärendets rubrik').fill('Medel för dialogforum');
    const giver = page.getByRole('group', { name: /^Vem lämnar pengarna\?/ });
    const receiver = page.getByRole('group', { name: /^Vem tar emot pengarna\?/ });
    await giver.getByLabel('Kommunstyrelsen').check();
    await receiver.getByLabel('Kommunstyrelsen').check();
    await page.getByLabel('Vad ska pengarna användas till?').fill('Facilitator.');
    await page.getByRole('button', { name: 'Skicka begäran' }).click();
    const same = 'Välj en annan mottagare än den som lämnar pengarna';
    await page.getByRole('link', { name: same }).waitFor();
    await expectGoodScreen(page);
    await receiver.getByLabel('Kultur- och fritidsnämnden').check();
    await page
      .getByLabel(/^Vad raden gäller/)
      .first()
      .fill('Facilitator');
    const amounts = page.locator('input[inputmode="numeric"][name*="amounts"]');
    for (let i = 0; i < 3; i += 1) await amounts.nth(i).fill('40 000');
    await page.getByLabel(/^Hur har beloppen räknats fram/).fill('Kontorets budget.');
    await page.getByRole('button', { name: 'Skicka begäran' }).click();
    await page.waitForURL(/\/cases\//);
    await expectHeading(page, 'Medel för dialogforum');
    await page.getByRole('rowheader', { name: /^Granska en överföring/ }).waitFor();
    await expectGoodScreen(page);
    caseAddress = page.url();
  });

  it('is checked by the controller, and then the first committee has it', async () => {
    const page = await desk(/Clara Dal/, caseAddress);
    await page.getByRole('link', { name: 'För in', exact: true }).click();
    await expectHeading(page, 'Granska en överföring');
    await page.getByLabel(/^Begäran är riktig/).check();
    await page.getByLabel(/^Jag har kontrollerat rader/).check();
    await page.getByLabel(/^Finansiering/).fill('Kontorets egna medel.');
    await expectGoodScreen(page);
    await page.getByRole('button', { name: 'Skicka svaret' }).click();
    await expectHeading(page, 'Medel för dialogforum');
    await page.getByRole('link', { name: /^KFN / }).waitFor();
    await expectGoodScreen(page);
  });
});
