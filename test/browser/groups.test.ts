import type { Page } from 'playwright-core';
import { dayAfter, stockholmDate } from '../../domain/calendar';
import { formatDate } from '../../domain/format';
import { members, withFullShape } from '../support/full-shape';
import { suiteNeeding } from '../support/suites';
import { officer } from '../support/walks';
import { signIn } from './persons/official';
import { expectGoodScreen, expectHeading } from './screens';
import { setStage } from './stage';

const [ada, bo, cilla] = members;
const today = stockholmDate(new Date());

suiteNeeding('chromium')('the partnership group at the desk', () => {
  const stage = setStage({ municipalities: withFullShape });

  async function open(page: Page, name: RegExp): Promise<void> {
    await page.goto(`${stage.system.url}/sodertalje/desk`);
    await signIn(page, name);
    await page.getByRole('link', { name: 'Samverkansgruppen' }).click();
    await expectHeading(page, 'Samverkansgruppen');
    await page.getByRole('heading', { name: 'Kommunens sida' }).waitFor();
  }

  /** The form of a change, opened. */
  async function form(page: Page, title: string) {
    const fold = page.locator('details, u-details').filter({ hasText: title }).first();
    await fold.locator('summary, u-summary').click();
    await fold.getByLabel('Varför?').waitFor();
    return fold;
  }

  it('has a member replaced, whose open question goes on and whose old link says so', async () => {
    const organisationName = 'Bytets vänner';
    const { number } = await stage.system.apply({ organisationName });
    const check = new RegExp(`^Kontrollera senast .*${number}$`);
    await stage.system.answer(await stage.system.mail(officer, check), { outcome: 'forward' });
    const asksForOpinion = new RegExp(`^Säg vad du tycker senast .*${number}$`);
    const asked = await stage.system.mail(ada.email, asksForOpinion);
    const page = await stage.page();
    await open(page, /Ada Lund/);
    await page.getByText('Ersättare', { exact: true }).waitFor();
    await page.getByText('Ingen sitter på den här sidan.').waitFor();
    await page.getByText('Ingen har ändrat något.').waitFor();
    await expectGoodScreen(page);

    const replace = await form(page, 'Byt ut en ledamot');
    await replace.getByRole('button', { name: 'Byt ut' }).click();
    await page.getByRole('link', { name: 'Välj vem det gäller' }).waitFor();
    await page.getByRole('link', { name: 'Skriv varför' }).waitFor();
    await replace.getByLabel(ada.name).check();
    await replace.getByRole('textbox', { name: 'Namn' }).fill('Eva Norrby');
    await replace.getByLabel('E-postadress').fill(bo.email);
    await replace.getByLabel('Ja, det är en gemensam brevlåda').check();
    await replace.getByLabel('Första dag').fill(today);
    await replace.getByLabel('Varför?').fill('Ada har flyttat.');
    await replace.getByRole('button', { name: 'Byt ut' }).click();
    await page.getByRole('link', { name: /^Adressen är redan en ledamots/ }).waitFor();
    await expectGoodScreen(page);
    await replace.getByLabel('E-postadress').fill('eva@gruppen.example');
    await replace.getByRole('button', { name: 'Byt ut' }).click();
    await page.getByText('Ledamoten är utbytt.').waitFor();
    await page.getByRole('rowheader', { name: /Eva Norrby/ }).waitFor();
    await page.getByText(`Eva Norrby tog över en plats från ${formatDate(today, 'sv')}.`).waitFor();
    await page.getByText('Ada har flyttat.').waitFor();
    await page.getByText('Gemensam brevlåda', { exact: true }).waitFor();
    const mailbox = await form(page, 'Ändra om flera läser en adress');
    await mailbox.getByLabel('Eva Norrby').check();
    await mailbox.getByLabel('Ja, det är en gemensam brevlåda').check();
    await mailbox.getByLabel('Varför?').fill('Hon läser den ensam nu.');
    await mailbox.getByRole('button', { name: 'Ändra' }).click();
    await page
      .getByRole('link', { name: 'Så är det redan. Välj det andra, eller låt det vara.' })
      .waitFor();
    await expectGoodScreen(page);
    await mailbox.getByLabel('Nej, bara personen själv').check();
    await mailbox.getByRole('button', { name: 'Ändra' }).click();
    await page.getByText('Det är ändrat om flera läser adressen.').waitFor();
    await page.getByText('Gemensam brevlåda', { exact: true }).waitFor({ state: 'detached' });
    await page.locator('summary, u-summary').filter({ hasText: 'Tidigare ledamöter' }).click();
    await page.getByRole('rowheader', { name: /Ada Norrby/ }).waitFor();
    await expectGoodScreen(page);

    await stage.system.mail('eva@gruppen.example', asksForOpinion);
    const reader = await stage.page();
    await reader.goto(/https?:\S+#[\w-]{43}/.exec(asked.text)?.[0] ?? '');
    await expectHeading(reader, 'Frågan har gått vidare');
    await reader.getByText('Du behöver inte göra något.').waitFor();
    expect(await reader.getByText(organisationName).count()).toBe(0);
    await expectGoodScreen(reader);
  });

  it('says when terms end and when seats are vacant', async () => {
    const page = await stage.page();
    await open(page, /Ada Lund/);
    const soon = dayAfter(new Date(), 30);
    const end = await form(page, 'Avsluta ett mandat');
    await end.getByLabel(bo.name).check();
    await end.getByLabel('Sista dag').fill(soon);
    await end.getByLabel('Varför?').fill('Ett år till är nog.');
    await end.getByRole('button', { name: 'Avsluta' }).click();
    await page.getByRole('heading', { name: 'Mandat som slutar inom 60 dagar' }).waitFor();
    await page.getByText(`${bo.name}, ${formatDate(soon, 'sv')}`).waitFor();
    const leave = await form(page, 'Avsluta ett mandat');
    await leave.getByLabel(cilla.name).check();
    await leave.getByLabel('Sista dag').fill(dayAfter(new Date(), -1));
    await leave.getByLabel('Varför?').fill('Har lämnat föreningen.');
    await leave.getByRole('button', { name: 'Avsluta' }).click();
    await page.getByText('En plats är vakant.').waitFor();
    await page.getByText(/^Vakant efter Cilla Västerby, Dag Österby sitter/).waitFor();
    await expectGoodScreen(page);
    const close = await form(page, 'Dra in en vakant plats');
    await close.getByLabel(cilla.name).check();
    await close.getByLabel('Varför?').fill('Gruppen är mindre nu.');
    await close.getByRole('button', { name: 'Dra in platsen' }).click();
    await page.getByText('Platsen är indragen.').waitFor();
    await page.getByText('En plats är vakant.').waitFor({ state: 'detached' });
    await expectGoodScreen(page);
  });

  it('is read by an auditor, who changes nothing', async () => {
    const page = await stage.page();
    await open(page, /Rune Falk/);
    await page.getByRole('heading', { name: 'Vad som har ändrats' }).waitFor();
    const change = page.getByRole('heading', { name: 'Ändra vilka som sitter i gruppen' });
    expect(await change.count()).toBe(0);
    await expectGoodScreen(page);
  });
});
