import type { Page } from 'playwright-core';
import { dayAfter, dueDate, noonOf, stockholmDate } from '../../domain/calendar';
import { formatDate } from '../../domain/format';
import { suiteNeeding } from '../support/suites';
import { CommitteeRoom, meetOn, meetToday, place, report } from '../support/committees';
import { comingYears } from '../support/years';
import { chooseMeeting, signIn } from './persons/official';
import { expectGoodScreen, expectHeading } from './screens';
import { setStage } from './stage';

let now = new Date();
const met = stockholmDate(now);
const nextDay = dayAfter(now, 1);
const registrar = /Rut Holm/;
const secretary = /Siv Ahl/;

/** A matter goes to two committees in the browser of each: officer, secretary, registrar. */
suiteNeeding('chromium', 'poppler')('committees', () => {
  const stage = setStage({ clock: () => now });
  const home = () => `${stage.system.url}/sodertalje`;
  let caseAddress = '';
  let matterAddress = '';

  async function desk(name: RegExp, address = `${home()}/desk`): Promise<Page> {
    const page = await stage.page();
    await page.goto(address);
    await signIn(page, name);
    return page;
  }

  /** Records in the open form that something happened, with or without a note; the page then says so. */
  async function happens(page: Page, what: string, note = ''): Promise<void> {
    const said = page.getByRole('listitem').filter({ hasText: what });
    const before = await said.count();
    await page.getByLabel(what, { exact: true }).check();
    await page.getByLabel('Vilken dag?').fill(nextDay);
    await page.getByLabel('Anteckning').fill(note);
    await page.getByRole('button', { name: 'Spara' }).click();
    await said.nth(before).waitFor();
    // The form is empty again for what comes next.
    await page.locator('input[type=radio]:checked').waitFor({ state: 'detached' });
  }

  it('get a matter from an official, each with its own proposal', async () => {
    const page = await desk(/Otto Ek/);
    await page.getByRole('link', { name: 'Skicka till nämnder' }).click();
    await expectHeading(page, 'Skicka ett ärende till nämnder');
    await page.getByRole('button', { name: 'Skicka till nämnderna' }).click();
    await page.getByRole('link', { name: 'Skriv ärendets rubrik' }).waitFor();
    await expectGoodScreen(page);
    await page.getByLabel('Ärendets rubrik').fill(report.title);
    await page.getByLabel('Sammanfattning av ärendet').fill(report.summary);
    await page.getByLabel('Beskrivning av ärendet').fill(report.matter);
    await page.getByLabel('Ekonomiska konsekvenser').fill(report.consequences);
    await page.getByLabel('Beslutsunderlag').fill(report.basis);
    await page.getByLabel('Beslutet skickas till').fill(report.recipients);
    await page.getByLabel(/^Först alla som säger/).check();
    const first = page.getByRole('group', { name: 'Nämnd 1' });
    await first.getByLabel('Kultur- och fritidsnämnden').check();
    await first.getByLabel('Säga vad den anser').check();
    await first.getByLabel('Förslag till beslut').fill('Nämnden tillstyrker förslaget.');
    await page.getByRole('button', { name: 'Lägg till en nämnd' }).click();
    const second = page.getByRole('group', { name: 'Nämnd 2' });
    await second.getByLabel('Kultur- och fritidsnämnden').check();
    await second.getByLabel('Besluta').check();
    await second.getByLabel('Förslag till beslut').fill('Fullmäktige antar överenskommelsen.');
    await page.getByRole('button', { name: 'Skicka till nämnderna' }).click();
    await page.getByRole('link', { name: 'Välj en annan. Den här står redan ovanför.' }).waitFor();
    await second.getByLabel('Kommunfullmäktige').check();
    await page.reload();
    // What was typed is still there after a slip.
    expect(await page.getByLabel('Ärendets rubrik').inputValue()).toBe(report.title);
    await page.getByRole('button', { name: 'Skicka till nämnderna' }).click();
    await page.waitForURL(/\/cases\//);
    await expectHeading(page, report.title);
    await page.getByRole('link', { name: /^KFN / }).waitFor();
    await page.getByText('0 av 2 klara').waitFor();
    await page.getByText('Inte dess tur än').waitFor();
    await expectGoodScreen(page);
    // On a telephone the whole row is there, without scrolling sideways.
    await page.setViewportSize({ width: 320, height: 900 });
    const row = page.getByRole('row', { name: /Kultur- och fritidsnämnden/ }).first();
    const awaited = await row.getByText('Inväntas').boundingBox();
    expect(awaited && awaited.x + awaited.width).toBeLessThanOrEqual(320);
    await page.setViewportSize({ width: 1280, height: 900 });
    caseAddress = page.url();
    await page.getByRole('link', { name: /^KFN / }).click();
    await page.getByRole('rowheader', { name: /^Föra in beslutet/ }).waitFor();
    matterAddress = page.url();
  });

  it('decide, and the secretary records it from the minutes', async () => {
    await meetToday(stage.system, 'KFN');
    await meetOn(stage.system, 'KFN', nextDay);
    const room = new CommitteeRoom(stage.system);
    const api = await room.as('secretary');
    const terms = [
      { name: 'Ada Ask', party: 'A', seat: 'chair', from: met, to: met },
      { name: 'Bo Björk', party: 'B', seat: 'chair', from: nextDay, to: '' },
    ];
    for (const answers of terms)
      await api.post(room.path('committees', 'KFN', 'changes'), { kind: 'addMember', answers });
    now = noonOf(nextDay);
    const page = await desk(secretary, matterAddress);
    await page.getByRole('link', { name: 'För in', exact: true }).click();
    await expectHeading(page, 'För in beslutet');
    await expectGoodScreen(page);
    const serving = page.getByRole('group', { name: 'Tjänstgörande 1' });
    // Who serves follows the meeting, as somebody else was elected in between.
    for (const [day, chair] of [
      [nextDay, 'Bo Björk'],
      [met, 'Ada Ask'],
    ] as const) {
      await chooseMeeting(page, day);
      await page.waitForFunction(
        (name) => [...document.querySelectorAll('input')].some(({ value }) => value === name),
        chair,
      );
      expect(await serving.getByLabel('Namn').inputValue()).toBe(chair);
    }
    expect(await serving.getByLabel('Ordförande', { exact: true }).isChecked()).toBe(true);
    await page.getByRole('textbox', { name: /^Paragraf/ }).fill('sjuttioett');
    await page.getByRole('button', { name: 'Lägg till ett yrkande' }).click();
    const proposal = page.getByRole('group', { name: 'Yrkande 1' });
    await proposal.getByLabel('Vem yrkade?').fill('Ada Ask (A)');
    await proposal.getByLabel('Vad?').fill('bifall till förvaltningens förslag.');
    await page.getByLabel('Tillstyrker', { exact: true }).check();
    await page.getByLabel('Beslutet skickas till').fill('Akten\nLänsstyrelsen i Stockholm');
    await page.getByLabel('Omedelbart, på sammanträdesdagen').check();
    await page.getByRole('button', { name: 'Lägg till någon som anmälde jäv' }).click();
    await page.getByRole('group', { name: 'Jävig 1' }).getByLabel('Namn').fill('ada ask');
    await page.getByRole('button', { name: 'Spara beslutet' }).click();
    await page
      .getByRole('link', { name: 'Skriv paragrafens nummer med siffror, till exempel 71' })
      .waitFor();
    await page.getByRole('link', { name: /Personen står bland de tjänstgörande/ }).waitFor();
    await expectGoodScreen(page);
    await page.getByRole('group', { name: 'Jävig 1' }).getByLabel('Namn').fill('');
    await page.getByRole('textbox', { name: /^Paragraf/ }).fill('71');
    await page.getByRole('button', { name: 'Spara beslutet' }).click();
    await expectHeading(page, report.title);
    await page.getByText('Anslag saknas').waitFor();
    await page.getByText(/^Till de här mottagarna skickas inget mejl.*: Länsstyrelsen i/).waitFor();
    await page.getByRole('rowheader', { name: /^Justering och anslag/ }).waitFor();
    await expectGoodScreen(page);
    await page.getByRole('link', { name: 'För in', exact: true }).click();
    await expectHeading(page, 'Justering och anslag');
    await page.getByLabel('Protokollet justerades den').fill(met);
    await page.getByLabel('Anslaget sattes upp den').fill(dayAfter(noonOf(met), -1));
    await page.getByRole('button', { name: 'Spara' }).click();
    await page
      .getByRole('link', { name: 'Anslaget kan inte ha satts upp före justeringen' })
      .waitFor();
    await page.getByLabel('Anslaget sattes upp den').fill(nextDay);
    await expectGoodScreen(page);
    await page.getByRole('button', { name: 'Spara' }).click();
    await page.getByText('Bereder ett beslut, kan inte överklagas').waitFor();
  });

  it('have their extract certified by the registrar', async () => {
    const page = await desk(registrar, matterAddress);
    await page.getByText('För in något som har hänt').click();
    await page.getByLabel('Utdraget bestyrktes').check();
    await page.getByLabel('Vilken dag?').fill(nextDay);
    await expectGoodScreen(page);
    await page.getByRole('button', { name: 'Spara' }).click();
    await page.getByText('Utdraget bestyrktes').first().waitFor();
    await stage.system.mail('officer@sodertalje.example', /^Bestyrkt protokollsutdrag/);
    const officer = await desk(/Otto Ek/, caseAddress);
    await officer.getByText('1 av 2 klara').waitFor();
    await officer.getByText('Tillstyrker, § 71').waitFor();
    await officer.getByText('Förslag och beslut bredvid varandra').first().click();
    await officer.getByText('Nämnden tillstyrker förslaget.').first().waitFor();
    await expectGoodScreen(officer);
  });

  it('have a notice that is taken down too early and put up again, as the secretary records', async () => {
    const page = await desk(secretary, matterAddress);
    await page.getByText('För in något som har hänt').click();
    // Only the registrar certifies, and a court that has nothing before it says nothing.
    await page.getByRole('radio').first().waitFor();
    expect(await page.getByRole('radio').count()).toBe(2);
    await page.getByRole('button', { name: 'Spara' }).click();
    await page.getByRole('link', { name: 'Välj vad som har hänt' }).waitFor();
    await expectGoodScreen(page);
    await page.getByLabel('Anslaget togs ner').check();
    await page.getByLabel('Vilken dag?').fill(dayAfter(now, 3));
    await page.getByRole('button', { name: 'Spara' }).click();
    await page.getByText('Den dagen har inte varit än. Skriv en dag som har varit.').waitFor();
    await expectGoodScreen(page);
    await page.getByLabel('Vilken dag?').fill(nextDay);
    await page.getByRole('button', { name: 'Spara' }).click();
    await page.getByText(/^Anslaget togs ner innan tiden för överklagande var ute/).waitFor();
    await expectGoodScreen(page);
    await happens(page, 'Anslaget sattes upp igen');
    await page.getByText(/^Anslaget togs ner innan/).waitFor({ state: 'detached' });
  });

  it('are appealed against, stopped, annulled and upheld by a higher court, as the registrar records', async () => {
    const page = await desk(registrar, matterAddress);
    const rests = await desk(/Otto Ek/, caseAddress);
    const warned = async (what: RegExp) => {
      await rests.reload();
      await rests.getByText(what).waitFor();
    };
    await page.getByText('För in något som har hänt').click();
    await happens(page, 'Beslutet överklagades', 'Mål 123-27 i förvaltningsrätten.');
    await page.getByText('Mål 123-27 i förvaltningsrätten.').waitFor();
    await warned(/^Ett beslut som ärendet vilar på har överklagats/);
    // Whatever somebody else records meanwhile, what is typed stays.
    const note = page.getByLabel('Anteckning');
    await note.fill('Mål 124-27 i förvaltningsrätten.');
    await page.getByText('Rätta något som är infört').click();
    const why = page.getByLabel('Hur blev det fel?');
    await why.fill('Domen gäller ett annat mål.');
    const stayed = { kind: 'stayed', day: nextDay };
    const matterId = matterAddress.split('/').at(-1) ?? '';
    expect((await new CommitteeRoom(stage.system).happen(matterId, stayed)).status).toBe(204);
    await page.getByText('Domstolen har stoppat beslutet tills vidare.').waitFor();
    expect(await note.inputValue()).toBe('Mål 124-27 i förvaltningsrätten.');
    expect(await why.inputValue()).toBe('Domen gäller ett annat mål.');
    await expectGoodScreen(page);
    await warned(/^Domstolen har stoppat ett beslut som ärendet vilar på/);
    await expectGoodScreen(rests);
    await page.getByText('Rätta något som är infört').click();
    await happens(page, 'Beslutet får gälla igen');
    await page.getByText('Domstolen har stoppat beslutet tills vidare.').waitFor({
      state: 'detached',
    });
    await warned(/^Ett beslut som ärendet vilar på har överklagats/);
    expect(await rests.getByText(/^Domstolen har stoppat/).count()).toBe(0);
    await happens(page, 'Domstolen upphävde beslutet');
    await page.getByText('Upphävt', { exact: true }).waitFor();
    await expectGoodScreen(page);
    await warned(/^Domstolen har upphävt ett beslut som ärendet vilar på/);
    await happens(page, 'Högre instans ändrade domen: beslutet gäller igen');
    await page.getByText('Laga kraft', { exact: true }).waitFor();
    await expectGoodScreen(page);
    await warned(/^En högre instans har ändrat domen/);
    await happens(page, 'Beslutet överklagades');
    await warned(/^Ett beslut som ärendet vilar på har överklagats/);
    await happens(page, 'Överklagandet avslogs, och domen har fått laga kraft');
    await warned(/^En högre instans har ändrat domen/);
    expect(await rests.getByText(/^Ett beslut som ärendet vilar på/).count()).toBe(0);
  });

  it('have something that was recorded by mistake corrected, and both stay to be read', async () => {
    const page = await desk(registrar, matterAddress);
    await page.getByText('Rätta något som är infört').click();
    await page.getByRole('button', { name: 'Rätta', exact: true }).click();
    await page.getByRole('link', { name: 'Skriv hur det blev fel' }).waitFor();
    await expectGoodScreen(page);
    await page.getByLabel(/^Överklagandet avslogs, och domen har fått laga kraft, /).check();
    await page.getByLabel('Det var en annan dag').check();
    await page.getByLabel('Vilken dag var det?').waitFor();
    await page.getByLabel('Det har inte hänt').check();
    await page.getByLabel('Hur blev det fel?').fill('Domen gäller ett annat mål.');
    await page.getByRole('button', { name: 'Rätta', exact: true }).click();
    await page.getByText('Rättat', { exact: true }).waitFor();
    await page.getByText('Domen gäller ett annat mål.').waitFor();
    await page.getByText('Överklagat', { exact: true }).waitFor();
    await expectGoodScreen(page);
    await page.getByText('Rätta något som är infört').click();
    await page.getByLabel(/^Utdraget bestyrktes, /).check();
    await page.getByLabel('Det har inte hänt').check();
    await page.getByLabel('Hur blev det fel?').fill('Fel dag.');
    await page.getByRole('button', { name: 'Rätta', exact: true }).click();
    await page.getByText('Av det går bara dagen att rätta, för annat vilar på det.').waitFor();
    await expectGoodScreen(page);
  });

  it('have a calendar that the secretary keeps', async () => {
    const page = await desk(secretary);
    await page.getByRole('link', { name: 'Nämnder', exact: true }).click();
    await expectHeading(page, 'Nämnder');
    await expectGoodScreen(page);
    await page.getByRole('link', { name: 'Järna kommundelsnämnd' }).click();
    await expectHeading(page, 'Järna kommundelsnämnd');
    await page.getByText('Lägg till ett sammanträde').click();
    const day = page.getByLabel('Vilken dag?');
    await day.click();
    await day.fill(`${comingYears[0]}-01-06`);
    await page.getByRole('button', { name: 'Lägg till', exact: true }).click();
    await page.getByRole('link', { name: /^Välj en arbetsdag/ }).waitFor();
    await expectGoodScreen(page);
    // No body of the configuration meets in July.
    const workday = dueDate(noonOf(`${comingYears[0]}-07-06`), { days: 0 });
    await day.fill(workday);
    await page.getByRole('button', { name: 'Lägg till', exact: true }).click();
    await page.getByRole('rowheader', { name: formatDate(workday, 'sv') }).waitFor();
    await page.getByText('Lägg till en ledamot eller ersättare').click();
    // Once one can write in it, it has opened for good.
    await page.getByLabel('Namn').click();
    await page.getByLabel('Namn').fill('Ada Ask');
    await page.getByLabel('Ordförande', { exact: true }).check();
    await page.getByLabel('Från och med').fill(met);
    await page.getByRole('button', { name: 'Lägg till', exact: true }).click();
    await page.getByRole('rowheader', { name: 'Ada Ask' }).waitFor();
    await expectGoodScreen(page);
  });

  it('have a wrong name and a wrong member put right, and it says so', async () => {
    const page = await desk(secretary, `${home()}/desk/committees/VM`);
    await expectHeading(page, 'Vårdinge-Mölnbo kommundelsnämnd');
    await page.getByText('Byt namn').click();
    await page.getByLabel('Från och med').click();
    await page.getByLabel('Från och med').fill(met);
    await page.getByLabel('Namn på svenska').fill('Mölnbo nämd');
    await page.getByLabel('Namn på engelska').fill('Mölnbo Committee');
    await page.getByRole('button', { name: 'Byt namn' }).click();
    await expectHeading(page, 'Mölnbo nämd');
    await page.getByText('Rätta ett namn').click();
    await page.getByLabel('Namnet eller dagen är en annan').click();
    const name = page.getByLabel('Namn på svenska');
    expect(await name.inputValue()).toBe('Mölnbo nämd');
    await page.getByRole('button', { name: 'Rätta', exact: true }).click();
    await page.getByRole('link', { name: 'Skriv hur det blev fel' }).waitFor();
    await expectGoodScreen(page);
    await name.fill('Mölnbo nämnd');
    await page.getByLabel('Hur blev det fel?').fill('En bokstav föll bort.');
    await page.getByRole('button', { name: 'Rätta', exact: true }).click();
    await expectHeading(page, 'Mölnbo nämnd');
    await page.getByText(/^Namnet Mölnbo nämd från .* är rättat till Mölnbo nämnd/).waitFor();
    await page.getByText(/^Rättat .* av Siv Ahl$/).waitFor();
    await page.getByText('Lägg till en ledamot eller ersättare').click();
    await page.getByLabel('Namn').click();
    await page.getByLabel('Namn').fill('Ada Ask');
    await page.getByLabel('Ordförande', { exact: true }).check();
    await page.getByLabel('Från och med').fill(met);
    await page.getByRole('button', { name: 'Lägg till', exact: true }).click();
    await page.getByRole('rowheader', { name: 'Ada Ask' }).waitFor();
    await page.getByText('Rätta en uppgift om en ledamot').click();
    await page.getByLabel('Uppgifterna är andra').click();
    await page.getByLabel('Järna kommundelsnämnd').waitFor();
    await expectGoodScreen(page);
    await page.getByLabel('Uppdraget har aldrig funnits').check();
    await page.getByLabel('Hur blev det fel?').fill('Valet gällde en annan person.');
    await page.getByRole('button', { name: 'Rätta', exact: true }).click();
    await page.getByText('En ledamot som var införd av misstag är borttagen').waitFor();
    expect(await page.getByText('Ada Ask').count()).toBe(0);
    await expectGoodScreen(page);
  });

  it('see a new version of the report, and a wrong record corrected', async () => {
    const room = new CommitteeRoom(stage.system);
    const { caseId } = await room.send({ order: 'atOnce', bodies: [place('DB'), place('EN')] });
    const matter = await room.matterOf(caseId, 'DB');
    await room.asked(matter.caseId, 'decide');
    await meetToday(stage.system, 'DB');
    await room.decide(matter.caseId, { paragraph: '17', adjustment: 'immediate' });
    const officer = await desk(/Otto Ek/, `${home()}/desk/cases/${caseId}`);
    await officer.getByRole('link', { name: 'Ny version av tjänsteskrivelsen' }).click();
    await expectHeading(officer, 'Ny version av tjänsteskrivelsen');
    expect(await officer.getByLabel('Ärendets rubrik').inputValue()).toBe(report.title);
    await officer.getByRole('button', { name: 'Skicka den nya versionen' }).click();
    await officer.getByRole('link', { name: 'Skriv varför tjänsteskrivelsen ändras' }).waitFor();
    await expectGoodScreen(officer);
    await officer.getByLabel('Varför ändras den?').fill('Summan var fel.');
    await officer.getByRole('button', { name: 'Skicka den nya versionen' }).click();
    await officer.getByText('Gäller en äldre version av tjänsteskrivelsen').waitFor();
    await expectGoodScreen(officer);
    const colleague = await desk(registrar, `${home()}/desk/cases/${matter.caseId}`);
    await colleague.getByText('För in något som har hänt').click();
    await colleague.getByLabel('Utdraget bestyrktes').check();
    const note = colleague.getByLabel('Anteckning');
    await note.fill('Begärt av revisionen.');
    await colleague.getByLabel('Vilken dag?').fill(met);
    const page = await desk(secretary, `${home()}/desk/cases/${matter.caseId}`);
    await page.getByRole('link', { name: 'Rätta uppgifterna om beslutet' }).click();
    await expectHeading(page, 'Rätta uppgifterna om beslutet');
    const paragraph = page.getByRole('textbox', { name: /^Paragraf/ });
    expect(await paragraph.inputValue()).toBe('17');
    await expectGoodScreen(page);
    await paragraph.fill('18');
    await page.getByRole('button', { name: 'Spara beslutet' }).click();
    await page.getByText('Rättat av en senare uppgift').waitFor();
    await expectGoodScreen(page);
    // Nothing is left to record of the old one: what the registrar was writing stays, and they read why.
    await colleague.getByText('Rättat av en senare uppgift').waitFor();
    expect(await note.inputValue()).toBe('Begärt av revisionen.');
    await colleague.getByRole('button', { name: 'Spara' }).click();
    await colleague.getByText(/^Det kan inte föras in nu, för något annat har hänt/).waitFor();
    expect(await note.inputValue()).toBe('Begärt av revisionen.');
    await expectGoodScreen(colleague);
  });

  it('hand over what they have when they are merged', async () => {
    const room = new CommitteeRoom(stage.system);
    const { caseId } = await room.send({ order: 'atOnce', bodies: [place('HM')] });
    await room.matterOf(caseId, 'HM');
    const page = await desk(secretary, `${home()}/desk/committees/HM`);
    await page.getByText('Avsluta eller slå ihop').click();
    await page.getByLabel('Från vilken dag finns den inte längre?').click();
    await page.getByLabel('Från vilken dag finns den inte längre?').fill(met);
    await page.getByLabel('Järna kommundelsnämnd').check();
    await page.getByRole('button', { name: 'Avsluta', exact: true }).click();
    await page.getByText('Ärendena gick till Järna kommundelsnämnd').waitFor();
    await expectGoodScreen(page);
    expect((await room.read(caseId)).circulations[0]?.places[0]?.committee).toBe('JÄ');
    // It was said of the wrong one: the committee is still there, and has back what it had.
    await page.getByText('Rätta att nämnden har upphört').click();
    await page.getByLabel('Dagen eller den som tar över är en annan').click();
    expect(await page.getByLabel('Järna kommundelsnämnd').isChecked()).toBe(true);
    await expectGoodScreen(page);
    await page.getByLabel('Nämnden finns kvar').check();
    await page.getByLabel('Hur blev det fel?').fill('Beslutet gällde en annan nämnd.');
    await page.getByRole('button', { name: 'Rätta', exact: true }).click();
    await page.getByText(/^Att nämnden upphörde .* är struket: den finns kvar/).waitFor();
    await page.getByText('Gick till Hölö-Mörkö kommundelsnämnd:').waitFor();
    await page.getByText('Avsluta eller slå ihop').waitFor();
    await expectGoodScreen(page);
    expect((await room.read(caseId)).circulations[0]?.places[0]?.committee).toBe('HM');
  });
});
