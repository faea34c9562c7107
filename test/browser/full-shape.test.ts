import type { Page } from 'playwright-core';
import type { ReceiptView } from '../../domain/api/shapes';
import { accessionCheck } from '../../domain/forms/definitions/accession-check';
import { accessionCountersignature } from '../../domain/forms/definitions/accession-countersignature';
import { accessionOpinion } from '../../domain/forms/definitions/accession-opinion';
import { accessionPaperSignature } from '../../domain/forms/definitions/accession-paper-signature';
import type { Answers, FormDefinition } from '../../domain/forms/types';
import { countersigner, members, substitute, withFullShapeAndCodes } from '../support/full-shape';
import { asksForReview } from '../support/subjects';
import { suiteNeeding } from '../support/suites';
import { aPdf } from '../support/uploads';
import { officer } from '../support/walks';
import { fillInPage, send } from './fill-in';
import { linkIn } from './persons/mailbox';
import { decide, openReview } from './persons/officer';
import { signIn } from './persons/official';
import { expectGoodScreen, expectHeading } from './screens';
import { setStage } from './stage';

const [ada, bo, cilla] = members;

suiteNeeding('chromium')('an accession in the full shape', () => {
  const stage = setStage({ municipalities: withFullShapeAndCodes });
  let receipt: ReceiptView;
  let desk: Page;

  async function open(address: string, subject: RegExp, heading: RegExp): Promise<Page> {
    const page = await stage.page();
    await page.goto(linkIn(await stage.system.mail(address, subject)));
    await expectHeading(page, heading);
    return page;
  }

  async function answer(page: Page, form: FormDefinition, answers: Answers): Promise<void> {
    const read = { form, language: 'sv' } as const;
    for (const each of form.pages) await fillInPage(page, read, each, answers);
    await expectGoodScreen(page);
    await send(page, read);
  }

  it('says at the desk who is not asked, before anybody is', async () => {
    receipt = await stage.system.apply({
      organisationName: 'Föreningen Fyren',
      coordinatorEmail: bo.email,
      signatoryEmail: 'firma@fyren.example',
    });
    await stage.system.until(receipt, 'reviewing');
    desk = await stage.page();
    await desk.goto(`${stage.system.url}/sodertalje/desk/cases/${receipt.caseId}`);
    await signIn(desk, /Rut Holm/);
    await desk.getByRole('heading', { name: 'Jäv' }).waitFor();
    await desk.getByText('Bo Söderby: Yttra sig').waitFor();
    await expectGoodScreen(desk);
  });

  it('is checked by the officer', async () => {
    const page = await open(officer, /^Kontrollera senast/, /Kontrollera ansökan från/);
    await answer(page, accessionCheck, { outcome: 'forward' });
    await expectHeading(page, /Ditt svar är skickat/);
  });

  it('gets the opinion of each member on a page that shows no other', async () => {
    const opinion = /^Säg vad du tycker senast/;
    const first = await open(ada.email, opinion, /Säg vad du tycker om ansökan/);
    await answer(first, accessionOpinion, { outcome: 'oppose', comment: 'Jag är tveksam.' });
    await expectHeading(first, /Tack, ditt svar är skickat/);
    const second = await open(cilla.email, opinion, /Säg vad du tycker om ansökan/);
    expect(await second.getByText('Jag är tveksam.').count()).toBe(0);
    await answer(second, accessionOpinion, { outcome: 'support', comment: 'De gör mycket nytta.' });
    await expectHeading(second, /Tack, ditt svar är skickat/);
    const third = await open(substitute.email, opinion, /Säg vad du tycker om ansökan/);
    await answer(third, accessionOpinion, { outcome: 'support', comment: 'Håller med.' });
    await expectHeading(third, /Tack, ditt svar är skickat/);
  });

  it('is decided by the delegate, who reads what was said', async () => {
    const page = await stage.page();
    await stage.system.mail(officer, asksForReview(receipt.number));
    await openReview(page, stage.system, receipt.number);
    await page.getByRole('heading', { name: 'Gruppens yttrande' }).waitFor();
    await page.getByText('De gör mycket nytta.').waitFor();
    await expectGoodScreen(page);
    await decide(page, 'approve');
    await expectHeading(page, /Ditt svar är skickat/);
    await desk.getByText('Jag är tveksam.').waitFor();
    await desk.getByText('Frågas inte: jäv').waitFor();
    await expectGoodScreen(desk);
  });

  it('is signed on paper, as the registrar records with the scan', async () => {
    await desk.getByText('Olof Berg, Skriv under').click();
    const hand = {
      signedWay: 'paper',
      signedName: 'Olof Berg',
      signedRole: 'Ordförande',
      signedOn: '2026-03-05',
      signedPlace: 'Stadshuset',
      seen: 'paper',
    };
    const read = { form: accessionPaperSignature, language: 'sv' } as const;
    const section = desk.getByRole('group', { name: /Inskanning av papperet/ });
    await section
      .locator('input[type=file]')
      .setInputFiles({ name: 'påskrivet.pdf', mimeType: 'application/pdf', buffer: aPdf() });
    await desk.getByRole('button', { name: 'Ta bort påskrivet.pdf' }).waitFor();
    for (const each of accessionPaperSignature.pages) await fillInPage(desk, read, each, hand);
    await expectGoodScreen(desk);
    await send(desk, read);
    await desk.getByText('Underskriften är införd.').waitFor();
  });

  it('tells the applicant that the municipality is to sign', async () => {
    await stage.system.mail(countersigner.email, /^Skriv under för kommunen/);
    const page = await stage.page();
    await page.goto(`${stage.system.url}/sodertalje/case#${receipt.statusToken}`);
    await expectHeading(page, /Organisationen har skrivit under/);
    await page.getByText(/Kommunen ska skriva under senast/).waitFor();
    await expectGoodScreen(page);
  });

  it('is signed by the municipality with a code that was mailed', async () => {
    const page = await open(
      countersigner.email,
      /^Skriv under för kommunen/,
      /Skriv under för Södertälje kommun/,
    );
    const own = {
      outcome: 'answered',
      signedName: 'Eva Ek',
      signedRole: 'Nämndordförande',
      authorised: true,
    } as const;
    await answer(page, accessionCountersignature, own);
    await page
      .getByText(/^Skriv koden som vi har mejlat till dig/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Mejla mig en kod' }).click();
    await page.getByText(/^Vi mejlar en kod till e…@sodertalje\.example/).waitFor();
    const mail = await stage.system.mail(countersigner.email, /^Din kod/);
    const code = /Din kod är (\d{6})\./.exec(mail.text)?.[1] ?? '';
    const field = page.getByRole('textbox', { name: 'Koden i mejlet' });
    expect(await field.getAttribute('autocomplete')).toBe('one-time-code');
    await field.fill(code === '000000' ? '111111' : '000000');
    await send(page, { form: accessionCountersignature, language: 'sv' });
    await page
      .getByText(/^Koden stämmer inte/)
      .first()
      .waitFor();
    await expectGoodScreen(page);
    await field.fill(code);
    await send(page, { form: accessionCountersignature, language: 'sv' });
    await expectHeading(page, /Du har skrivit under/);
    await stage.system.until(receipt, 'completed');
  });
});
