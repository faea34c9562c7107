import type { Page } from 'playwright-core';
import { suiteNeeding } from '../support/suites';
import { approve, officer } from '../support/walks';
import { Keyboard } from './keyboard';
import { newApplication } from './persons/applicant';
import { linkIn } from './persons/mailbox';
import { expectHeading } from './screens';
import { setStage } from './stage';
import { asksForReview, asksForSignature } from '../support/subjects';

suiteNeeding('chromium')('with the keyboard only', () => {
  const stage = setStage();

  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  const field = (page: Page, name: string) => page.getByRole('textbox', { name });
  const group = (page: Page, name: string) => page.getByRole('group', { name });

  it('an applicant gets from the first page to the receipt', async () => {
    const page = await stage.page();
    const keyboard = new Keyboard(page);
    const application = newApplication();
    await page.goto(stage.system.url);
    await keyboard.enter(page.getByRole('link', { name: 'Södertälje kommun' }));
    await keyboard.expectArrival(/Anslut er till/);
    await keyboard.enter(page.getByRole('link', { name: 'Starta ansökan' }).first());
    await keyboard.expectArrival(/Er organisation/);
    await keyboard.write(field(page, 'Organisationens namn'), application.organisationName);
    await keyboard.choose(group(page, 'Vilken form har organisationen?'), 'Stiftelse');
    await keyboard.choose(group(page, 'Har organisationen ett organisationsnummer?'), 'Ja');
    await keyboard.write(field(page, 'Organisationsnummer'), application.organisationNumber);
    await page.keyboard.press('Enter');
    await keyboard.expectArrival(/Vad ni gör/);
    const youth = page.getByRole('checkbox', { name: 'Barn och unga' });
    await keyboard.tabTo(youth);
    await page.keyboard.press('Space');
    await keyboard.enter(button(page, 'Fortsätt'));
    await keyboard.expectArrival(/Samverkansansvarig/);
    await keyboard.write(field(page, 'Samverkansansvarigs namn'), application.coordinatorName);
    await keyboard.write(field(page, 'Samverkansansvarigs e-post'), application.coordinatorEmail);
    await keyboard.choose(
      group(page, 'Får samverkansansvarigs namn'),
      'Nej, bara organisationens namn',
    );
    await keyboard.enter(button(page, 'Fortsätt'));
    await keyboard.expectArrival(/Firmatecknare/);
    await fillInSignatories(page, keyboard);
    await keyboard.choose(
      group(page, 'Vilka av dem måste skriva under?'),
      'Alla som står här, tillsammans',
    );
    await keyboard.enter(button(page, 'Fortsätt'));
    await keyboard.expectArrival(/Protokoll och stadgar/);
    await keyboard.enter(button(page, 'Fortsätt'));
    await keyboard.expectArrival(/Vad ni bidrar med/);
    await keyboard.write(field(page, 'Samhällsutveckling'), 'En lokal.');
    await keyboard.enter(button(page, 'Fortsätt'));
    await keyboard.expectArrival(/Tre frågor/);
    await keyboard.enter(button(page, 'Fortsätt'));
    await keyboard.expectArrival(/Kontrollera och skicka/);
    await keyboard.enter(page.getByRole('link', { name: 'Ändra Samverkansansvarig' }));
    await keyboard.expectArrival(/Samverkansansvarig/);
    await keyboard.write(field(page, 'Samverkansansvarigs telefonnummer'), '08-123 456 78');
    await keyboard.enter(button(page, 'Fortsätt'));
    await keyboard.expectArrival(/Kontrollera och skicka/);
    await page.getByText('08-123 456 78').waitFor();
    await keyboard.enter(button(page, 'Skicka ansökan'));
    await keyboard.expectArrival(/Vi har tagit emot ansökan/);
  });

  /** Two, after a third was added and taken away; focus is always where one goes on. */
  async function fillInSignatories(page: Page, keyboard: Keyboard): Promise<void> {
    const item = (nth: number) => group(page, `Firmatecknare ${nth}`);
    const name = (nth: number) => item(nth).getByRole('textbox', { name: 'Namn' });
    const isFocused = (nth: number) =>
      name(nth).evaluate((element) => element === document.activeElement);
    const fillIn = async (nth: number, called: string, role: string) => {
      await page.keyboard.type(called);
      await keyboard.write(item(nth).getByRole('textbox', { name: 'E-post' }), `p${nth}@x.example`);
      await keyboard.choose(item(nth).getByRole('group', { name: 'Roll' }), role);
    };
    await keyboard.tabTo(name(1));
    await fillIn(1, 'Omar Öberg', 'Ordförande');
    for (const nth of [2, 3]) {
      await keyboard.enter(button(page, 'Lägg till en firmatecknare'));
      await name(nth).waitFor();
      expect(await isFocused(nth)).toBe(true);
      if (nth === 2) await fillIn(2, 'Maja Lind', 'Kassör');
    }
    await keyboard.enter(button(page, 'Ta bort firmatecknare 3'));
    await item(3).waitFor({ state: 'detached' });
    expect(await isFocused(2)).toBe(true);
  }

  it('the case officer corrects and sends a decision', async () => {
    const { number } = await stage.system.apply();
    const page = await stage.page();
    const keyboard = new Keyboard(page);
    await page.goto(linkIn(await stage.system.mail(officer, asksForReview(number))));
    await expectHeading(page, /Besluta om ansökan/);
    await keyboard.enter(button(page, 'Skicka svaret'));
    await page.getByRole('region', { name: 'Rätta 1 uppgift' }).waitFor();
    await keyboard.enter(page.getByRole('link', { name: 'Välj vad du beslutar' }));
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await keyboard.write(field(page, 'Skäl för beslutet'), 'Organisationen är ett företag.');
    await keyboard.enter(button(page, 'Skicka svaret'));
    await keyboard.expectArrival(/Ditt svar är skickat/);
    await page.getByText('Avslår ansökan').waitFor();
  });

  it('a signatory reads the agreement and signs it', async () => {
    const { system } = stage;
    const signatoryEmail = 'keyboard@lyktan.example';
    const receipt = await system.apply({ signatoryEmail });
    await approve(system, receipt);
    const page = await stage.page();
    const keyboard = new Keyboard(page);
    await page.goto(linkIn(await system.mail(signatoryEmail, asksForSignature(receipt.number))));
    await expectHeading(page, /Skriv under för/);
    await keyboard.enter(page.getByRole('link', { name: 'Hoppa till svaret' }));
    await keyboard.choose(group(page, 'Vill du skriva under?'), 'Ja, jag skriver under');
    await keyboard.write(field(page, 'Ditt namn'), 'Olof Berg');
    await keyboard.write(field(page, 'Din roll i organisationen'), 'Ordförande');
    await keyboard.tabTo(
      page.getByRole('checkbox', { name: /får skriva under för organisationen/ }),
    );
    await page.keyboard.press('Space');
    await keyboard.enter(button(page, 'Skicka svaret'));
    await keyboard.expectArrival('Du har skrivit under');
  });

  it('a reader skips to the content, and the link in the address stays', async () => {
    const { statusToken } = await stage.system.apply();
    const page = await stage.page();
    await page.goto(`${stage.system.url}/sodertalje/case#${statusToken}`);
    await expectHeading(page, /Vi har tagit emot ansökan/);
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Hoppa till innehållet' });
    expect(await skip.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    expect(page.url()).toContain(`#${statusToken}`);
    await page.keyboard.press('Tab');
    const inMain = () => document.activeElement?.closest('main') !== null;
    expect(await page.evaluate(inMain)).toBe(true);
  });
});
