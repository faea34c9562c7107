import type { Page } from 'playwright-core';
import type { ReceiptView } from '../../domain/api/shapes';
import { accessionCheck } from '../../domain/forms/definitions/accession-check';
import { accessionCountersignature } from '../../domain/forms/definitions/accession-countersignature';
import { accessionSettle } from '../../domain/forms/definitions/accession-settle';
import { accessionSignature2 } from '../../domain/forms/definitions/accession-signature-2';
import type { Answers, FormDefinition } from '../../domain/forms/types';
import { countersigner, members, withFullShape } from '../support/full-shape';
import { asksForReview, asksForSignature } from '../support/subjects';
import { suiteNeeding } from '../support/suites';
import { officer, signature } from '../support/walks';
import { fillInPage, send } from './fill-in';
import { linkIn } from './persons/mailbox';
import { expectGoodScreen, expectHeading } from './screens';
import { setStage } from './stage';

/** Every "no" that an application can meet beside the delegate's own, as those who say it see it. */
suiteNeeding('chromium')('an application', () => {
  const stage = setStage({ municipalities: withFullShape });
  const about = (subject: string, { number }: ReceiptView) =>
    new RegExp(`^${subject} .*${number}$`);

  async function answer(
    address: string,
    subject: RegExp,
    form: FormDefinition,
    answers: Answers,
  ): Promise<Page> {
    const page = await stage.page();
    await page.goto(linkIn(await stage.system.mail(address, subject)));
    const read = { form, language: 'sv' } as const;
    for (const each of form.pages) await fillInPage(page, read, each, answers);
    await expectGoodScreen(page);
    await send(page, read);
    return page;
  }

  async function apply(name: string): Promise<ReceiptView> {
    const signatoryEmail = `${name}@lyktan.example`;
    return stage.system.apply({ organisationName: `Föreningen ${name}`, signatoryEmail });
  }

  /** Checked, supported by the group and approved: those who sign are asked. */
  async function approved(name: string): Promise<ReceiptView> {
    const { system } = stage;
    const receipt = await apply(name);
    const check = await system.mail(officer, about('Kontrollera senast', receipt));
    await system.answer(check, { outcome: 'forward' });
    for (const { email } of members.slice(0, 2)) {
      const asked = await system.mail(email, about('Säg vad du tycker senast', receipt));
      await system.answer(asked, { outcome: 'support', comment: 'Ja.' });
    }
    const review = await system.mail(officer, asksForReview(receipt.number));
    await system.answer(review, { outcome: 'approve' });
    return receipt;
  }

  async function expectStatus({ statusToken }: ReceiptView, heading: string, why: string) {
    const page = await stage.page();
    await page.goto(`${stage.system.url}/sodertalje/case#${statusToken}`);
    await expectHeading(page, heading);
    await page.getByText(why).first().waitFor();
    await expectGoodScreen(page);
  }

  it('is refused by the check', async () => {
    const receipt = await apply('kontroll');
    const reasons = 'Föreningen är ett företag.';
    const subject = about('Kontrollera senast', receipt);
    const page = await answer(officer, subject, accessionCheck, { outcome: 'refuse', reasons });
    await expectHeading(page, 'Ditt svar är skickat');
    await page.getByText('Organisationen får ett mejl om beslutet.').waitFor();
    expect(await page.getByText('Gruppen får ansökan').count()).toBe(0);
    await stage.system.until(receipt, 'rejected');
    await expectStatus(receipt, 'Ansökan är avslagen', 'Beslut om ansökan');
  });

  it('is declined by its signatory, who is not told to have signed', async () => {
    const receipt = await approved('avbojer');
    const subject = asksForSignature(receipt.number);
    const reasons = 'Styrelsen sade nej.';
    const answers = { outcome: 'decline', reasons };
    const page = await answer('avbojer@lyktan.example', subject, accessionSignature2, answers);
    await expectHeading(page, 'Du har avböjt att skriva under');
    expect(await page.getByText('förs in i registret').count()).toBe(0);
    await expectGoodScreen(page);
    await page.reload();
    await expectHeading(page, 'Du har avböjt att skriva under');
    await stage.system.until(receipt, 'closed');
    await expectStatus(receipt, 'Ärendet är avslutat', 'En firmatecknare avböjde');
  });

  it('is declined by the municipality, and the officer ends it', async () => {
    const receipt = await approved('motpart');
    const toSign = await stage.system.mail(
      'motpart@lyktan.example',
      asksForSignature(receipt.number),
    );
    await stage.system.answer(toSign, signature);
    const declined = await answer(
      countersigner.email,
      about('Skriv under för kommunen', receipt),
      accessionCountersignature,
      { outcome: 'decline', reasons: 'Nämnden har ändrat sig.' },
    );
    await expectHeading(declined, 'Du har avböjt att skriva under');
    const settled = await answer(
      officer,
      about('Bestäm vad som ska hända:', receipt),
      accessionSettle,
      { outcome: 'close', reasons: 'Nämnden har ändrat sig.' },
    );
    await expectHeading(settled, 'Ditt beslut är skickat');
    await stage.system.until(receipt, 'closed');
    await expectStatus(receipt, 'Ärendet är avslutat', 'Kommunen avslutade ärendet');
  });
});
