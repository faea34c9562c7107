import { stockholmDate } from '../../domain/calendar';
import { suiteNeeding } from '../support/suites';
import { signIn } from './persons/official';
import { expectGoodScreen, expectHeading } from './screens';
import { setStage } from './stage';

/** An officer asks for more; a controller answers from the budget process's list. */
suiteNeeding('chromium')('raised appropriations at the desk', () => {
  const stage = setStage();

  it('are requested, listed and answered', async () => {
    const desk = `${stage.system.url}/sodertalje/desk`;
    const officer = await stage.page();
    await officer.goto(`${desk}/ledger`);
    await signIn(officer, /Otto Ek/);
    await officer.getByRole('link', { name: 'Begäran om höjt nämndbidrag' }).click();
    await expectHeading(officer, 'Begäran om höjt nämndbidrag');
    await officer.getByText('Ingen har begärt något höjt nämndbidrag.').waitFor();
    await expectGoodScreen(officer);
    await officer.getByRole('link', { name: 'Begär ett höjt nämndbidrag' }).click();
    await expectHeading(officer, 'Begär ett höjt nämndbidrag');
    await officer.getByLabel('Ärendets rubrik').fill('Höjt bidrag för samverkan');
    await officer.getByLabel('Kultur- och fritidsnämnden').check();
    await officer.getByLabel('Varför behövs mer pengar?').fill('En samordnare.');
    await officer.getByLabel('Vad händer om bidraget inte höjs?').fill('Ingen följer upp.');
    await officer.getByLabel(/^Vad raden gäller/).fill('Samordnare');
    const amounts = officer.locator('input[inputmode="numeric"][name*="amounts"]');
    for (let i = 0; i < 3; i += 1) await amounts.nth(i).fill('250 000');
    await officer.getByRole('button', { name: 'Skicka begäran' }).click();
    await officer.waitForURL(/\/cases\//);
    await officer.getByRole('rowheader', { name: /^Svara på en begäran/ }).waitFor();

    const controller = await stage.page();
    await controller.goto(`${desk}/appropriations`);
    await signIn(controller, /Clara Dal/);
    await expectHeading(controller, 'Begäran om höjt nämndbidrag');
    await expectGoodScreen(controller);
    await controller.getByRole('link', { name: /^Svara på KS / }).click();
    await expectHeading(controller, 'Svara på en begäran om höjt nämndbidrag');
    await controller.getByLabel('Bidraget höjs', { exact: true }).check();
    const granted = controller.getByRole('group', { name: 'Samordnare' }).getByRole('textbox');
    // What was asked for stands there as people write it, and is sent as it stands.
    expect(await granted.last().inputValue()).toBe('250 000');
    await granted.first().fill('200 000');
    await controller.getByRole('button', { name: 'Skicka svaret' }).click();
    await controller.getByRole('link', { name: 'Skriv skälen för svaret' }).waitFor();
    await expectGoodScreen(controller);
    await controller.getByLabel('Ja, den är med').check();
    await controller.getByLabel('Beslutet som svaret vilar på').fill('KF 2026-11-23 § 210');
    await controller.getByLabel('Vilken dag fattades beslutet?').fill(stockholmDate(new Date()));
    await controller.getByLabel(/^Skäl/).fill('Samordnaren behövs.');
    await controller.getByRole('button', { name: 'Skicka svaret' }).click();
    await expectHeading(controller, 'Höjt bidrag för samverkan');
    await controller.getByRole('link', { name: 'Rätta svaret' }).click();
    await expectHeading(controller, 'Rätta svaret');
    await controller.getByLabel(/^Skäl/).fill('Samordnaren behövs, på halvtid.');
    await controller.getByRole('button', { name: 'Rätta', exact: true }).click();
    await controller.getByRole('link', { name: 'Skriv hur det blev fel' }).waitFor();
    await expectGoodScreen(controller);
    await controller.getByLabel('Hur blev det fel?').fill('Fel omfattning.');
    await controller.getByRole('button', { name: 'Rätta', exact: true }).click();
    await controller.getByText('Rättat: Fel omfattning.').waitFor();
    await expectGoodScreen(controller);
    await controller.goto(`${desk}/appropriations`);
    await controller.getByText('Höjs', { exact: true }).waitFor();
    await expectGoodScreen(controller);
  });
});
