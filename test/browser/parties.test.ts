import type { Page } from 'playwright-core';
import { partyChange } from '../../domain/forms/definitions/party-change';
import { suiteNeeding } from '../support/suites';
import { tokenIn } from '../support/system';
import { walkToRegister } from '../support/walks';
import { fillInPage } from './fill-in';
import { signIn } from './persons/official';
import { expectGoodScreen, expectHeading } from './screens';
import { setStage } from './stage';

const form = partyChange;
const newCoordinator = 'eva@kompassen.example';
const answers = {
  organisationName: 'Föreningen Kompassen',
  change: 'coordinator',
  newCoordinatorName: 'Eva Kvist',
  newCoordinatorEmail: newCoordinator,
  publishContact: 'yes',
  senderName: 'Eva Kvist',
  senderEmail: newCoordinator,
};

suiteNeeding('chromium', 'poppler')('a party', () => {
  const stage = setStage();
  let page: Page;
  const home = () => `${stage.system.url}/sodertalje`;

  it('reports a new coordinator from the register', async () => {
    await walkToRegister(stage.system, {
      organisationName: answers.organisationName,
      hasNumber: 'no',
      noNumberReason: 'Vi har inte sökt än.',
      signatoryEmail: 'olof@kompassen.example',
    });
    page = await stage.page();
    await page.goto(`${home()}/parties`);
    await page.getByRole('link', { name: 'Ändra uppgifter om en ansluten organisation' }).click();
    for (const formPage of form.pages) {
      await fillInPage(page, { form, language: 'sv' }, formPage, answers);
      await expectGoodScreen(page);
      await page.getByRole('button', { name: 'Fortsätt' }).click();
    }
    await page.getByText('Eva Kvist').first().waitFor();
    await expectGoodScreen(page);
    await page.getByRole('button', { name: 'Skicka ändringen' }).click();
    await page.waitForURL(/\/case#/);
    await expectHeading(page, /Vi har tagit emot ändringen|Ändringen väntar på att bekräftas/);
    await page.getByText('Ändringen ska bekräftas senast').waitFor();
    await expectGoodScreen(page);
  });

  it('is confirmed by its signatory, and the register shows it', async () => {
    const asked = await stage.system.mail('olof@kompassen.example', /^Bekräfta senast/);
    const signatory = await stage.page();
    await signatory.goto(`${home()}/task#${tokenIn(asked)}`);
    await expectHeading(signatory, 'Bekräfta en ändring för Föreningen Kompassen');
    await signatory.getByText(newCoordinator).first().waitFor();
    await expectGoodScreen(signatory);
    await signatory.getByLabel('Ja, jag bekräftar den för organisationen').check();
    await signatory.getByLabel('Ditt namn').fill('Olof Berg');
    await signatory.getByLabel('Din roll i organisationen').fill('Ordförande');
    await signatory.getByRole('button', { name: 'Skicka svaret' }).click();
    await expectHeading(signatory, 'Ditt svar är skickat');
    await expectGoodScreen(signatory);
    await expectHeading(page, 'Ändringen är gjord');
    await expectGoodScreen(page);
    await page.goto(`${home()}/parties`);
    await page.getByText(newCoordinator).waitFor();
  });

  it('is found at the desk with its history, and may be excluded after a hearing', async () => {
    const desk = await stage.page();
    await desk.goto(`${home()}/desk`);
    await signIn(desk, /Otto Ek/);
    await desk.getByRole('link', { name: 'Anslutna', exact: true }).click();
    await expectHeading(desk, 'Anslutna');
    await desk.getByRole('searchbox').fill('kompass');
    await desk.keyboard.press('Enter');
    await expectGoodScreen(desk);
    await desk.getByRole('link', { name: 'Föreningen Kompassen' }).click();
    await expectHeading(desk, 'Föreningen Kompassen');
    await desk.getByText('Ny samverkansansvarig').waitFor();
    await expectGoodScreen(desk);
    await desk.getByText('Utesluta en organisation').click();
    const grounds = desk.getByLabel('Varför ska organisationen uteslutas?');
    // Once one can write in it, it has opened for good.
    await grounds.click();
    await desk.getByRole('button', { name: 'Börja ärendet' }).click();
    await desk.getByRole('link', { name: 'Skriv varför organisationen ska uteslutas' }).waitFor();
    await grounds.fill('Föreningen har stängt ute medlemmar.');
    await expectGoodScreen(desk);
    await desk.getByRole('button', { name: 'Börja ärendet' }).click();
    await desk.getByRole('rowheader', { name: /^Svara före beslut/ }).waitFor();
    await expectGoodScreen(desk);
  });

  it('answers before anybody decides', async () => {
    const asked = await stage.system.mail(newCoordinator, /överväger att utesluta/);
    const coordinator = await stage.page();
    await coordinator.goto(`${home()}/task#${tokenIn(asked)}`);
    await coordinator.getByText('Föreningen har stängt ute medlemmar.').waitFor();
    await expectGoodScreen(coordinator);
    await coordinator.getByLabel('Vad anser ni?').fill('Det stämmer inte.');
    await coordinator.getByRole('button', { name: 'Skicka svaret' }).click();
    await expectHeading(coordinator, 'Ert svar är skickat');
    const review = await stage.system.mail(
      'handlaggare@sodertalje.example',
      /^Besluta senast .*uteslutning/,
    );
    const officer = await stage.page();
    await officer.goto(`${home()}/task#${tokenIn(review)}`);
    await expectHeading(officer, 'Besluta om uteslutning av Föreningen Kompassen');
    await officer.getByText('Det stämmer inte.').waitFor();
    await expectGoodScreen(officer);
  });
});
