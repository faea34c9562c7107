import { sodertalje } from '../../config/municipalities/sodertalje/municipality';
import { beginChoice, threeProposals } from '../support/focus-areas';
import { contactPoint, FollowUps } from '../support/follow-ups';
import { suiteNeeding } from '../support/suites';
import { linkIn } from './persons/mailbox';
import { expectGoodScreen, expectHeading } from './screens';
import { setStage } from './stage';

suiteNeeding('chromium')('the focus areas', () => {
  const stage = setStage();

  it('are listed by the contact point and voted on by a party, each by its link', async () => {
    const { system } = stage;
    const years = new FollowUps(system, () => new Date());
    const party = await years.addParty('Lyktan');
    const begun = { year: 2025, proposals: threeProposals };
    await beginChoice(system, sodertalje, begun);

    const page = await stage.page();
    await page.goto(linkIn(await system.mail(contactPoint, /^Gör en kort lista/)));
    await expectHeading(page, 'Gör en kort lista av fokusområden');
    await page
      .getByText(/Föreslaget av|färre än fem/)
      .first()
      .waitFor();
    const area = (i: number) => page.getByRole('group', { name: new RegExp(`^Område ${i}`) });
    expect(await area(1).getByLabel('Område', { exact: false }).first().inputValue()).toBe(
      'Lokaler',
    );
    await expectGoodScreen(page);
    await page.getByRole('button', { name: 'Lägg till ett område' }).click();
    await area(4).getByLabel('Vad handlar det om?').fill('Konst i alla stadsdelar.');
    await page.getByRole('button', { name: 'Skicka listan till parterna' }).click();
    await page.getByRole('link', { name: /Skriv området, eller ta bort det/ }).waitFor();
    await expectGoodScreen(page);
    await area(4).getByRole('textbox').first().fill('Kultur');
    await page.getByRole('button', { name: 'Skicka listan till parterna' }).click();
    await expectHeading(page, 'Listan är skickad');
    await expectGoodScreen(page);

    const voter = await stage.page();
    await voter.goto(linkIn(await system.mail(party, /^Rösta senast/)));
    await expectHeading(voter, 'Rösta om fokusområden för Lyktan');
    await voter.getByText('Konst i alla stadsdelar.').waitFor();
    await expectGoodScreen(voter);
    for (const name of ['Lokaler', 'Unga', 'Information', 'Kultur']) {
      await voter.getByRole('checkbox', { name }).check();
    }
    await voter.getByRole('button', { name: 'Skicka er röst' }).click();
    await voter.getByRole('link', { name: /Ni kan välja högst 3/ }).waitFor();
    await expectGoodScreen(voter);
    await voter.getByRole('checkbox', { name: 'Unga' }).uncheck();
    await voter.getByRole('button', { name: 'Skicka er röst' }).click();
    await expectHeading(voter, 'Rösten är skickad');
    await expectGoodScreen(voter);

    // A list with room for all of it needs no vote, and stands on the page at once.
    const other = await beginChoice(system, sodertalje, { ...begun, year: 2024 });
    const list = await years.latest(contactPoint, /^Gör en kort lista/, other);
    await system.answer(list, { candidates: [{ area: 'Lokaler', why: 'Det saknas tider.' }] });
    await years.until(other, 'completed');
    const everybody = await stage.page();
    await everybody.goto(`${system.url}/sodertalje/follow-up`);
    const shown = everybody.getByRole('region', { name: 'Fokusområden' });
    await shown.getByText('Det saknas tider.').waitFor();
    await expectGoodScreen(everybody);
  });
});
