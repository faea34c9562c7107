import type { Page } from 'playwright-core';
import { agreementSv } from '../../config/municipalities/sodertalje/agreement-sv';
import { pdfText } from '../support/pdf';
import { suiteNeeding } from '../support/suites';
import { officer } from '../support/walks';
import { fillInApplication, newApplication, shownNumber, signatoryOf } from './persons/applicant';
import { decide, openReview } from './persons/officer';
import { openSignature, signAs } from './persons/signatory';
import { shownPdf } from './persons/reader';
import { expectGoodScreen, expectHeading } from './screens';
import { setStage } from './stage';
import { asksForReview, asksForSignature } from '../support/subjects';

/** Person by person along one case: each test begins where the one before it ended. */
suiteNeeding('chromium', 'poppler')('the path from the first page to the register', () => {
  const stage = setStage();
  const application = newApplication();
  let applicant: Page;
  let number: string;
  let shownFingerprint: string;

  it('tells a visitor what the agreement is', async () => {
    const page = await stage.page();
    await page.goto(stage.system.url);
    await expectHeading(page, 'Samverkan mellan kommun och civilsamhälle');
    await page.getByRole('link', { name: 'Södertälje kommun' }).waitFor();
    await expectGoodScreen(page);
    await page.getByRole('link', { name: 'Södertälje kommun' }).click();
    await expectHeading(page, 'Anslut er till samverkansöverenskommelsen');
    const agreement = page.getByRole('article');
    const principles = agreement.getByRole('region');
    expect(await principles.count()).toBe(7);
    const commitments = await principles.getByRole('listitem').allInnerTexts();
    expect(commitments).toHaveLength(35);
    const promised = agreementSv.principles.flatMap((principle) => principle.commitments);
    expect(new Set(commitments)).toEqual(new Set(promised.map(({ text }) => text)));
    const areas = agreement.getByRole('heading', { level: 2, name: '4 utvecklingsområden' });
    await areas.waitFor();
    // In the order of the PDF, which is what is signed.
    expect(await agreement.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual([
      agreementSv.title,
      'Att ansluta sig',
      '7 principer med åtaganden',
      '4 utvecklingsområden',
    ]);
    await agreement.getByText(/^Version 1, beslutad .+, gäller från /).waitFor();
    for (const { title, text } of agreementSv.developmentAreas) {
      await agreement.getByRole('heading', { level: 3, name: title, exact: true }).waitFor();
      await agreement.getByText(text, { exact: true }).waitFor();
    }
    expect(agreementSv.developmentAreas).toHaveLength(4);
    await expectGoodScreen(page);
  });

  it('tells a visitor that nobody has acceded yet', async () => {
    const page = await stage.page();
    await page.goto(`${stage.system.url}/sodertalje`);
    const contact = page.getByRole('contentinfo');
    await contact.getByText('vill du hellre ansöka på papper?').waitFor();
    await page.getByRole('link', { name: 'Se vilka som är anslutna' }).click();
    await expectHeading(page, 'Anslutna organisationer');
    await contact.getByText('Har du frågor? Hör av dig till oss.').waitFor();
    await page.getByText('Ingen organisation har anslutit sig än.').waitFor();
    await expectGoodScreen(page);
  });

  it('lets an applicant fill in, check and send with a double click', async () => {
    applicant = await stage.page();
    await applicant.goto(`${stage.system.url}/sodertalje`);
    await applicant.getByRole('link', { name: 'Starta ansökan' }).first().click();
    await fillInApplication(applicant, application, 'sv', () => expectGoodScreen(applicant));
    for (const answer of [application.organisationName, 'Stiftelse', application.community]) {
      await applicant.getByText(answer, { exact: true }).waitFor();
    }
    await expectGoodScreen(applicant);
    await applicant.getByRole('button', { name: 'Skicka ansökan' }).dblclick();
    await expectHeading(applicant, /Vi har tagit emot ansökan/);
    number = await shownNumber(applicant);
    await stayOnPage(applicant);
    await expectGoodScreen(applicant);
  });

  it('sends the receipt with the application as PDF, once', async () => {
    const { coordinatorEmail } = application;
    const receipt = await stage.system.mail(coordinatorEmail, /^Vi har tagit emot ansökan/);
    expect(receipt.subject).toBe(
      `Vi har tagit emot ansökan från ${application.organisationName}, ${number}`,
    );
    expect(receipt.attachments.map(({ contentType }) => contentType)).toEqual(['application/pdf']);
    const printed = pdfText(await shownPdf(applicant, /Ansökan/));
    expect(printed).toContain(application.organisationName);
    expect(printed).toContain(application.organisationNumber);
    await applicant.getByText('Handläggaren ska besluta senast').waitFor();
    await expectGoodScreen(applicant);
  });

  it('lets the case officer read and approve by the link in the mail', async () => {
    const page = await stage.page();
    await openReview(page, stage.system, number);
    await page.getByText(application.community).waitFor();
    await expectGoodScreen(page);
    await decide(page, 'approve');
    await expectHeading(page, /Ditt svar är skickat/);
    await page.getByText('Godkänner ansökan').waitFor();
    await expectGoodScreen(page);
  });

  it('shows the applicant the approval without a reload', async () => {
    await expectHeading(applicant, /Ansökan är godkänd/);
    await applicant.getByText('Nytt i ärendet:').waitFor();
    await applicant.getByText('Firmatecknaren ska skriva under senast').waitFor();
    await expectStayed(applicant);
    await expectGoodScreen(applicant);
  });

  it('lets the signatory read the exact version and sign in English', async () => {
    const page = await stage.page('en-GB');
    await openSignature(page, stage.system, signatoryOf(application));
    await expectHeading(page, /Skriv under för/);
    await page.getByRole('button', { name: 'English' }).click();
    await expectHeading(page, /Sign for/);
    await page.getByText('The text below is a translation.').waitFor();
    await expectGoodScreen(page);
    await page.getByText('Read the Swedish text').click();
    const swedish = page.getByRole('article').filter({ hasText: agreementSv.title });
    expect(await swedish.getAttribute('lang')).toBe('sv');
    expect(await swedish.getByRole('region').getByRole('listitem').count()).toBe(35);
    await expectGoodScreen(page);
    shownFingerprint = await page
      .getByText('Fingerprint of the PDF file (SHA-256)', { exact: true })
      .locator('+ dd')
      .innerText();
    expect(shownFingerprint).toMatch(/^[0-9a-f]{64}$/);
    await signAs(page, { signedName: 'Omar Öberg', signedRole: 'Chair' }, 'en');
    await expectHeading(page, /You have signed/);
    await expectGoodScreen(page);
  });

  it('shows the applicant the signed agreement without a reload', async () => {
    await expectHeading(applicant, /Organisationen är ansluten/);
    const printed = pdfText(await shownPdf(applicant, /Underskriven överenskommelse/));
    expect(printed).toContain('Omar Öberg');
    expect(printed.replace(/\s/g, '')).toContain(shownFingerprint);
    await expectStayed(applicant);
    await expectGoodScreen(applicant);
  });

  it('shows the organisation in the register', async () => {
    await applicant.getByRole('link', { name: 'Se registret över anslutna' }).click();
    await expectHeading(applicant, 'Anslutna organisationer');
    await applicant.getByText('1 organisation är ansluten.').waitFor();
    await applicant.getByRole('searchbox').fill(application.organisationNumber.slice(-4));
    const found = applicant.getByRole('listitem').filter({ hasText: application.organisationName });
    expect(await found.innerText()).toContain(application.organisationNumber);
    // As the organisation has chosen.
    expect(await found.innerText()).toContain(application.coordinatorEmail);
    await expectGoodScreen(applicant);
  });

  it('has asked and told each person once', async () => {
    const subjectsTo = async (address: string) =>
      (await stage.system.mailsTo(address)).map(({ subject }) => subject);
    const signed = `Vi har tagit emot underskriften för ${application.organisationName}, ${number}`;
    await stage.system.mail(application.coordinatorEmail, /underskriften/);
    await stage.system.mail(signatoryOf(application), /underskriften/);
    expect(await subjectsTo(application.coordinatorEmail)).toEqual([
      `Vi har tagit emot ansökan från ${application.organisationName}, ${number}`,
      `Beslut om ansökan från ${application.organisationName}, ${number}`,
      signed,
    ]);
    expect(await subjectsTo(signatoryOf(application))).toEqual([
      expect.stringMatching(asksForSignature(number)),
      signed,
    ]);
    expect(await subjectsTo(officer)).toEqual([expect.stringMatching(asksForReview(number))]);
  });
});

/** Marks the page as it is loaded now, so that a reload can be told. */
async function stayOnPage(page: Page): Promise<void> {
  await page.evaluate(() => Object.assign(window, { stayed: true }));
}

async function expectStayed(page: Page): Promise<void> {
  expect(await page.evaluate(() => 'stayed' in window)).toBe(true);
}
