import type { Page } from 'playwright-core';
import type { ReceiptView } from '../../domain/api/shapes';
import { accessionApplication2 } from '../../domain/forms/definitions/accession-application-2';
import { paperForm } from '../../domain/forms/paper';
import { pdfText } from '../support/pdf';
import { suiteNeeding } from '../support/suites';
import { approve } from '../support/walks';
import { Keyboard } from './keyboard';
import { fillInPage } from './fill-in';
import { newApplication } from './persons/applicant';
import { signIn } from './persons/official';
import { shownPdf } from './persons/reader';
import { expectGoodScreen, expectHeading } from './screens';
import { setStage } from './stage';

const form = paperForm(accessionApplication2);

suiteNeeding('chromium', 'poppler')('the desk', () => {
  const stage = setStage();
  let page: Page;
  let receipt: ReceiptView;
  const deskOf = () => `${stage.system.url}/sodertalje/desk`;

  it('asks whoever comes to sign in, and brings them back to where they were', async () => {
    receipt = await stage.system.apply({ organisationName: 'Föreningen Kompassen' });
    const other = await stage.system.apply({ organisationName: 'Föreningen Sextanten' });
    // The list is as it was when it was fetched.
    for (const each of [receipt, other]) await stage.system.until(each, 'reviewing');
    page = await stage.page();
    const address = `${deskOf()}#view=all&search=Kompassen`;
    await page.goto(address);
    await expectHeading(page, 'Logga in');
    await expectGoodScreen(page);
    await signIn(page, /Otto Ek/);
    expect(page.url()).toBe(address);
    await page.getByText('Inloggad som Otto Ek, handläggare').waitFor();
    await page.getByText('Visar ett ärende av 1.').waitFor();
    await expectGoodScreen(page);
  });

  it('finds cases and shows each view with its number of cases', async () => {
    await page.getByRole('button', { name: 'Visa alla igen' }).click();
    await page.getByText('Visar 2 ärenden av 2.').waitFor();
    await page.getByRole('searchbox').fill(receipt.number.toLowerCase().replace(' ', ''));
    await page.keyboard.press('Enter');
    await page.getByText('Visar ett ärende av 1.').waitFor();
    await page.goBack();
    await page.getByText('Visar 2 ärenden av 2.').waitFor();
    await page.getByRole('link', { name: 'Klart (0)' }).click();
    await page.getByText('Inga ärenden stämmer med urvalet.').waitFor();
    await expectGoodScreen(page);
    await page.getByRole('link', { name: 'Granskas (2)' }).click();
    await page.getByText('Visar 2 ärenden av 2.').waitFor();
  });

  it('shows a case with its question, record, letters, answers and history', async () => {
    await page.getByRole('link', { name: receipt.number }).click();
    await expectHeading(page, /Föreningen Kompassen/);
    for (const heading of ['Frågor till personer', 'Handlingar', 'Brev', 'Det här har hänt']) {
      await page.getByRole('heading', { level: 2, name: heading, exact: true }).waitFor();
    }
    await page.getByRole('row', { name: /Besluta om ansökan.*Väntar på svar/ }).waitFor();
    await page.getByRole('row', { name: /Ansökan är mottagen.*Amina Ek.*Skickat/ }).waitFor();
    await page.getByText(/Kedjan är hel/).waitFor();
    expect(pdfText(await shownPdf(page, /Ansökan/))).toContain('Föreningen Kompassen');
    await expectGoodScreen(page);
  });

  it('follows what happens without a reload', async () => {
    await page.evaluate(() => Object.assign(window, { stayed: true }));
    await approve(stage.system, receipt);
    await page.getByRole('row', { name: /Skriv under.*Olof Berg/ }).waitFor();
    await page.getByText('Ansökan godkändes').waitFor();
    expect(await page.evaluate(() => 'stayed' in window)).toBe(true);
    await expectGoodScreen(page);
  });

  it('says that a case does not exist', async () => {
    await page.goto(`${deskOf()}/cases/00000000-0000-4000-8000-000000000000`);
    await expectHeading(page, 'Sidan finns inte');
    await expectGoodScreen(page);
  });

  it('asks to sign in again once the session has ended, and comes back to the case', async () => {
    const address = `${deskOf()}/cases/${receipt.caseId}`;
    await page.goto(address);
    await expectHeading(page, /Föreningen Kompassen/);
    await page.context().clearCookies();
    await page.getByRole('link', { name: 'Till listan' }).click();
    await expectHeading(page, 'Logga in');
    await page.goto(address);
    await signIn(page, /Rune Falk/);
    await expectHeading(page, /Föreningen Kompassen/);
  });

  it('lets nobody in who has no role here, and says what to do', async () => {
    const stranger = await stage.page();
    await stranger.goto(deskOf());
    await stranger.getByRole('button', { name: 'Logga in' }).click();
    await stranger
      .getByRole('button', { name: /Ada Lund/ })
      .last()
      .click();
    await expectHeading(stranger, 'Du är inte inloggad');
    await stranger.getByText('har ingen roll här').waitFor();
    await expectGoodScreen(stranger);
  });

  it('speaks English', async () => {
    const reader = await stage.page('en-GB');
    await reader.goto(`${deskOf()}/cases/${receipt.caseId}`);
    await reader.getByRole('button', { name: 'Sign in' }).click();
    await reader
      .getByRole('button', { name: /Rut Holm/ })
      .first()
      .click();
    await reader.getByText('Signed in as Rut Holm, registrar').waitFor();
    await reader.getByRole('heading', { name: 'What has happened' }).waitFor();
    await expectGoodScreen(reader);
    await reader.getByRole('button', { name: 'Svenska' }).click();
    await reader.getByRole('heading', { name: 'Det här har hänt' }).waitFor();
  });

  it('lets the registrar give a diary number and mark a record as secret', async () => {
    const registrar = await stage.page();
    await registrar.goto(`${deskOf()}/cases/${receipt.caseId}`);
    await signIn(registrar, /Rut Holm/);
    await registrar.getByText('Ge diarienummer', { exact: true }).click();
    await registrar.getByLabel('Nämndens diarienummer').fill('arton femtioåtta');
    await registrar.getByRole('button', { name: 'Ge numret' }).click();
    await registrar.getByRole('link', { name: 'Skriv skälet' }).waitFor();
    await expectGoodScreen(registrar);
    await registrar.getByLabel('Skäl').fill('Enligt nämndens diarium.');
    await registrar.getByRole('button', { name: 'Ge numret' }).click();
    await registrar.getByText('Skriv diarienumret som nämnd, år och löpnummer').waitFor();
    await registrar.getByLabel('Nämndens diarienummer').fill('KFN 18/58');
    await registrar.getByRole('button', { name: 'Ge numret' }).click();
    await expectHeading(registrar, /Ärende KFN 18\/58/);
    await registrar.getByText('Det är infört i diariet.').waitFor();
    await registrar.getByText(`Tidigare nummer`).waitFor();
    await registrar.getByText('Sekretessmärk', { exact: true }).click();
    await registrar.getByRole('radio', { name: 'KFN 18/58-1' }).check();
    await registrar.getByLabel('Bestämmelse').fill('21 kap. 1 § OSL');
    await registrar.getByLabel('Skäl').fill('Uppgift om skyddad adress.');
    await expectGoodScreen(registrar);
    await registrar.getByRole('button', { name: 'Sekretessmärk' }).click();
    await registrar
      .getByRole('row', { name: /KFN 18\/58-1.*Sekretess: 21 kap. 1 § OSL/ })
      .waitFor();
    await registrar.getByText('Skäl: Uppgift om skyddad adress.').waitFor();
    await expectGoodScreen(registrar);
    const auditor = await stage.page();
    await auditor.goto(`${deskOf()}/cases/${receipt.caseId}`);
    await signIn(auditor, /Rune Falk/);
    await auditor.getByRole('row', { name: /KFN 18\/58-1.*Uppgiften är sekretessmärkt/ }).waitFor();
    expect(await auditor.getByText('Ge diarienummer').count()).toBe(0);
    await expectGoodScreen(auditor);
  });

  it('lets the registrar enter an application from paper and add the scan', async () => {
    const registrar = await stage.page();
    await registrar.goto(deskOf());
    await signIn(registrar, /Rut Holm/);
    await registrar.getByRole('link', { name: 'Ny pappersansökan' }).click();
    await expectHeading(registrar, 'Ansökan på papper');
    const application = newApplication();
    for (const each of form.pages) {
      await fillInPage(registrar, { form, language: 'sv' }, each, application);
    }
    await registrar.getByRole('textbox', { name: 'Organisationens namn' }).fill('');
    await registrar.getByRole('button', { name: 'För in ansökan' }).click();
    await registrar.getByRole('link', { name: 'Skriv organisationens namn' }).waitFor();
    await expectGoodScreen(registrar);
    await registrar
      .getByRole('textbox', { name: 'Organisationens namn' })
      .fill('Föreningen Pennan');
    await registrar.reload();
    expect(
      await registrar.getByRole('textbox', { name: 'Organisationens namn' }).inputValue(),
    ).toBe('Föreningen Pennan');
    await registrar.getByRole('button', { name: 'För in ansökan' }).click();
    await expectHeading(registrar, /Föreningen Pennan/);
    await registrar.getByText('Lägg till en handling', { exact: true }).click();
    const scan = { name: 'skanning.pdf', mimeType: 'application/pdf' };
    await registrar
      .getByLabel('Inskannad handling')
      .setInputFiles({ ...scan, buffer: Buffer.from('%PDF-1.7\n%%EOF\n') });
    await expectGoodScreen(registrar);
    await registrar.getByRole('button', { name: 'Lägg till', exact: true }).click();
    await registrar.getByRole('link', { name: 'skanning.pdf' }).waitFor();
    await registrar.getByText('Rut Holm').nth(1).waitFor();
    await stage.system.mail(application.coordinatorEmail, /Föreningen Pennan/);
  });

  it('is used with the keyboard only, from signing in to signing out', async () => {
    const typist = await stage.page();
    const keyboard = new Keyboard(typist);
    await typist.goto(deskOf());
    await keyboard.enter(typist.getByRole('button', { name: 'Logga in' }));
    await keyboard.enter(typist.getByRole('button', { name: /Otto Ek/ }).first());
    await keyboard.write(typist.getByRole('searchbox'), 'Sextanten');
    await typist.keyboard.press('Enter');
    await typist.getByText('Visar ett ärende av 1.').waitFor();
    await keyboard.enter(typist.getByRole('table').getByRole('link').first());
    await keyboard.expectArrival(/Föreningen Sextanten/);
    // The way out is above the matter: from the top of the page again.
    await typist.reload();
    await keyboard.enter(typist.getByRole('button', { name: 'Logga ut' }));
    await keyboard.expectArrival('Logga in');
  });
});
