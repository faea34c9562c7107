import { stockholmDate } from '../../domain/calendar';
import {
  contactPerson,
  FirstAgreements,
  harbour,
  lyktan,
  surveyAnswers,
} from '../support/first-agreements';
import { suiteNeeding } from '../support/suites';
import { signIn } from './persons/official';
import { expectGoodScreen, expectHeading } from './screens';
import { setStage } from './stage';

const dayMs = 24 * 3600 * 1000;
const today = stockholmDate(new Date());
const inTenDays = stockholmDate(new Date(Date.now() + 10 * dayMs));

suiteNeeding('chromium', 'poppler')('the way to a first agreement in the browser', () => {
  const stage = setStage();

  it('is begun at the desk, goes on by mailed links, and everybody can follow it and answer', async () => {
    const { system } = stage;
    const first = new FirstAgreements(system);
    const desk = await stage.page();
    await desk.goto(`${system.url}/ekero/desk/forums`);
    await signIn(desk, /Otto Ek/, 'ekero');
    await desk.getByRole('link', { name: 'Påbörja en första överenskommelse' }).click();
    await expectHeading(desk, 'Påbörja en första överenskommelse');
    await desk.getByRole('button', { name: 'Påbörja arbetet' }).click();
    await desk.getByRole('link', { name: 'Skriv vem som har gett uppdraget' }).waitFor();
    await expectGoodScreen(desk);
    await desk.getByLabel(/^Vad ska arbetet kallas/).fill('Samverkan i Ekerö');
    await desk.getByLabel(/^Vem har gett uppdraget/).fill('Kommunstyrelsen');
    await desk.getByLabel(/^Beslutsdag/).fill(today);
    await desk.getByLabel(/^Paragraf/).fill('§ 23');
    await desk.getByLabel(/^Vad går uppdraget ut på/).fill('Ta fram en överenskommelse.');
    const contact = desk.getByRole('textbox', { name: 'E-postadress' }).first();
    await desk.getByRole('textbox', { name: 'Namn' }).first().fill('Kim Kontakt');
    await contact.fill(contactPerson);
    await desk.getByRole('textbox', { name: 'Namn' }).nth(1).fill('Lyktan');
    await desk.getByRole('textbox', { name: 'E-postadress' }).nth(1).fill(lyktan);
    await desk.getByLabel('Svenska').check();
    await desk.getByRole('button', { name: 'Påbörja arbetet' }).click();
    await expectHeading(desk, 'Samverkan i Ekerö');
    await desk.getByText('Vägen till den första överenskommelsen').waitFor();
    await desk.getByText('Inget möte är upplagt än.').waitFor();
    await expectGoodScreen(desk);
    const caseId = desk.url().split('/').at(-1)!;

    await desk.getByRole('link', { name: 'Bjud in till ett möte eller en workshop' }).click();
    await expectHeading(desk, 'Bjud in till ett dialogforum');
    await desk.getByLabel('Dialogmöte för Samverkan i Ekerö').check();
    await desk.getByLabel('Vad handlar forumet om?').fill('Vad vill vi tillsammans?');
    await desk.getByLabel(/^Dag/).fill(inTenDays);
    await desk.getByLabel('Börjar klockan').fill('18:00');
    await desk.getByLabel('Slutar klockan').fill('20:00');
    await desk.getByLabel('Plats').fill('Kulturhuset');
    await desk.getByLabel('Det går inte att anmäla sig, det är bara att komma').check();
    await desk.getByLabel('Program').fill('18.00 Vi talas vid');
    await expectGoodScreen(desk);
    await desk.getByRole('button', { name: 'Skicka inbjudan' }).click();
    await expectHeading(desk, 'Vad vill vi tillsammans?');
    await system.mail(lyktan, /^Välkommen till dialogmöte/);

    // The list says what a forum waits for, and the way to begin another is gone.
    await desk.goto(`${system.url}/ekero/desk`);
    await desk.getByRole('row', { name: /Vad vill vi.*Inbjudan är skickad ?Hålls/ }).waitFor();
    await expectGoodScreen(desk);
    await desk.goto(`${system.url}/ekero/desk/forums`);
    await desk.getByRole('link', { name: 'Vad vill vi tillsammans?' }).waitFor();
    const begin = desk.getByRole('link', { name: 'Påbörja en första överenskommelse' });
    expect(await begin.count()).toBe(0);
    await desk.goto(`${system.url}/ekero/desk/begin/first-agreement`);
    await desk.getByText(/^Arbetet med en första överenskommelse pågår redan/).waitFor();
    await expectGoodScreen(desk);

    // Somebody is thought of later.
    await desk.goto(`${system.url}/ekero/desk/cases/${caseId}`);
    const more = desk.getByRole('group').filter({ hasText: 'Bjud in en organisation till' });
    await more.getByText('Bjud in en organisation till').click();
    await more.getByRole('button', { name: 'Bjud in organisationen' }).click();
    await more.getByRole('link', { name: 'Välj vilket språk mejlen ska ha' }).waitFor();
    await expectGoodScreen(desk);
    await more.getByLabel('Organisationens namn').fill('Hamnen');
    // Whatever happens in the case meanwhile, what is typed stays.
    const byPost = { email: '', postal: 'Box 7, 178 00 Ekerö' };
    expect((await first.inviteOneMore(caseId, byPost)).status).toBe(204);
    await desk.getByRole('row', { name: /^Ännu en förening Box 7/ }).waitFor();
    expect(await more.getByLabel('Organisationens namn').inputValue()).toBe('Hamnen');
    await more.getByLabel('E-postadress').fill(lyktan);
    await more.getByLabel('Svenska').check();
    await more.getByLabel(/^Varför/).fill('De hörde av sig.');
    await more.getByRole('button', { name: 'Bjud in organisationen' }).click();
    await more.getByText(/^Adressen är redan inbjuden/).waitFor();
    await more.getByLabel('E-postadress').fill(harbour);
    await more.getByRole('button', { name: 'Bjud in organisationen' }).click();
    await desk.getByRole('row', { name: /^Hamnen harbour/ }).waitFor();
    await desk.getByText('En organisation till bjöds in').first().waitFor();
    await system.mail(harbour, /^Välkommen till dialogmöte/);

    // The contact person takes it further by the links of mails.
    const open = await system.mail(contactPerson, /^Öppna enkäten/);
    const person = await stage.page();
    const [, link = ''] = /(http\S+#\S+)/.exec(open.text) ?? [];
    await person.goto(link);
    await expectHeading(person, 'Är mötena klara? Öppna enkäten');
    await expectGoodScreen(person);
    await person.getByLabel(/^Sista dag att svara på enkäten/).fill(inTenDays);
    await person.getByRole('button', { name: 'Avsluta mötena och öppna enkäten' }).click();
    await person.getByText('Enkäten öppnas').waitFor();
    const survey = await system.mail(lyktan, /^Svara senast/);

    const visitor = await stage.page();
    await visitor.goto(`${system.url}/ekero`);
    await visitor.getByRole('link', { name: 'Samverkan i Ekerö' }).waitFor();
    await expectGoodScreen(visitor);
    await visitor.getByRole('link', { name: 'Samverkan i Ekerö' }).click();
    await expectHeading(visitor, /Samverkan i Ekerö/);
    await visitor.getByText('Enkäten är öppen till och med').waitFor();
    await visitor.getByRole('link', { name: 'Vad vill vi tillsammans?' }).waitFor();
    await expectGoodScreen(visitor);
    await visitor.getByText('Svara på enkäten').click();
    await visitor.getByRole('button', { name: 'Skicka svaren' }).click();
    await visitor.getByRole('link', { name: 'Skriv vilka behov ni har' }).waitFor();
    await expectGoodScreen(visitor);
    await visitor.getByLabel(/^Vilka behov har ni/).fill('Busshållplatser.');
    await visitor.getByLabel(/^Vad väntar ni er/).fill('Tidiga svar.');
    await visitor.getByLabel(/^Vad bygger en god/).fill('Att lyssna.');
    await visitor.getByLabel(/^Vilken organisation/).fill('Byalaget');
    await visitor.getByRole('button', { name: 'Skicka svaren' }).click();
    await visitor.getByText('Tack, svaret är skickat.').waitFor();
    await expectGoodScreen(visitor);

    await first.answer(survey, surveyAnswers());
    await system.server.database.transaction('ekero', (tx) =>
      tx
        .updateTable('collection')
        .set({ closed_at: new Date() })
        .where('case_id', '=', caseId)
        .execute(),
    );
    await visitor.reload();
    await visitor.getByText('Vilka behov har ni? (2)').click();
    await visitor.getByText('Busshållplatser.').waitFor();
    await expectGoodScreen(visitor);
    await desk.goto(`${system.url}/ekero/desk/cases/${caseId}`);
    await desk.getByText('1 av 3 inbjudna har svarat. Svar på den öppna sidan: 1.').waitFor();
    await expectGoodScreen(desk);
  });
});
