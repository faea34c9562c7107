import type { Locator, Page } from 'playwright-core';
import { configuredMunicipalities } from '../../config/municipalities';
import type { FormDefinition } from '../../domain/forms/types';
import notice from '../proofs/fixtures/network-form.json' with { type: 'json' };
import { expectArchivable, pdfText } from '../support/pdf';
import { suiteNeeding } from '../support/suites';
import { expectFocus, expectGoodScreen, expectHeading } from './screens';
import { setStage } from './stage';

const base = notice as unknown as FormDefinition;

/** A form of few questions with a page of amounts before them. */
const form: FormDefinition = {
  ...base,
  id: 'money-notice',
  pages: [
    {
      id: 'money',
      fields: [{ id: 'money', type: 'amounts', required: true, max: 4, control: true }],
    },
    ...base.pages,
  ],
  texts: {
    sv: {
      ...base.texts.sv,
      'page.money': 'Pengarna',
      'field.money': 'Belopp i hela kronor',
      'field.money.line': 'Vad pengarna ska användas till',
      'field.money.add': 'Lägg till en rad',
      'field.money.remove': 'Ta bort',
    },
    en: {
      ...base.texts.en,
      'page.money': 'The money',
      'field.money': 'Amounts in whole kronor',
      'field.money.line': 'What the money is for',
      'field.money.add': 'Add a line',
      'field.money.remove': 'Remove',
    },
  },
};

const municipalities = configuredMunicipalities.map(({ municipality }) => ({
  ...municipality,
  processes: {
    accession: { ...municipality.processes.accession, applicationForm: 'money-notice@3' },
  },
}));

const email = 'siv@angbaten.example';

suiteNeeding(
  'chromium',
  'poppler',
  'verapdf',
)('amounts by line and year', () => {
  const stage = setStage({ forms: [form], municipalities });

  const open = async () => {
    const page = await stage.page();
    await page.goto(`${stage.system.url}/sodertalje/apply`);
    await expectHeading(page, /Pengarna/);
    await page.getByLabel('Första budgetåret').fill('2018');
    return page;
  };
  const line = (page: Page, name: string): Locator => page.getByRole('group', { name });
  const fill = async (page: Page, legend: string, name: string, amounts: readonly string[]) => {
    await line(page, legend).getByLabel('Vad pengarna ska användas till').fill(name);
    const cells = line(page, name).getByLabel(/, kronor$/);
    for (const [i, amount] of amounts.entries()) await cells.nth(i).fill(amount);
    await cells.last().blur();
  };
  const next = (page: Page) => page.getByRole('button', { name: 'Fortsätt' }).click();
  const sums = async (page: Page) =>
    (await page.locator('.amounts__sums > div').allInnerTexts()).map((text) =>
      text.replace(/\s+/gu, ' '),
    );

  it('are added up while one writes, and are the case of 2018 to the krona', async () => {
    const page = await open();
    await fill(page, 'Rad 1', 'Facilitator (konsult)', ['40000', '80 000', '40 000 kr']);
    await page.getByRole('button', { name: 'Lägg till en rad' }).click();
    await expectFocus(page, 'field-money.lines.1.name');
    await fill(page, 'Rad 2', 'Konferens', ['3000', '6000', '3000']);
    const first = line(page, 'Facilitator (konsult)');
    expect(await first.getByLabel('2018, kronor').inputValue()).toBe('40 000');
    expect((await first.locator('.amounts__sum').innerText()).replace(/\s+/gu, ' ')).toBe(
      'Summa 160 000 kronor',
    );
    expect(await sums(page)).toEqual([
      '2018 43 000 kronor',
      '2019 86 000 kronor',
      '2020 43 000 kronor',
      'Totalt 172 000 kronor',
    ]);
    await page.getByText('Totalt 172 000 kronor', { exact: true }).waitFor({ state: 'attached' });
    await expectGoodScreen(page);
    await page.getByLabel('Summan enligt ert underlag').fill('172 000');
    await sendFrom(page);
    await expectTablesAndPdf(page);
  });

  it('say at the cell what is wrong, and the summary leads there', async () => {
    const page = await open();
    await fill(page, 'Rad 1', 'Konferens', ['-3000', '6000,50', '']);
    await next(page);
    const links = page.locator('.fault-summary a');
    await links.nth(2).waitFor();
    expect(await links.allInnerTexts()).toEqual([
      'Konferens 2018: Skriv beloppet utan minustecken, till exempel 43 000',
      'Konferens 2019: Skriv beloppet i hela kronor, utan ören, punkt och komma, till exempel 43 000',
      'Skriv ett belopp för Konferens 2020, eller 0',
    ]);
    await expectGoodScreen(page);
    await links.nth(2).click();
    await expectFocus(page, 'field-money.lines.0.amounts.2');
    await fill(page, 'Konferens', 'Konferens', ['3000', '6000', '3000']);
    await page.getByLabel('Summan enligt ert underlag').fill('13000');
    await next(page);
    await links.filter({ hasText: 'Kontrollera summan.' }).waitFor();
    expect(await links.allInnerTexts()).toEqual([
      'Kontrollera summan. Beloppen blir tillsammans 12\u00a0000\u00a0kronor.',
    ]);
    await links.first().click();
    await expectFocus(page, 'field-money.stated.total');
  });

  it('gain and lose lines and years, and are there again after a reload', async () => {
    const page = await open();
    await fill(page, 'Rad 1', 'Konferens', ['1', '2', '3']);
    await page.getByRole('button', { name: 'Lägg till 2021' }).click();
    await expectFocus(page, 'field-money.lines.0.amounts.3');
    await page.getByRole('button', { name: 'Ta bort 2021' }).click();
    await page.getByRole('button', { name: 'Ta bort 2020' }).click();
    expect(await sums(page)).toEqual(['2018 1 krona', '2019 2 kronor', 'Totalt 3 kronor']);
    await page.getByRole('button', { name: 'Lägg till en rad' }).click();
    await fill(page, 'Rad 2', 'Resor', ['5', '5']);
    await page.getByRole('button', { name: 'Ta bort Konferens' }).click();
    await expectFocus(page, 'field-money.lines.0.name');
    await page.reload();
    await line(page, 'Resor').waitFor();
    expect(await sums(page)).toEqual(['2018 5 kronor', '2019 5 kronor', 'Totalt 10 kronor']);
  });

  async function sendFrom(page: Page): Promise<void> {
    await next(page);
    await page.getByLabel('Nätverkets namn').fill('Nätverket Ångbåten');
    await page.getByLabel('Färre än tio').check();
    await next(page);
    await page.getByLabel(/^Kontaktperson(?!ens)/).fill('Siv Lind');
    await page.getByLabel('Kontaktpersonens e-postadress').fill(email);
    await page.getByLabel('Den som skriver under').fill('Bo Ek');
    await page.getByLabel('Underskrivarens e-postadress').fill('bo@angbaten.example');
    await page.getByLabel('Alla i nätverket vet om anmälan').check();
    await next(page);
    await page.getByRole('button', { name: 'Skicka anmälan' }).waitFor();
  }

  async function expectTablesAndPdf(page: Page): Promise<void> {
    const total = page.getByRole('row', { name: /^Totalt/ });
    expect((await total.innerText()).split('\t').map((cell) => cell.replace(/\s/gu, ' '))).toEqual([
      ...['Totalt', '43 000', '86 000', '43 000', '172 000'],
    ]);
    await expectGoodScreen(page);
    await page.getByRole('button', { name: 'Skicka anmälan' }).click();
    await page.waitForURL(/\/sodertalje\/case#/);
    const mail = await stage.system.mail(email, /Vi har tagit emot/);
    const address = new URL(mail.attachments[0]?.url ?? '', stage.system.inboxUrl);
    const pdf = Buffer.from(await (await fetch(address)).arrayBuffer());
    const text = pdfText(pdf).replace(/\u00a0/g, ' ');
    expect(text).toMatch(/Facilitator \(konsult\) +40 000 +80 000 +40 000 +160 000/);
    expect(text).toMatch(/Totalt +43 000 +86 000 +43 000 +172 000/);
    await expectArchivable([pdf]);
  }
});
