import { stockholmDate } from '../../domain/calendar';
import { Forums } from '../support/forums';
import { suiteNeeding } from '../support/suites';
import { aPdf } from '../support/uploads';
import { signIn } from './persons/official';
import { expectGoodScreen, expectHeading } from './screens';
import { setStage } from './stage';

const dayMs = 24 * 3600 * 1000;
const today = stockholmDate(new Date());
const inTenDays = stockholmDate(new Date(Date.now() + 10 * dayMs));

suiteNeeding('chromium', 'poppler')('dialogue forums in the browser', () => {
  const stage = setStage();

  it('are announced at the desk, read and registered for by a visitor, and changed', async () => {
    const { system } = stage;
    const desk = await stage.page();
    await desk.goto(`${system.url}/sodertalje/desk`);
    await signIn(desk, /Otto Ek/);
    await desk.getByRole('link', { name: 'Dialogforum' }).click();
    await expectHeading(desk, 'Dialogforum');
    await expectGoodScreen(desk);
    await desk.getByRole('link', { name: 'Bjud in till ett dialogforum' }).click();
    await expectHeading(desk, 'Bjud in till ett dialogforum');
    await desk.getByRole('button', { name: 'Skicka inbjudan' }).click();
    await desk.getByRole('link', { name: 'Skriv vad forumet handlar om' }).waitFor();
    await expectGoodScreen(desk);
    await desk.getByLabel('Vad handlar forumet om?').fill('Unga och föreningslivet');
    await desk.getByLabel(/^Dag/).fill(inTenDays);
    await desk.getByLabel('Börjar klockan').fill('18:00');
    await desk.getByLabel('Slutar klockan').fill('17:00');
    await desk.getByLabel('Plats').fill('Stadshuset');
    await desk.getByLabel('Program').fill('18.00 Samtal\n19.30 Vad gör vi nu?');
    await desk.getByLabel('Vem leder samtalet?').fill('Samtalsbyrån');
    await desk.getByLabel('Kostnad för den som leder').fill('20 000');
    await desk.getByRole('button', { name: 'Skicka inbjudan' }).click();
    // Nothing typed is lost by what the server finds.
    await desk.getByRole('link', { name: 'Forumet måste sluta efter' }).waitFor();
    await desk.getByLabel('Slutar klockan').fill('20:00');
    await desk.getByRole('button', { name: 'Skicka inbjudan' }).click();
    await expectHeading(desk, 'Unga och föreningslivet');
    await desk.getByText('Inbjudan gick ut').first().waitFor();
    await expectGoodScreen(desk);

    const visitor = await stage.page();
    await visitor.goto(`${system.url}/sodertalje`);
    await visitor.getByRole('link', { name: 'Dialogforum' }).click();
    await expectHeading(visitor, 'Dialogforum');
    await expectGoodScreen(visitor);
    await visitor.getByRole('link', { name: 'Unga och föreningslivet' }).click();
    await expectHeading(visitor, 'Unga och föreningslivet');
    await expectGoodScreen(visitor);
    await visitor.getByText('Anmäl dig om du vill').click();
    await visitor.getByRole('button', { name: 'Anmäl mig' }).click();
    await visitor.getByRole('link', { name: 'Skriv ditt namn' }).waitFor();
    await expectGoodScreen(visitor);
    await visitor.getByLabel('Ditt namn').fill('Ada Ask');
    await visitor.getByLabel('Din e-postadress').fill('ada@besok.example');
    await visitor.getByLabel('Vilket språk').fill('Teckenspråk');
    await visitor.getByLabel('Behöver du något').fill('Hörslinga');
    await visitor.getByRole('button', { name: 'Anmäl mig' }).click();
    await visitor.getByText('Du är anmäld.').waitFor();
    await expectGoodScreen(visitor);
    const mail = await system.mail('ada@besok.example', /^Du är anmäld till dialogforum/);
    expect(mail.attachments.map(({ filename }) => filename)).toEqual(['forum.ics']);

    await desk.reload();
    await desk.getByRole('cell', { name: 'Hörslinga' }).waitFor();
    await expectGoodScreen(desk);
    await desk.getByRole('link', { name: 'Ändra forumet' }).click();
    await expectHeading(desk, 'Ändra forumet');
    expect(await desk.getByLabel('Plats').inputValue()).toBe('Stadshuset');
    await desk.getByLabel('Plats').fill('Kulturhuset');
    await desk.getByRole('button', { name: 'Skicka inbjudan' }).click();
    await system.mail('ada@besok.example', /^Ändrat: dialogforum/);
    await visitor.reload();
    await visitor.getByText('Kulturhuset').waitFor();
  });

  it('are written down afterwards, with who signed there', async () => {
    const { system } = stage;
    const forums = new Forums(system);
    // Over already: somebody sets it up after it was held.
    const caseId = await forums.announce({ day: today, begins: '00:00', ends: '00:01' });
    await system.mail('officer@sodertalje.example', /^Skriv anteckningar/);
    const desk = await stage.page();
    await desk.goto(`${system.url}/sodertalje/desk/cases/${caseId}/signed`);
    await signIn(desk, /Otto Ek/);
    await expectHeading(desk, 'För in en organisation som skrev under på forumet');
    await expectGoodScreen(desk);
    await desk.getByRole('textbox', { name: 'Organisationens namn' }).fill('Kvarnens vänner');
    await desk.getByLabel('Ideell förening').check();
    await desk
      .getByRole('group', { name: /Har organisationen ett/ })
      .getByLabel('Nej')
      .check();
    await desk.getByLabel('Varför har organisationen inget nummer?').fill('Nybildad.');
    await desk.getByRole('checkbox', { name: 'Kultur' }).check();
    await desk.getByRole('textbox', { name: /^Samverkansansvarigs namn/ }).fill('Karin Kvarn');
    await desk
      .getByRole('textbox', { name: /^Samverkansansvarigs e-post/ })
      .fill('karin@kvarnen.example');
    await desk.getByLabel('Nej, bara organisationens namn').check();
    await desk.getByRole('textbox', { name: /^Namn/ }).fill('Karin Kvarn');
    await desk.getByRole('textbox', { name: /^E-postadress/ }).fill('karin@kvarnen.example');
    await desk.getByRole('radio', { name: 'Ordförande', exact: true }).check();
    await desk
      .getByRole('group', { name: /Skrev personen/ })
      .getByLabel('Ja')
      .check();
    await desk.getByLabel('En av dem räcker').check();
    await desk.getByLabel('Jag såg personen skriva under').check();
    await desk
      .locator('input[type=file]')
      .setInputFiles({ name: 'underskrift.pdf', mimeType: 'application/pdf', buffer: aPdf() });
    await desk.getByRole('button', { name: 'Ta bort underskrift.pdf' }).waitFor();
    await expectGoodScreen(desk);
    await desk.getByRole('button', { name: 'För in organisationen' }).click();
    await expectHeading(desk, 'Kvarnens vänner');
    await system.mail('karin@kvarnen.example', /^Vi har tagit emot underskriften/);

    await desk.goto(`${system.url}/sodertalje/desk/cases/${caseId}`);
    await expectHeading(desk, 'Unga och föreningslivet');
    await desk.getByText('Kvarnens vänner').waitFor();
    await desk.getByRole('link', { name: 'För in', exact: true }).click();
    await expectHeading(desk, 'Anteckningar från dialogforumet');
    await desk.getByRole('button', { name: 'Skicka anteckningarna till alla' }).click();
    await desk.getByRole('link', { name: 'Skriv vad som sades på forumet' }).waitFor();
    await expectGoodScreen(desk);
    await desk.getByLabel('Hur många deltog?').fill('32');
    await desk.getByLabel(/^Vad sades\?/).fill('Unga vill ha öppna lokaler.');
    await desk.getByRole('button', { name: 'Lägg till något som bestämdes' }).click();
    await desk.getByLabel('Vad ska göras?').fill('Se över lokalerna');
    await desk.getByLabel('Vem gör det, och när?').fill('Kultur och fritid, i maj');
    await desk
      .locator('input[type=file]')
      .setInputFiles({ name: 'bilder.pdf', mimeType: 'application/pdf', buffer: aPdf() });
    await desk.getByRole('button', { name: 'Ta bort bilder.pdf' }).waitFor();
    await expectGoodScreen(desk);
    await desk.getByRole('button', { name: 'Skicka anteckningarna till alla' }).click();
    await expectHeading(desk, 'Unga och föreningslivet');
    await forums.until(caseId, 'completed');

    const visitor = await stage.page();
    await visitor.goto(`${system.url}/sodertalje/forums/${caseId}`);
    await visitor.getByText('Unga vill ha öppna lokaler.').waitFor();
    await visitor.getByRole('link', { name: 'bilder.pdf' }).waitFor();
    await expectGoodScreen(visitor);
  });
});
