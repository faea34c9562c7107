import { collectionsOf, moveCollection } from '../../database/repositories/collection.repository';
import { addToOutbox } from '../../database/repositories/outbox.repository';
import { dayAfter } from '../../domain/calendar';
import { FollowUps, groupMembers } from '../support/follow-ups';
import { suiteNeeding } from '../support/suites';
import { aPdf } from '../support/uploads';
import { linkIn } from './persons/mailbox';
import { signIn } from './persons/official';
import { expectGoodScreen, expectHeading } from './screens';
import { setStage } from './stage';
import { minutesFor, wordsIn, wordsOn } from './volunteer-minutes';

suiteNeeding('chromium')('the yearly follow-up', () => {
  const stage = setStage();
  let years: FollowUps;
  let email: string;
  /** Before any that the wheel has laid out. */
  const [earliest, before, again, now, last] = [2021, 2022, 2023, 2024, 2025];

  beforeAll(async () => {
    years = new FollowUps(stage.system, () => new Date());
    email = await years.addParty('Lyktan');
  });

  it('is answered by a coordinator who has only the mail', async () => {
    const caseId = await years.openToday(before);
    const page = await stage.page();
    await page.goto(linkIn(await years.asked(email, caseId)));
    await expectHeading(page, 'Hur fungerar samverkan? Svara för Lyktan');
    expect(await page.getByText(/^Ert svar/).count()).toBe(0);
    for (const scale of await page.getByRole('group', { name: /^Hur väl/ }).all()) {
      await scale.getByLabel('4', { exact: true }).check();
    }
    await expectGoodScreen(page);
    await page.getByRole('button', { name: 'Skicka svaren' }).click();
    await expectHeading(page, 'Svaret är skickat');
    await expectGoodScreen(page);
  });

  it('takes a volunteer ten minutes, from the mail to the receipt, with three comments', async () => {
    const caseId = await years.openToday(again);
    const mail = await years.asked(email, caseId);
    const page = await stage.page();
    await page.goto(linkIn(mail));
    await expectHeading(page, 'Hur fungerar samverkan? Svara för Lyktan');
    await page
      .getByRole('group', { name: /^Hur väl/ })
      .first()
      .waitFor();
    const words = wordsIn(mail.text) + (await wordsOn(page));
    const effort = { words, choices: 0, comments: 0, typed: 0 };
    for (const scale of await page.getByRole('group', { name: /^Hur väl/ }).all()) {
      await scale.getByLabel('4', { exact: true }).check();
      effort.choices += 1;
    }
    const comment =
      'Vi träffas för sällan, men mötena är bra och någon svarar alltid när vi ringer.';
    for (const field of (await page.getByRole('textbox', { name: /kommentar/i }).all()).slice(
      0,
      3,
    )) {
      await field.fill(comment);
      effort.comments += 1;
      effort.typed += comment.length;
    }
    await page.getByRole('button', { name: 'Skicka svaren' }).click();
    await expectHeading(page, 'Svaret är skickat');
    expect(effort).toMatchObject({ choices: 14, comments: 3 });
    expect(minutesFor(effort)).toBeLessThan(10);
  });

  it('shows what was answered the year before, to be kept', async () => {
    const caseId = await years.openToday(now);
    const page = await stage.page();
    const mail = await years.asked(email, caseId);
    // The year that the answers are of, whenever they were sent.
    expect((await years.read(mail)).previous?.year).toBe(again);
    await page.goto(linkIn(mail));
    await expectHeading(page, 'Hur fungerar samverkan? Svara för Lyktan');
    const keep = page.getByRole('button', { name: /^Behåll/ });
    await keep.first().waitFor();
    await expectGoodScreen(page);
    while ((await keep.count()) > 0) await keep.first().click();
    await page.getByRole('button', { name: 'Skicka svaren' }).click();
    await expectHeading(page, 'Svaret är skickat');
  });

  it('is answered by an office, and its report reviewed by a group member, each with only a mail', async () => {
    const caseId = await years.openToday(last);
    const page = await stage.page();
    await page.goto(linkIn(await years.asked('kultur-fritid@sodertalje.example', caseId)));
    await expectHeading(page, /Hur fungerar samverkan\?/);
    for (const scale of await page.getByRole('group', { name: /^Hur väl/ }).all()) {
      await scale.getByLabel('5 – Helt och hållet').check();
    }
    await expectGoodScreen(page);
    await page.getByRole('button', { name: 'Skicka svaren' }).click();
    await expectHeading(page, 'Svaret är skickat');

    await close(caseId);
    await years.comment(caseId, 'Dialogen fungerar.');
    const [member = ''] = groupMembers;
    await page.goto(linkIn(await years.latest(member, /Granska rapporten/, caseId)));
    await expectHeading(page, /rapport/);
    await expectGoodScreen(page);
    await page.getByRole('button', { name: 'Skicka svaret' }).click();
    await page.getByRole('link', { name: 'Välj om rapporten kan gå vidare' }).waitFor();
    await expectGoodScreen(page);
    await page.getByLabel('Ja, den kan gå vidare').check();
    await page.getByRole('button', { name: 'Skicka svaret' }).click();
    await expectHeading(page, 'Svaret är skickat');
  });

  it('is entered at the desk for a party that has answered on paper, and found among all', async () => {
    await years.addPartyByPost('Penseln', 'Gatan 1\n151 00 Södertälje');
    const caseId = await years.openToday(earliest);
    await years.asked(email, caseId);
    const page = await stage.page();
    await page.goto(`${stage.system.url}/sodertalje/desk`);
    await signIn(page, /Rut Holm/);
    await page.goto(`${stage.system.url}/sodertalje/desk/cases/${caseId}`);
    await page.getByLabel('Sök bland de tillfrågade').fill('pensel');
    await page.getByRole('row', { name: /Penseln.*får brev på papper/ }).waitFor();
    await page.getByRole('link', { name: 'Svaret kom på papper' }).click();
    await expectHeading(page, 'För in svaret på papper');
    await page.getByText('Penseln').first().waitFor();
    await page.getByRole('button', { name: 'För in svaret' }).click();
    await page
      .getByRole('link', { name: /^Välj en siffra/ })
      .first()
      .waitFor();
    await expectGoodScreen(page);
    for (const scale of await page.getByRole('group', { name: /^Hur väl/ }).all()) {
      await scale.getByLabel('4', { exact: true }).check();
    }
    const scan = { name: 'svar.pdf', mimeType: 'application/pdf', buffer: aPdf() };
    await page.getByLabel('Det inskannade svaret').setInputFiles(scan);
    await page.getByRole('button', { name: 'För in svaret' }).click();
    await page.getByRole('link', { name: 'Penseln, svar.pdf' }).waitFor();
    await page.getByLabel('Sök bland de tillfrågade').fill('pensel');
    await page.getByRole('row', { name: /Penseln.*Svaret kom på papper/ }).waitFor();
    await expectGoodScreen(page);
  });

  /** Its last day was yesterday. */
  const close = async (caseId: string) => {
    const { database, nudgeRelay } = stage.system.server;
    const now = new Date();
    await database.transaction('sodertalje', async (tx) => {
      const [collection] = await collectionsOf(tx, 'sodertalje', caseId);
      const at = { caseId, key: collection?.step_key ?? '' };
      const moved = { deadline: dayAfter(now, -1), remindAt: [] };
      await moveCollection(tx, 'sodertalje', at, moved);
      await addToOutbox(tx, 'sodertalje', { caseId, kind: 'look', at: now });
    });
    nudgeRelay();
    await years.until(caseId, 'reviewing');
  };
});
