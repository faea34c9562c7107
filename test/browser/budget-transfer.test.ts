import { stockholmDate } from '../../domain/calendar';
import { meetToday } from '../support/committees';
import { suiteNeeding } from '../support/suites';
import { TransferDesk } from '../support/transfers';
import { Treasury } from '../support/treasury';
import { yearOf } from '../support/years';
import { linkIn } from './persons/mailbox';
import { chooseMeeting, signIn } from './persons/official';
import { expectGoodScreen, expectHeading } from './screens';
import { setStage } from './stage';

/** Money is asked for by an officer and checked by a controller, each in a browser of their own. */
suiteNeeding('chromium', 'poppler')('a transfer between committees', () => {
  const stage = setStage();
  const year = yearOf();
  let caseAddress = '';
  let room: Treasury;

  beforeAll(async () => {
    room = new Treasury(stage.system, () => new Date());
    await room.adopt('KS', year, 100_000);
  });

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
    await page.getByLabel(/^Hur har beloppen räknats fram/).fill('Kontorets budget.');
    // What there is, and what stays planned, is said before anybody has sent anything.
    for (let i = 0; i < 3; i += 1) await amounts.nth(i).fill('40 000');
    await page.getByText(`Kommunstyrelsen har 100 000 kronor kvar för ${year}.`).waitFor();
    await page
      .getByText(`Kommunstyrelsen har ingen beslutad budget för ${year + 1}. Beloppet är planerat`)
      .waitFor();
    await expectGoodScreen(page);
    await amounts.first().fill('100 001');
    await page.getByRole('button', { name: 'Skicka begäran' }).click();
    const notCovered = (left: string, needed: string) =>
      page.getByRole('link', {
        name: `Facilitator ${year}: Kommunstyrelsen har ${left} kronor kvar för ${year}, och ${needed} kronor behövs.`,
      });
    await notCovered('100 000', '100 001').click();
    expect(await amounts.first().evaluate((field) => field === document.activeElement)).toBe(true);
    await expectGoodScreen(page);
    await amounts.first().fill('40 000');
    await amounts.nth(1).focus();
    await notCovered('100 000', '100 001').waitFor({ state: 'detached' });
    // Others may take the money while somebody writes: the server says so, and nothing is lost.
    await room.adopt('KS', year, 30_000, 1);
    await page.getByRole('button', { name: 'Skicka begäran' }).click();
    await notCovered('30 000', '40 000').waitFor();
    await page.reload();
    await page
      .getByText(`Kommunstyrelsen har 30 000 kronor kvar för ${year}, och 40 000`)
      .waitFor();
    expect(await page.getByLabel('Ärendets rubrik').inputValue()).toBe('Medel för dialogforum');
    expect(await giver.getByLabel('Kommunstyrelsen').isChecked()).toBe(true);
    await amounts.first().fill('30 000');
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
    await page.getByText(`Kommunstyrelsen har 30 000 kronor kvar för ${year}.`).waitFor();
    await expectGoodScreen(page);
    await room.adopt('KS', year, 29_999, 2);
    await page.getByRole('button', { name: 'Skicka svaret' }).click();
    await page.getByRole('link', { name: /^Pengarna räcker inte/ }).waitFor();
    await page.getByText(`har 29 999 kronor kvar för ${year}, och 30 000`).waitFor();
    expect(await page.getByLabel(/^Finansiering/).inputValue()).toBe('Kontorets egna medel.');
    await expectGoodScreen(page);
    // Whoever tries again reads how it stands now.
    await room.adopt('KS', year, 30_000, 3);
    await page.getByRole('button', { name: 'Skicka svaret' }).click();
    await page.getByRole('link', { name: /^Pengarna räcker inte/ }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Skicka svaret' }).click();
    await page.getByRole('link', { name: /^KFN / }).waitFor();
    await expectGoodScreen(page);
  });

  it.each([
    ['the receiver', 'KFN', '91'],
    ['the giver', 'KS', '202'],
  ])('is supported by %s, whose secretary records it', async (_, committee, paragraph) => {
    await meetToday(stage.system, committee);
    const page = await desk(/Siv Ahl/, caseAddress);
    await page.getByRole('link', { name: new RegExp(`^${committee} `) }).click();
    await page.getByRole('link', { name: 'För in', exact: true }).click();
    await expectHeading(page, 'För in beslutet');
    await chooseMeeting(page, stockholmDate(new Date()));
    await page.getByRole('textbox', { name: /^Paragraf/ }).fill(paragraph);
    const serving = page.getByRole('group', { name: 'Tjänstgörande 1' });
    await serving.getByLabel('Namn').fill('Ada Ask');
    await serving.getByLabel('Ordförande', { exact: true }).check();
    await page.getByLabel('Tillstyrker', { exact: true }).check();
    await page.getByLabel('Omedelbart, på sammanträdesdagen').check();
    await expectGoodScreen(page);
    await page.getByRole('button', { name: 'Spara beslutet' }).click();
    await page.getByText('Anslag saknas').waitFor();
    await expectGoodScreen(page);
    const officer = await desk(/Otto Ek/, caseAddress);
    await officer.getByText(`Tillstyrker, § ${paragraph}`).waitFor();
    await expectGoodScreen(officer);
  });

  it('is changed by the link in a mail, with what the giver has said at the amounts', async () => {
    const transfers = new TransferDesk(room);
    const years = [year, year + 1, year + 2].map(String);
    const line = { name: 'Facilitator', amounts: ['20 000', '80 000', '0'] };
    const { caseId, number } = await transfers.begun({ amounts: { years, lines: [line] } });
    await transfers.approve(caseId);
    await meetToday(stage.system, 'KFN');
    const wording = 'Nämnden tillstyrker 30 000 kronor för facilitator i år.';
    await transfers.decide(caseId, 'KFN', 'supportWithChange', { wording });
    const page = await stage.page();
    const asked = new RegExp(`^Ändra begäran .*${number}$`);
    await page.goto(linkIn(await stage.system.mail('officer@sodertalje.example', asked)));
    await expectHeading(page, /Ändra begäran: /);
    await page.getByText(wording).waitFor();
    await page.getByText(`Kommunstyrelsen har 30 000 kronor kvar för ${year}.`).waitFor();
    const amounts = page.locator('input[inputmode="numeric"][name*="amounts"]');
    await amounts.first().fill('30 001');
    const tooMuch = `Kommunstyrelsen har 30 000 kronor kvar för ${year}, och 30 001 kronor behövs.`;
    await page.getByText(tooMuch).waitFor();
    await page.getByRole('button', { name: 'Skicka begäran' }).click();
    await page.getByRole('link', { name: `Facilitator ${year}: ${tooMuch}` }).click();
    expect(await amounts.first().evaluate((field) => field === document.activeElement)).toBe(true);
    await expectGoodScreen(page);
    // Others may take the money meanwhile: the server says so, and nothing that was typed is lost.
    await amounts.first().fill('30 000');
    await room.adopt('KS', year, 25_000, 4);
    await page.getByRole('button', { name: 'Skicka begäran' }).click();
    await page.getByRole('link', { name: /har 25 000 kronor kvar .* och 30 000/ }).waitFor();
    await expectGoodScreen(page);
    // Another giver has another budget, or none.
    const giver = page.getByRole('group', { name: /^Vem lämnar pengarna\?/ });
    await giver.getByLabel('Hölö-Mörkö kommundelsnämnd').check();
    await page.getByText(/Hölö-Mörkö .*, och året har redan börjat\.$/).waitFor();
    await giver.getByLabel('Kommunstyrelsen').check();
    await amounts.first().fill('25 000');
    await page.getByRole('button', { name: 'Skicka begäran' }).click();
    await expectHeading(page, 'Begäran är skickad');
    await transfers.toVerify(caseId);
  });

  it('is decided, and what its giver lacks stands at the case until there is a budget for it', async () => {
    const caseId = caseAddress.split('/').at(-1) ?? '';
    await meetToday(stage.system, 'KF');
    await new TransferDesk(room).decide(caseId, 'KF', 'approve');
    const page = await desk(/Rune Falk/, caseAddress);
    const line = (of: number) =>
      page.getByRole('region', { name: 'Beslutat år för år' }).getByRole('row', { name: `${of}` });
    await line(year).getByText('Det saknas 5 000 kronor', { exact: true }).waitFor();
    await line(year + 1)
      .getByText('Väntar på årets budget')
      .waitFor();
    await expectGoodScreen(page);
    await room.adopt('KS', year, 30_000, 5);
    await line(year).getByText('Bokförd').waitFor();
    await line(year)
      .getByRole('link', { name: `${year}` })
      .click();
    await expectHeading(page, `Kommunstyrelsen ${year}`);
    await page.getByText('Kvar: 0 kronor').waitFor();
  });
});
