import type { Page } from 'playwright-core';
import type { ReceiptView } from '../../domain/api/shapes';
import { pdfText } from '../support/pdf';
import { suiteNeeding } from '../support/suites';
import { officer } from '../support/walks';
import { goOn } from './persons/applicant';
import { attachedPdf, linkIn } from './persons/mailbox';
import { expectGoodScreen, expectHeading } from './screens';
import { setStage } from './stage';

/** What would do harm where it was believed: a page, a spreadsheet, a template, a direction of reading. */
const attack = [
  '=HYPERLINK("https://x.example";"klicka")',
  '<script>window.harmed = true</script>',
  '<img src="x" onerror="window.harmed = true">',
  '{{number}}',
  '😀 شركة',
  '\u202egnp.lagaf\u0000\u0007',
].join(' ');
/** As it is kept: all that can be read is there, what cannot be seen is not. */
const kept = attack.replace(/[\u202e\u0000\u0007]/g, ''); // eslint-disable-line no-control-regex

suiteNeeding('chromium', 'poppler')('whatever is typed', () => {
  const stage = setStage();
  const coordinatorEmail = 'attack@lyktan.example';
  let receipt: ReceiptView;

  beforeAll(async () => {
    receipt = await stage.system.apply({
      organisationName: attack,
      hasNumber: 'no',
      noNumberReason: attack,
      district: attack,
      coordinatorName: attack,
      coordinatorEmail,
      signatoryName: attack,
      needs: attack.repeat(20),
    });
  });

  const expectHarmless = async (page: Page) => {
    expect(await page.evaluate(() => 'harmed' in window)).toBe(false);
    expect(await page.locator('main script, main img').count()).toBe(0);
    expect(await page.locator('main').innerText()).toContain(kept);
    await expectGoodScreen(page);
  };

  it('is text on the status page', async () => {
    const page = await stage.page();
    await page.goto(`${stage.system.url}/sodertalje/case#${receipt.statusToken}`);
    await expectHeading(page, /Vi har tagit emot ansökan/);
    await expectHarmless(page);
  });

  it('is text on the page of the officer', async () => {
    const asked = await stage.system.mail(officer, /^Granska senast/);
    const page = await stage.page();
    await page.goto(linkIn(asked));
    await expectHeading(page, /Besluta om ansökan/);
    await expectHarmless(page);
  });

  it('is text in the mail, in both of its forms', async () => {
    const mail = await stage.system.mail(coordinatorEmail, /^Vi har tagit emot/);
    expect(mail.subject).not.toMatch(/[\r\n]/);
    expect(mail.html).not.toMatch(/<script|<img/i);
    expect(mail.html).toContain('&lt;script&gt;');
    expect(mail.text).toContain(kept);
  });

  it('is text in the PDF', async () => {
    const mail = await stage.system.mail(coordinatorEmail, /^Vi har tagit emot/);
    const printed = pdfText(await attachedPdf(stage.system, mail)).replace(/\s+/g, '');
    expect(printed).toContain('=HYPERLINK("https://x.example";"klicka")');
    expect(printed).toContain('<script>window.harmed=true</script>');
    expect(printed).toContain('{{number}}');
  });

  it('may be 50,000 characters and is kept until it has been made shorter', async () => {
    const page = await stage.page();
    await page.goto(`${stage.system.url}/sodertalje/apply`);
    await page.getByRole('textbox', { name: 'Organisationens namn' }).fill('Klubben');
    await page.goto(`${stage.system.url}/sodertalje/apply/page/questions`);
    const field = page.getByRole('textbox', { name: 'Vad behöver ni' });
    await field.fill('å😀'.repeat(25_000));
    await goOn(page);
    await page.getByRole('link', { name: /får ha högst 5\s000 tecken/ }).waitFor();
    expect((await field.inputValue()).length).toBe(75_000);
    await expectGoodScreen(page);
    await page.reload();
    expect((await field.inputValue()).length).toBe(75_000);
  });
});
