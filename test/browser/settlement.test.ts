import { meetToday } from '../support/committees';
import { eventually } from '../support/eventually';
import { suiteNeeding } from '../support/suites';
import { verified } from '../support/transfers';
import { Treasury } from '../support/treasury';
import { yearOf } from '../support/years';
import { signIn } from './persons/official';
import { expectGoodScreen, expectHeading } from './screens';
import { setStage } from './stage';

/** A year that is over already: a transfer for it is settled as soon as it is posted. */
suiteNeeding('chromium')('the settlement of a year at the desk', () => {
  const stage = setStage();
  const now = () => new Date();
  const year = yearOf(now()) - 2;

  it('is accounted for line by line, and stands with the transfer when it is done', async () => {
    const room = new Treasury(stage.system, now);
    await room.adopt('KS', year, 100_000);
    const lines = [
      { name: 'Facilitator', amounts: ['40 000'] },
      { name: 'Konferens', amounts: ['3 000'] },
    ];
    const transfer = await room.begin({ amounts: { years: [String(year)], lines } });
    for (const committee of ['KFN', 'KS', 'KF']) await meetToday(stage.system, committee);
    await room.say(transfer, 'verify', verified);
    for (const committee of ['KFN', 'KS', 'KF']) {
      const outcome = committee === 'KF' ? 'approve' : 'support';
      await room.resolve(transfer, committee, { outcome });
    }
    const settlement = await room.settlementOf(transfer, year);
    await room.openTask(settlement, 'account');

    const page = await stage.page();
    await page.goto(`${stage.system.url}/sodertalje/desk/cases/${settlement}`);
    await signIn(page, /Clara Dal/);
    await expectHeading(page, `Avräkning ${year}: Medel för dialogforum och konferens`);
    await page.getByText('Avräkningen hör till överföringen').waitFor();
    await expectGoodScreen(page);
    await page.getByRole('link', { name: 'För in', exact: true }).click();
    await expectHeading(page, 'Redovisa vad överförda pengar har använts till');
    const amount = (line: string) => page.getByRole('group', { name: line }).getByRole('textbox');
    await amount('Facilitator').waitFor();
    await amount('Facilitator').fill('41 000');
    await amount('Konferens').fill('0');
    await page.getByLabel('Det går tillbaka till den som lämnade pengarna').check();
    await page.getByRole('button', { name: 'Skicka redovisningen' }).click();
    await page
      .getByRole('link', { name: 'Skriv högst så mycket som det finns på raden' })
      .waitFor();
    await expectGoodScreen(page);
    await amount('Facilitator').fill('38 500');
    await page.getByRole('button', { name: 'Skicka redovisningen' }).click();
    await expectHeading(page, `Avräkning ${year}: Medel för dialogforum och konferens`);
    await eventually('the transfer is settled', async () => {
      return (await room.read(transfer)).state === 'completed';
    });
    await page.goto(`${stage.system.url}/sodertalje/desk/cases/${transfer}`);
    await expectHeading(page, 'Medel för dialogforum och konferens');
    const row = page.getByRole('row', { name: new RegExp(`^${year} KS `) });
    expect((await row.innerText()).replace(/\s+/gu, ' ')).toContain('43 000 38 500 4 500 0');
    await page.getByRole('link', { name: /^Slutredovisning av en överföring/ }).waitFor();
    await expectGoodScreen(page);

    // The account was wrong: a controller corrects it in the case of the settlement.
    const desk = await stage.page();
    await desk.goto(`${stage.system.url}/sodertalje/desk/cases/${settlement}`);
    await signIn(desk, /administratör/i);
    await desk.getByRole('link', { name: 'Rätta redovisningen' }).click();
    await expectHeading(desk, 'Rätta redovisningen av ett år');
    const right = desk.getByRole('group', { name: 'Facilitator' }).getByRole('textbox');
    await right.waitFor();
    expect((await right.inputValue()).replace(/\s+/gu, ' ')).toBe('38 500');
    const send = desk.getByRole('button', { name: 'Rätta redovisningen' });
    await send.click();
    await desk.getByRole('link', { name: 'Skriv vad som var fel' }).waitFor();
    await desk.getByLabel('Vad var fel?').fill('Vi skrev en nolla för lite på raden.');
    await send.click();
    await desk.getByRole('link', { name: /^Skriv något annat än det/ }).waitFor();
    await expectGoodScreen(desk);
    await right.fill('39 500');
    await send.click();
    await expectHeading(desk, `Avräkning ${year}: Medel för dialogforum och konferens`);
    await desk.getByText('Ändrad: en redovisning är rättad').waitFor();
    const corrected = await desk.getByRole('row', { name: new RegExp(`^${year} KS `) }).innerText();
    expect(corrected.replace(/\s+/gu, ' ')).toContain('43 000 39 500 3 500 0');
    await desk.getByText('Vi skrev en nolla för lite på raden.').first().waitFor();
    await expectGoodScreen(desk);
  });
});
