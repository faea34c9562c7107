import type { Page } from 'playwright-core';
import { transferEntries } from '../../domain/ledger/posting';
import { pdfText } from '../support/pdf';
import { suiteNeeding } from '../support/suites';
import { aTransfer, LedgerForTest } from '../support/ledger';
import { signIn } from './persons/official';
import { expectGoodScreen, expectHeading } from './screens';
import { setStage } from './stage';

suiteNeeding('chromium', 'poppler')('the ledger at the desk', () => {
  const stage = setStage();

  const plain = async (page: Page, name: RegExp) =>
    (await page.getByRole('row', { name }).first().innerText()).replace(/\s+/gu, ' ');

  it('takes a budget, shows the transfer of 2018, and takes it back by a decision', async () => {
    const page = await stage.page();
    await page.goto(`${stage.system.url}/sodertalje/desk`);
    await signIn(page, /Clara Dal/);
    await page.getByRole('link', { name: 'Budget', exact: true }).click();
    await expectHeading(page, 'Budget och överföringar');
    await page.getByText('Ingen budget är registrerad än.').waitFor();
    await page.getByRole('button', { name: 'Registrera budgeten' }).click();
    await page.getByRole('link', { name: 'Skriv budgeten i hela kronor' }).waitFor();
    await expectGoodScreen(page);
    await page.getByLabel('Kommunstyrelsen').check();
    await page.getByLabel('Budgetår').fill('18');
    await page.getByRole('button', { name: 'Registrera budgeten' }).click();
    await page.getByRole('link', { name: 'Skriv ett år från 2000 till 2099' }).click();
    const field = page.getByLabel('Budgetår');
    expect(await field.evaluate((each) => each === document.activeElement)).toBe(true);
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    await expectGoodScreen(page);
    await field.fill('2018');
    await page.getByLabel('Hela budgeten, kronor').fill('1 000 000 kr');
    await page.getByLabel('Dag för beslutet').fill('2017-11-27');
    await page.getByRole('textbox', { name: 'Beslut', exact: true }).fill('KF 2017-11-27 § 210');
    const early = await page.context().newPage();
    await early.goto(page.url());
    await early.getByLabel('Kommunstyrelsen').check();
    await early.getByLabel('Budgetår').fill('2018');
    await early.getByLabel('Hela budgeten, kronor').fill('900 000');
    await early.getByLabel('Dag för beslutet').fill('2017-11-27');
    await early.getByRole('textbox', { name: 'Beslut', exact: true }).fill('KF 2017-11-27 § 211');
    await page.getByRole('button', { name: 'Registrera budgeten' }).click();
    await page.getByRole('link', { name: 'Kommunstyrelsen 2018' }).waitFor();
    // Whoever had the page open before that does not write over it.
    await early.getByRole('button', { name: 'Registrera budgeten' }).click();
    await early.getByText(/^Clara Dal har registrerat budgeten medan du skrev/).waitFor();
    await expectGoodScreen(early);
    await early.close();
    const ledger = await LedgerForTest.on(stage.system.server.database);
    const caseId = await ledger.aCase('KS 17/53');
    const lines = [
      { name: 'Facilitator', amounts: [40_000] },
      { name: 'Konferens', amounts: [3_000] },
    ];
    const between = { giver: 'KS', receiver: 'KFN' };
    const entries = transferEntries({ years: [2018], lines }, between, 2018);
    await ledger.post({ ...aTransfer(caseId, '2018', 43_000), entries });
    await page.getByRole('link', { name: 'Kommunstyrelsen 2018' }).click();
    await expectHeading(page, 'Kommunstyrelsen 2018');
    await page.getByText('Kvar: 957 000 kronor').waitFor();
    expect(await plain(page, /Konferens/)).toContain('-3 000 997 000'.replace('-', '−'));
    await page.getByText('Registrerad av Clara Dal').waitFor();
    await expectGoodScreen(page);
    await page.getByRole('button', { name: 'Spara kontoutdraget som pdf' }).click();
    await page.getByText('Kontoutdraget är sparat.').waitFor();
    const saved = page.getByRole('link', { name: 'Kontoutdrag: Kommunstyrelsen 2018' });
    const newest = async () => {
      const href = (await saved.first().getAttribute('href')) ?? '';
      const answer = await page.request.get(new URL(href, stage.system.url).href);
      return pdfText(Buffer.from(await answer.body())).replace(/\s+/gu, ' ');
    };
    const text = await newest();
    for (const part of ['Kvar: 957 000 kronor', 'KF 2017-11-27 § 210', 'Konferens']) {
      expect(text).toContain(part);
    }
    await expectGoodScreen(page);
    // The day of the budget was wrong: nothing is posted, and it is another statement all the same.
    await ledger.adopt('KS', 2018, 1_000_000, 1);
    await page.getByRole('button', { name: 'Spara kontoutdraget som pdf' }).click();
    await saved.nth(1).waitFor();
    expect(await newest()).toContain('KF 2017-11-26 § 210');
    // What was posted together is taken back together: the button and the question say so.
    await page.getByRole('button', { name: /^Återför/ }).click();
    await expectGoodScreen(page);
    expect((await page.getByRole('button', { name: /^Återför/ }).innerText()).trim()).toMatch(
      /^Återför\s+Överföring till KFN, 43\s000 kronor$/u,
    );
    await page.getByRole('heading', { name: /^Återför: Överföring till KFN, 43.000/u }).waitFor();
    for (const line of [/^Facilitator: 40.000 kronor$/u, /^Konferens: 3.000 kronor$/u]) {
      await page.getByRole('listitem').filter({ hasText: line }).waitFor();
    }
    await page.getByLabel('Beslut som återföringen vilar på').fill('KF 2018-10-29 § 190');
    await page.getByRole('button', { name: 'Bokför återföringen' }).click();
    await page.getByText('Kvar: 1 000 000 kronor').waitFor();
    expect(await plain(page, /Återföring.*Konferens/s)).toContain('3 000 1 000 000');
    await expectGoodScreen(page);
    // A reversal that was a mistake is undone there too; this one is of a case that plans nothing.
    await page.getByRole('button', { name: /^Ta tillbaka\s+Återföring/u }).click();
    await page.getByText('Året bokförs på nytt enligt samma beslut').waitFor();
    await page.getByRole('button', { name: 'Ta tillbaka återföringen' }).click();
    await page.getByRole('link', { name: 'Skriv varför återföringen var ett misstag' }).waitFor();
    await expectGoodScreen(page);
    const why = page.getByLabel('Varför återföringen var ett misstag');
    await why.fill('Fel år återfördes.');
    await page.getByRole('button', { name: 'Ta tillbaka återföringen' }).click();
    await page.getByText(/^Återföringen kan inte tas tillbaka/).waitFor();
    expect(await why.inputValue()).toBe('Fel år återfördes.');
    await expectGoodScreen(page);
  });

  it('gets all that is posted into files for the accounting system, once', async () => {
    const page = await stage.page();
    await page.goto(`${stage.system.url}/sodertalje/desk/ledger`);
    await signIn(page, /Clara Dal/);
    await page.getByRole('button', { name: 'Gör nästa fil för 2018' }).click();
    await page.getByText('Allt som är bokfört för året ligger i filerna.').waitFor();
    await page.getByText('10 rader, gjord').waitFor();
    await expectGoodScreen(page);
    const file = page.waitForEvent('download');
    await page.getByRole('link', { name: '2018, fil 1' }).click();
    expect((await file).suggestedFilename()).toBe('sodertalje-2018-1.si');
  });

  it('is read by an auditor, who changes nothing', async () => {
    const page = await stage.page();
    await page.goto(`${stage.system.url}/sodertalje/desk/ledger/KS/2018`);
    await signIn(page, /Rune Falk/);
    await expectHeading(page, 'Kommunstyrelsen 2018');
    expect(await page.getByRole('button', { name: /Återför/ }).count()).toBe(0);
    const statement = page.waitForEvent('download');
    await page.getByRole('link', { name: /att läsa.*SIE 4/ }).click();
    expect((await statement).suggestedFilename()).toBe('KS-2018.si');
    await page.getByRole('link', { name: 'Filer till ekonomisystemet (SIE 4)' }).click();
    await expectHeading(page, 'Budget och överföringar');
    await page.getByRole('link', { name: '2018, fil 1' }).waitFor();
    expect(await page.getByRole('button', { name: /Gör nästa fil/ }).count()).toBe(0);
  });
});
