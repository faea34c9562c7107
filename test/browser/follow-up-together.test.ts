import type { Page } from 'playwright-core';
import { FollowUps } from '../support/follow-ups';
import { suiteNeeding } from '../support/suites';
import { linkIn } from './persons/mailbox';
import { expectFocus, expectGoodScreen, expectHeading } from './screens';
import { setStage } from './stage';

const theirHeading = 'Fyll i en del av svaren för Lyktan';
const heading = 'Hur fungerar samverkan? Svara för Lyktan';

suiteNeeding('chromium')('the follow-up’s form, filled in by several people', () => {
  const stage = setStage();
  let coordinator: Page;
  let helper: Page;
  let partLink: string;

  beforeAll(async () => {
    const years = new FollowUps(stage.system, () => new Date());
    const email = await years.addParty('Lyktan');
    const caseId = await years.openToday(2025);
    coordinator = await stage.page();
    await coordinator.goto(linkIn(await years.asked(email, caseId)));
    await expectHeading(coordinator, heading);
  });

  const scales = (page: Page) => page.getByRole('group', { name: /^Hur väl/ });
  const longTerm = (page: Page) => page.locator('#field-longTermComment');
  const saved = (page: Page) => page.getByText(/^Sparat .* som utkast\.$/).waitFor();

  /** Whoever has turned to another tab hears of nothing; whoever turns back is not told at once here. */
  const turnTo = (page: Page, visibilityState: DocumentVisibilityState) =>
    page.evaluate((value) => {
      Object.defineProperty(document, 'visibilityState', { value, configurable: true });
    }, visibilityState);

  it('gives a link for somebody else, shown once', async () => {
    await coordinator.getByText('Ge någon annan en länk att fylla i delar').click();
    await coordinator.getByRole('button', { name: 'Gör en länk' }).click();
    const link = coordinator.getByLabel('Länk att fylla i delar');
    await link.waitFor();
    partLink = await link.inputValue();
    expect(partLink).toMatch(/\/sodertalje\/part#[\w-]{43}$/);
    await coordinator.getByRole('button', { name: 'Kopiera länken' }).click();
    await coordinator.getByText(/^Länken är (kopierad|markerad)/).waitFor();
    await expectGoodScreen(coordinator);
  });

  it('lets them fill in a part, and not send', async () => {
    helper = await stage.page();
    await helper.goto(partLink);
    await expectHeading(helper, theirHeading);
    expect(await helper.getByRole('button', { name: 'Skicka svaren' }).count()).toBe(0);
    expect(await helper.getByText('Gör en länk').count()).toBe(0);
    for (const scale of (await scales(helper).all()).slice(0, 6)) {
      await scale.getByLabel('3', { exact: true }).check();
    }
    await helper.getByText(/^Kvar att svara på: Självständighet/).waitFor();
    await saved(helper);
    await expectGoodScreen(helper);
  });

  it('has it all after a reload, and beside what the coordinator writes meanwhile', async () => {
    await helper.reload();
    await expectHeading(helper, theirHeading);
    expect(await scales(helper).first().getByLabel('3', { exact: true }).isChecked()).toBe(true);
    // Until both have written: a page that is seen looks every now and then for what is new.
    await turnTo(helper, 'hidden');
    await longTerm(coordinator).fill('Mötena är bra.');
    await saved(coordinator);
    // Saving has brought what the other one has filled in.
    expect(await scales(coordinator).first().getByLabel('3', { exact: true }).isChecked()).toBe(
      true,
    );
  });

  it('says it at the field when two have written in it, and loses neither', async () => {
    await longTerm(helper).fill('Mötena är för få.');
    const clash = helper.getByRole('alert').filter({ hasText: 'Mötena är bra.' });
    await clash.waitFor();
    await turnTo(helper, 'visible');
    await expectGoodScreen(helper);
    expect(await longTerm(helper).inputValue()).toBe('Mötena är för få.');
    await clash.getByRole('button', { name: /^Behåll mitt svar/ }).click();
    await expectFocus(helper, 'field-longTermComment');
    await clash.waitFor({ state: 'detached' });
    await saved(helper);
  });

  it('names who coordinates instead, for the signatories to confirm', async () => {
    await coordinator.getByText('Är du inte längre samverkansansvarig?').click();
    const fold = coordinator
      .locator('details, u-details')
      .filter({ hasText: 'Är du inte längre samverkansansvarig?' });
    await fold.getByRole('button', { name: 'Föreslå ny samverkansansvarig' }).click();
    await fold.getByRole('link').first().waitFor();
    await expectGoodScreen(coordinator);
    await fold.locator('#field-newCoordinatorName').fill('Eva Kvist');
    await fold.locator('#field-newCoordinatorEmail').fill('eva@lyktan.example');
    await fold.getByRole('button', { name: 'Föreslå ny samverkansansvarig' }).click();
    await coordinator.getByText(/har fått frågan om den nya samverkansansvariga/).waitFor();
    await expectGoodScreen(coordinator);
    await stage.system.mail('firma.lyktan@foreningar.example', /^Bekräfta senast/);
  });

  it('is not sent before the coordinator has seen what is new', async () => {
    for (const scale of (await scales(coordinator).all()).slice(6)) {
      await scale.getByLabel('4', { exact: true }).check();
    }
    await saved(coordinator);
    await turnTo(coordinator, 'hidden');
    const matters = helper.getByRole('button', { name: 'Lägg till en fråga' });
    await matters.click();
    await helper.locator('[id="field-matters.0.text"]').fill('Lokalen är kall.');
    await helper.getByLabel('Lokaler', { exact: true }).check();
    await saved(helper);
    await coordinator.getByRole('button', { name: 'Skicka svaren' }).click();
    const held = coordinator.getByRole('alert').filter({ hasText: 'Inget är skickat än' });
    await held.waitFor();
    await turnTo(coordinator, 'visible');
    await expectGoodScreen(coordinator);
    expect(await longTerm(coordinator).inputValue()).toBe('Mötena är för få.');
    expect(await coordinator.locator('[id="field-matters.0.text"]').inputValue()).toBe(
      'Lokalen är kall.',
    );
    await coordinator.getByText('Allt som måste besvaras är ifyllt.').waitFor();
    await coordinator.getByRole('button', { name: 'Skicka svaren' }).click();
    await expectHeading(coordinator, 'Svaret är skickat');
    await coordinator.getByText('Mötena är för få.').waitFor();
  });

  it('is over for the others then', async () => {
    await longTerm(helper).fill('För sent.');
    await expectHeading(helper, 'Länken går inte att använda');
    await expectGoodScreen(helper);
    await helper.reload();
    await expectHeading(helper, 'Länken går inte att använda');
  });
});
