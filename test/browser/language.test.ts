import type { Page } from 'playwright-core';
import type { Language } from '../../domain/language';
import { pdfInfo, pdfText } from '../support/pdf';
import { suiteNeeding } from '../support/suites';
import type { Mail } from '../support/system';
import { officer } from '../support/walks';
import {
  fillInApplication,
  newApplication,
  sendApplication,
  signatoryOf,
} from './persons/applicant';
import { attachedPdf, linkIn } from './persons/mailbox';
import { decide, openReview } from './persons/officer';
import { shownPdf } from './persons/reader';
import { openSignature, signAs } from './persons/signatory';
import { expectHeading } from './screens';
import { setStage } from './stage';

suiteNeeding('chromium', 'poppler')('the language that a reader has chosen', () => {
  const stage = setStage();
  const home = () => `${stage.system.url}/sodertalje`;

  it('is English from the home page to the signed agreement', async () => {
    const page = await stage.page();
    const application = newApplication();
    await page.goto(home());
    await expectHeading(page, /Anslut er till/);
    await page.getByRole('button', { name: 'English' }).click();
    await expectHeading(page, 'Join the partnership agreement');
    await page.getByRole('link', { name: 'Start the application' }).first().click();
    await fillInApplication(page, application, 'en');
    await sendApplication(page, 'en');
    await expectHeading(page, /We have received the application/);
    await expectLanguage(page, 'en');

    const receipt = await stage.system.mail(application.coordinatorEmail, /^We have received/);
    expectLetterIn('en', receipt);
    for (const pdf of [
      await attachedPdf(stage.system, receipt),
      await shownPdf(page, /Application/),
    ]) {
      const printed = pdfText(pdf);
      expect(printed).toContain('Name of the organisation');
      expect(printed).not.toContain('Organisationens namn');
      expect(pdfInfo(pdf).Title).toBe('Application to join');
    }

    const asked = await stage.system.mail(officer, /^Granska senast/);
    expectLetterIn('sv', asked);
    const officersPage = await stage.page();
    await openReview(officersPage, stage.system, asked.subject.split(', ').at(-1) ?? '');
    await expectLanguage(officersPage, 'sv');
    await officersPage.getByText('Organisationens namn', { exact: true }).waitFor();
    await decide(officersPage, 'approve');

    await expectHeading(page, /The application is approved/);
    const decision = await stage.system.mail(application.coordinatorEmail, /^Decision on/);
    expectLetterIn('en', decision);
    const decided = pdfInfo(await attachedPdf(stage.system, decision));
    expect(decided.Title).toBe('Decision on the application');
    const toSign = await stage.system.mail(signatoryOf(application), /^Sign for/);
    expectLetterIn('en', toSign);
    const signatorysPage = await stage.page();
    await openSignature(signatorysPage, stage.system, signatoryOf(application));
    await signAs(signatorysPage, { signedName: 'Omar Öberg', signedRole: 'Chair' }, 'en');
    await expectHeading(signatorysPage, /You have signed/);
    await expectHeading(page, /The organisation has joined/);
    for (const address of [application.coordinatorEmail, signatoryOf(application)]) {
      const signed = await stage.system.mail(address, /^We have received the signature/);
      expectLetterIn('en', signed);
      // The text that the municipality has adopted, and that is signed, is the Swedish one.
      const agreement = pdfInfo(await attachedPdf(stage.system, signed));
      expect(agreement.Title).toBe('Underskriven överenskommelse');
    }
  });

  it('is the one of the mail whose link is opened, until the reader chooses another', async () => {
    const coordinatorEmail = 'reader@lyktan.example';
    await stage.system.apply({ coordinatorEmail }, 'en');
    const link = linkIn(await stage.system.mail(coordinatorEmail, /^We have received/));
    const reader = await stage.person('fi-FI');
    const page = await reader.newPage();
    await page.goto(link);
    await expectHeading(page, /We have received the application/);
    await expectLanguage(page, 'en');
    await page.getByRole('button', { name: 'Svenska' }).click();
    await expectHeading(page, /Vi har tagit emot ansökan/);
    const again = await reader.newPage();
    await again.goto(link);
    await expectHeading(again, /Vi har tagit emot ansökan/);
    await expectLanguage(again, 'sv');
  });

  it('stays when the page is loaded again and in another tab', async () => {
    const person = await stage.person();
    const page = await person.newPage();
    await page.goto(home());
    await page.getByRole('button', { name: 'English' }).click();
    await expectHeading(page, /Join the/);
    await page.reload();
    await expectHeading(page, /Join the/);
    const other = await person.newPage();
    await other.goto(`${home()}/parties`);
    await expectHeading(other, 'Organisations that have joined');
    await expectLanguage(other, 'en');
  });

  it('is Swedish where neither reader nor browser asks for another that there is', async () => {
    const page = await stage.page('fi-FI');
    const application = newApplication();
    await page.goto(`${home()}/apply`);
    await fillInApplication(page, application);
    await sendApplication(page);
    await expectHeading(page, /Vi har tagit emot ansökan/);
    await expectLanguage(page, 'sv');
    const receipt = await stage.system.mail(application.coordinatorEmail, /^Vi har tagit emot/);
    expectLetterIn('sv', receipt);
    const printed = pdfText(await attachedPdf(stage.system, receipt));
    expect(printed).toContain('Organisationens namn');
    expect(printed).not.toContain('Name of the organisation');
  });
});

/** The page and its headings say that they are in a language. */
async function expectLanguage(page: Page, language: Language): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
  const current = page.getByRole('navigation').locator('button[aria-current="true"]');
  expect(await current.getAttribute('lang')).toBe(language);
}

// To a person, and to a mailbox that several read.
const contact: Record<Language, RegExp> = {
  sv: /Har du frågor\?|Är något oklart\?/,
  en: /Questions\?|Is something unclear\?/,
};

/** A letter's text and its page are in a language and in no other. */
function expectLetterIn(language: Language, mail: Mail): void {
  const other = language === 'sv' ? 'en' : 'sv';
  for (const body of [mail.text, mail.html]) {
    expect(body).toMatch(contact[language]);
    expect(body).not.toMatch(contact[other]);
  }
  expect(mail.html).toContain(`lang="${language}"`);
}
