import { accessionReview2 as review } from '../../domain/forms/definitions/accession-review-2';
import { asksForReview } from '../support/subjects';
import { suiteNeeding } from '../support/suites';
import { fillInPage, send } from './fill-in';
import { openReview } from './persons/officer';
import { linkIn } from './persons/mailbox';
import { expectGoodScreen, expectHeading } from './screens';
import { setStage } from './stage';

suiteNeeding('chromium')('an application that is sent back', () => {
  const stage = setStage();

  it('is changed by the organisation where it is asked, and comes back to the officer', async () => {
    const coordinatorEmail = 'kompletterar@lyktan.example';
    const { number } = await stage.system.apply({ coordinatorEmail });
    const officers = await stage.page();
    await openReview(officers, stage.system, number);
    const read = { form: review, language: 'sv' } as const;
    const questions = [{ about: 'community', question: 'Vilka dagar är läxhjälpen öppen?' }];
    await fillInPage(officers, read, review.pages[0]!, { outcome: 'return', questions });
    await expectGoodScreen(officers);
    await send(officers, read);
    await expectHeading(officers, /Ditt svar är skickat/);

    const page = await stage.page();
    await page.goto(linkIn(await stage.system.mail(coordinatorEmail, /^Svara på frågor/)));
    await expectHeading(page, /Komplettera ansökan från/);
    await page.getByText('Vilka dagar är läxhjälpen öppen?').waitFor();
    await page.getByRole('link', { name: 'Gå till fältet' }).click();
    const field = page.getByRole('textbox', { name: 'Samhällsutveckling' });
    expect(await field.inputValue()).toBe('Läxhjälp och mötesplatser för unga.');
    await field.fill('Läxhjälp tisdagar och torsdagar.');
    await expectGoodScreen(page);
    await page.getByRole('button', { name: 'Skicka ansökan' }).click();
    await expectHeading(page, /Kompletteringen är skickad/);

    const again = await stage.system.mail(coordinatorEmail, /tagit emot kompletteringen/);
    expect(again.attachments).toHaveLength(1);
    await stage.system.mail('handlaggare@sodertalje.example', asksForReview(number));
  });

  it('can be withdrawn on its status page', async () => {
    const receipt = await stage.system.apply();
    await stage.system.until(receipt, 'reviewing');
    const page = await stage.page();
    await page.goto(`${stage.system.url}/sodertalje/case#${receipt.statusToken}`);
    await page.getByText('Dra tillbaka ärendet', { exact: true }).click();
    await expectGoodScreen(page);
    await page.getByRole('button', { name: 'Dra tillbaka ärendet nu' }).click();
    await expectHeading(page, /Ärendet är avslutat/);
  });
});
