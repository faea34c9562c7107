import { openCase } from '../../database/open-case';
import { sodertalje } from '../../config/municipalities/sodertalje/municipality';
import { compileReport } from '../../domain/follow-up/report';
import { newsletter as form } from '../../domain/forms/definitions/newsletter';
import { draftAbout, newsletterAnswers } from '../../domain/newsletter/newsletter';
import { newsletter } from '../../domain/processes/newsletter';
import { aFullYear } from '../domain/follow-up/respondents';
import { contactPoint } from '../support/follow-ups';
import { suiteNeeding } from '../support/suites';
import type { System } from '../support/system';
import { linkIn } from './persons/mailbox';
import { signIn } from './persons/official';
import { expectGoodScreen, expectHeading } from './screens';
import { setStage } from './stage';

const ada = 'ada@besok.example';

suiteNeeding('chromium')('the newsletter', () => {
  const stage = setStage();

  it('is subscribed to, written, sent, read and ended, each on a page of its own', async () => {
    const { system } = stage;
    const page = await stage.page();
    await page.goto(`${system.url}/sodertalje`);
    await page.getByRole('link', { name: 'Nyhetsbrevet' }).click();
    await expectHeading(page, 'Nyhetsbrevet');
    await expectGoodScreen(page);
    await page.getByRole('button', { name: 'Prenumerera' }).click();
    await page.getByRole('link', { name: /Skriv din e-postadress/ }).waitFor();
    await expectGoodScreen(page);
    await page.getByLabel('Din e-postadress').fill(ada);
    await page.getByRole('radio', { name: 'Svenska' }).check();
    await page.getByRole('button', { name: 'Prenumerera' }).click();
    await page.getByText('Vi har skickat ett mejl till adressen.').waitFor();
    await expectGoodScreen(page);

    await page.goto(linkIn(await system.mail(ada, /^Bekräfta/)));
    await expectHeading(page, 'Bekräfta prenumerationen');
    await expectGoodScreen(page);
    await page.getByRole('button', { name: 'Ja, jag vill ha nyhetsbrevet' }).click();
    await expectHeading(page, 'Prenumerationen är bekräftad');
    await expectGoodScreen(page);

    await beginNewsletter(system);
    const writer = await stage.page();
    await writer.goto(linkIn(await system.mail(contactPoint, /^Skriv nyhetsbrevet/)));
    await expectHeading(writer, 'Skriv nyhetsbrevet');
    await expectGoodScreen(writer);
    await writer.getByLabel('Ja, skicka det till alla som prenumererar').check();
    const subject = writer.getByLabel('Nyhetsbrevets rubrik');
    expect(await subject.inputValue()).toMatch(/^Så följs samverkansöverenskommelsen/);
    await subject.fill('');
    await expectGoodScreen(writer);
    await writer.getByRole('button', { name: 'Skicka svaret' }).click();
    await writer.getByRole('link', { name: /Skriv en rubrik/ }).waitFor();
    await expectGoodScreen(writer);
    await subject.fill('Rapporten är här');
    await writer.getByRole('button', { name: 'Skicka svaret' }).click();
    await expectHeading(writer, 'Svaret är skickat');
    await expectGoodScreen(writer);

    const letter = await system.mail(ada, /^Rapporten är här$/);
    await page.goto(`${system.url}/sodertalje/newsletter`);
    await page.getByRole('link', { name: 'Rapporten är här' }).click();
    await expectHeading(page, 'Rapporten är här');
    await page.getByRole('heading', { name: 'Det visar svaren' }).waitFor();
    await expectGoodScreen(page);

    const desk = await stage.page();
    await desk.goto(`${system.url}/sodertalje/desk/newsletter`);
    await signIn(desk, /administratör/i);
    await expectHeading(desk, 'Nyhetsbrev');
    await desk.getByRole('row', { name: /Svenska 1/ }).waitFor();
    await expectGoodScreen(desk);

    await page.goto(linkIn(letter));
    await expectHeading(page, 'Avsluta prenumerationen');
    await expectGoodScreen(page);
    await page.getByRole('button', { name: 'Avsluta prenumerationen' }).click();
    await expectHeading(page, 'Prenumerationen är avslutad');
    await expectGoodScreen(page);

    await desk.reload();
    await desk.getByRole('row', { name: /Svenska 0/ }).waitFor();
    await desk.getByText('Ta bort en adress').click();
    await desk.getByLabel('E-postadress').fill(ada);
    await desk.getByRole('button', { name: 'Ta bort adressen' }).click();
    await desk.getByText('Adressen prenumererar inte.').waitFor();
    await expectGoodScreen(desk);
  });
});

/** As a published report begins it. */
async function beginNewsletter({ server }: System): Promise<void> {
  const report = compileReport(aFullYear());
  const draft = (language: 'sv' | 'en') =>
    draftAbout({ report, language, agreementName: sodertalje.agreementName[language] });
  await server.database.transaction('sodertalje', (tx) =>
    openCase(
      { tx, municipality: sodertalje, at: new Date() },
      {
        ...{ process: newsletter, title: 'Nyhetsbrev efter uppföljningen 2027', form },
        ...{ answers: newsletterAnswers({ sv: draft('sv'), en: draft('en') }), details: {} },
      },
    ),
  );
  server.nudgeRelay();
}
