import type { Page } from 'playwright-core';
import type { PaperLettersAnswer, PaperReceipt } from '../../domain/api/desk';
import { accessionPaperSignature } from '../../domain/forms/definitions/accession-paper-signature';
import type { ApiClient } from '../support/api-client';
import { anApplication } from '../support/applications';
import { eventually } from '../support/eventually';
import { signIn as signInAt } from '../support/officials';
import { pdfText } from '../support/pdf';
import { asksForReview } from '../support/subjects';
import { suiteNeeding } from '../support/suites';
import { aPdf } from '../support/uploads';
import { officer } from '../support/walks';
import { fillInPage, send } from './fill-in';
import { signIn } from './persons/official';
import { shownPdf } from './persons/reader';
import { expectGoodScreen, expectHeading } from './screens';
import { setStage } from './stage';

const address = 'Storgatan 1\n151 00 Södertälje';

suiteNeeding('chromium', 'poppler')('letters to post', () => {
  const stage = setStage();
  let page: Page;
  let receipt: PaperReceipt;
  const deskOf = () => `${stage.system.url}/sodertalje/desk`;

  /** Waits for a letter that is to be posted. */
  const printed = (registrar: ApiClient, name: string) =>
    eventually('the letter is printed', async () => {
      const { toPost } = await registrar.read<PaperLettersAnswer>('/api/sodertalje/desk/post');
      return toPost.some(({ recipientName }) => recipientName === name);
    });

  it('says that there are none', async () => {
    page = await stage.page();
    await page.goto(deskOf());
    await signIn(page, /Rut Holm/);
    await page.getByRole('link', { name: 'Brev att posta' }).click();
    await expectHeading(page, 'Brev att posta');
    await page.getByText('Inga brev väntar på att postas.').waitFor();
    await expectGoodScreen(page);
  });

  it('asks for a postal address where there is no e-mail', async () => {
    await page.getByRole('link', { name: 'Ny pappersansökan' }).click();
    await page.getByRole('button', { name: 'För in ansökan' }).click();
    await page
      .getByRole('link', { name: 'Skriv en e-postadress, eller en postadress' })
      .first()
      .waitFor();
    await page.getByRole('textbox', { name: 'Postadress' }).first().fill(address);
    await page.getByRole('button', { name: 'För in ansökan' }).click();
    await page.getByRole('link', { name: /^Firmatecknare 1: Skriv en e-postadress/ }).waitFor();
    await page
      .getByRole('link', { name: /^Skriv en e-postadress, eller/ })
      .first()
      .waitFor({ state: 'detached' });
    await expectGoodScreen(page);
  });

  it('lists a letter with what is enclosed until it is marked as posted', async () => {
    const registrar = await signInAt(stage.system.url, 'sodertalje', 'registrar');
    const { answers } = anApplication({
      organisationName: 'Penselföreningen',
      coordinatorEmail: '',
      coordinatorPostal: address,
    });
    const arrivedOn = new Date().toISOString().slice(0, 10);
    const request = { ...anApplication(), answers, arrivedOn };
    const response = await registrar.post('/api/sodertalje/desk/applications', request);
    receipt = (await response.json()) as PaperReceipt;
    await stage.system.mail(officer, asksForReview(receipt.number));
    await printed(registrar, 'Amina Ek');
    await page.goto(`${deskOf()}/post`);
    await page.getByRole('row', { name: /Ansökan är mottagen.*Storgatan 1/s }).waitFor();
    const letter = pdfText(await shownPdf(page, /Brevet till Amina Ek/));
    expect(letter).toContain('Du får det här brevet');
    expect(pdfText(await shownPdf(page, /^Ansökan om/))).toContain('Penselföreningen');
    await expectGoodScreen(page);
    await page.getByRole('button', { name: 'Markera som postat: brevet till Amina Ek' }).click();
    await page.getByText('Brevet till Amina Ek är markerat som postat.').waitFor();
    await page.getByText('Inga brev väntar på att postas.').waitFor();
    await page.getByRole('cell', { name: /Rut Holm/ }).waitFor();
    await expectGoodScreen(page);
  });

  it('takes it back with a reason', async () => {
    await page.getByLabel('Ångra att brevet till Amina Ek är postat').click();
    await page.getByRole('button', { name: 'Ångra', exact: true }).last().click();
    await page.getByRole('link', { name: 'Skriv varför' }).waitFor();
    await expectGoodScreen(page);
    await page.getByRole('textbox', { name: 'Varför?' }).fill('Brevet låg kvar.');
    await page.getByRole('button', { name: 'Ångra', exact: true }).last().click();
    await page.getByText('står bland dem som ska postas igen').waitFor();
    await page.getByRole('link', { name: receipt.number }).click();
    await expectHeading(page, /Penselföreningen/);
    await page.getByText('Skäl: Brevet låg kvar.').waitFor();
    await page.getByRole('row', { name: /Ansökan är mottagen.*Ska postas/s }).waitFor();
    await expectGoodScreen(page);
  });

  it('enters an answer that came on paper, with its scan', async () => {
    const asked = await stage.system.mail(officer, asksForReview(receipt.number));
    await stage.system.answer(asked, {
      outcome: 'return',
      questions: [{ about: 'legalForm', question: 'Vilka dagar har ni öppet?' }],
    });
    await page.getByRole('link', { name: 'Svaret kom på papper' }).click();
    await expectHeading(page, 'För in svaret på papper');
    await page.getByRole('textbox', { name: 'Samhällsutveckling' }).fill('Öppet varje dag.');
    const scan = { name: 'svar.pdf', mimeType: 'application/pdf' };
    await page
      .getByLabel('Det inskannade svaret')
      .setInputFiles({ ...scan, buffer: Buffer.from('%PDF-1.7\n%%EOF\n') });
    await expectGoodScreen(page);
    await page.getByRole('button', { name: 'För in svaret' }).click();
    await expectHeading(page, /Penselföreningen/);
    await page.getByRole('link', { name: 'svar.pdf' }).waitFor();
    await page.getByText('Öppet varje dag.').waitFor();
  });

  it('lets somebody without e-mail sign on paper, from the letter to the register', async () => {
    const registrar = await signInAt(stage.system.url, 'sodertalje', 'registrar');
    const { answers } = anApplication({
      organisationName: 'Vävföreningen',
      coordinatorEmail: 'vera@vav.example',
      signatories: [{ name: 'Greta Väv', postal: address, capacity: 'chair' }],
    });
    const arrivedOn = new Date().toISOString().slice(0, 10);
    const response = await registrar.post('/api/sodertalje/desk/applications', {
      ...anApplication(),
      answers,
      arrivedOn,
    });
    const woven = (await response.json()) as PaperReceipt;
    const review = await stage.system.mail(officer, asksForReview(woven.number));
    await stage.system.answer(review, { outcome: 'approve' });
    await printed(registrar, 'Greta Väv');
    await page.goto(`${deskOf()}/post`);
    await page.getByRole('row', { name: /Fråga om underskrift.*Greta Väv/s }).waitFor();
    const letter = pdfText(await shownPdf(page, /Brevet till Greta Väv/));
    expect(letter).toContain('Så svarar du på papper');
    await page.getByRole('button', { name: 'Markera som postat: brevet till Greta Väv' }).click();
    await page.getByText('Brevet till Greta Väv är markerat som postat.').waitFor();
    await page.goto(`${deskOf()}/cases/${woven.caseId}`);
    await page.getByText('Greta Väv, Skriv under').click();
    const scan = page.getByRole('group', { name: /Inskanning av papperet/ });
    await scan
      .locator('input[type=file]')
      .setInputFiles({ name: 'greta.pdf', mimeType: 'application/pdf', buffer: aPdf() });
    await page.getByRole('button', { name: 'Ta bort greta.pdf' }).waitFor();
    const read = { form: accessionPaperSignature, language: 'sv' } as const;
    for (const each of accessionPaperSignature.pages) {
      await fillInPage(page, read, each, {
        signedWay: 'paper',
        signedName: 'Greta Väv',
        signedRole: 'Ordförande',
        signedOn: arrivedOn,
        signedPlace: 'Hemma',
        seen: 'paper',
      });
    }
    await expectGoodScreen(page);
    await send(page, read);
    await page.getByText('Underskriften är införd.').waitFor();
    await stage.system.mail('vera@vav.example', /^Vi har tagit emot underskriften/);
    await printed(registrar, 'Greta Väv');
    await page.goto(`${stage.system.url}/sodertalje/parties`);
    await page.getByText('Vävföreningen').waitFor();
    await page.goto(`${deskOf()}/cases/${woven.caseId}`);
  });

  it('mails from now on to somebody who has got an address', async () => {
    await page.getByRole('heading', { name: 'Så nås de som får brev' }).waitFor();
    await page.getByText('Lägg till en e-postadress för Greta Väv').click();
    await page.getByRole('button', { name: 'Lägg till adressen' }).click();
    await page.getByRole('link', { name: 'Skriv e-postadressen' }).waitFor();
    await expectGoodScreen(page);
    await page.locator('[id^="field-addEmailEmailOf"]').fill('greta@vav.example');
    await page.locator('[id^="field-addEmailReasonOf"]').fill('Hon har skaffat e-post.');
    await page.getByRole('button', { name: 'Lägg till adressen' }).click();
    await page.getByText('Breven går den nya vägen från och med nu.').waitFor();
    await page.getByText('Mejl till greta@vav.example').waitFor();
    await page.getByText('Skäl: Hon har skaffat e-post.').waitFor();
    await expectGoodScreen(page);
  });

  it('says that a letter came back, and what is to be done about it then', async () => {
    const caseUrl = page.url();
    await page.goto(`${deskOf()}/post`);
    await page.getByRole('button', { name: 'Markera som postat: brevet till Greta Väv' }).click();
    await page.getByText('Brevet till Greta Väv är markerat som postat.').waitFor();
    await page.goto(caseUrl);
    await page.getByText('Det senaste brevet till Greta Väv har kommit tillbaka').click();
    await expectGoodScreen(page);
    await page.getByRole('button', { name: 'Anteckna att brevet kom tillbaka' }).click();
    await page.locator('[id^="field-cameBackReasonOf"]').last().fill('Adressaten är okänd.');
    await page.getByRole('button', { name: 'Anteckna att brevet kom tillbaka' }).click();
    await page.getByText('Det är antecknat. Brevet står under Brev som inte kom fram.').waitFor();
    await page.getByRole('heading', { name: 'Brev som inte kom fram' }).waitFor();
    await page.getByText('Skäl: Adressaten är okänd.').waitFor();
    await expectGoodScreen(page);
  });
});
