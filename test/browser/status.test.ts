import type { Page } from 'playwright-core';
import type { ReceiptView } from '../../domain/api/shapes';
import { suiteNeeding } from '../support/suites';
import { tokenIn } from '../support/system';
import { asksForReview } from '../support/subjects';
import { officer } from '../support/walks';
import { expectGoodScreen, expectHeading } from './screens';
import { setStage } from './stage';

const pdf = {
  name: 'protokoll.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.7\n%%EOF\n'),
};

suiteNeeding('chromium')('the status page', () => {
  const stage = setStage();
  let page: Page;
  let receipt: ReceiptView;

  it('says whom the case waits for, since when, how long that takes and what follows', async () => {
    receipt = await stage.system.apply({ organisationName: 'Föreningen Masten' });
    await stage.system.until(receipt, 'reviewing');
    page = await stage.page();
    await page.goto(`${stage.system.url}/sodertalje/case#${receipt.statusToken}`);
    await expectHeading(page, 'Vi har tagit emot ansökan');
    await page.getByText(/Ärendet har väntat på det sedan \d+ /).waitFor();
    await page.getByText('Det här steget är oftast klart inom 14 dagar.').waitFor();
    await page.getByText(/Sedan: godkänns ansökan/).waitFor();
    await expectGoodScreen(page);
  });

  it('takes a record with a note', async () => {
    await page.getByText('Lägg till en handling', { exact: true }).click();
    await page.getByRole('button', { name: 'Lägg till handlingen' }).click();
    await page.getByText('Välj en fil först.').waitFor();
    await expectGoodScreen(page);

    await page.getByLabel('Handling', { exact: true }).setInputFiles(pdf);
    await page.getByLabel('Vad är det för handling?').fill('Protokoll från årsmötet');
    await page.getByRole('button', { name: 'Lägg till handlingen' }).click();
    await page.getByText('Handlingen protokoll.pdf har kommit in till ärendet.').waitFor();
    await page.getByRole('link', { name: /protokoll.pdf/ }).waitFor();
    await stage.system.mail(officer, /^Nya handlingar från Föreningen Masten/);
  });

  it('passes a question on to a person, whose answer goes to the applicant', async () => {
    await page.getByText('Fråga en person på kommunen', { exact: true }).click();
    await page.getByLabel(/Vad vill du fråga/).fill('När kommer beslutet?');
    await page.getByLabel(/Telefonnummer/).fill('08-123 456 78');
    await expectGoodScreen(page);

    await page.getByRole('button', { name: 'Skicka frågan' }).click();
    await page.getByText(/Kommunen har fått er fråga/).waitFor();
    await page.getByText('Ni ställde en fråga till kommunen').waitFor();
    const mail = await stage.system.mail('samverkan@sodertalje.example', /^Svara på en fråga/);
    expect(mail.text).toContain('När kommer beslutet?');
    expect(mail.text).toContain('08-123 456 78');
    expect(mail.text).toContain(`/sodertalje/desk/cases/${receipt.caseId}`);
    await expectGoodScreen(page);
  });

  it('lets the organisation change its mind about the register', async () => {
    await page.getByText('Registret visar bara organisationens namn').waitFor();
    await page.getByRole('button', { name: 'Visa kontaktuppgifterna' }).click();
    await page.getByText(/När ni är anslutna visas/).waitFor();
    await page.getByRole('button', { name: 'Ta bort kontaktuppgifterna' }).click();
    await page.getByText('Registret visar bara organisationens namn').waitFor();
    await expectGoodScreen(page);
  });

  it('leads to a completion that takes new files', async () => {
    const asked = await stage.system.mail(officer, asksForReview(receipt.number));
    await stage.system.answer(asked, {
      outcome: 'return',
      questions: [{ about: 'bylaws', question: 'Vilka stadgar har ni?' }],
    });
    const mail = await stage.system.mail('amina@lyktan.example', /^Svara på frågor/);
    const reader = await stage.page();
    await reader.goto(`${stage.system.url}/sodertalje/task#${tokenIn(mail)}`);
    await expectHeading(reader, /Komplettera ansökan/);
    const bylaws = reader.getByRole('group', { name: /^Stadgar/ });
    await bylaws.getByLabel('Välj fil').setInputFiles({ ...pdf, name: 'stadgar.pdf' });
    await bylaws.getByRole('link', { name: 'stadgar.pdf' }).waitFor();
    await expectGoodScreen(reader);
    await reader.getByRole('button', { name: 'Skicka ansökan' }).click();
    await expectHeading(reader, 'Kompletteringen är skickad');
    await page.reload();
    await page.getByRole('link', { name: /stadgar.pdf/ }).waitFor();
  });
});
