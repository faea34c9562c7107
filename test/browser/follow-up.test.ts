import { FollowUps } from '../support/follow-ups';
import { suiteNeeding } from '../support/suites';
import { linkIn } from './persons/mailbox';
import { expectGoodScreen, expectHeading } from './screens';
import { setStage } from './stage';
import { minutesFor, wordsIn, wordsOn } from './volunteer-minutes';

suiteNeeding('chromium')('the yearly follow-up', () => {
  const stage = setStage();
  let years: FollowUps;
  let email: string;
  /** Before any that the wheel has laid out. */
  const [before, again, now] = [2023, 2024, 2025];

  beforeAll(async () => {
    years = new FollowUps(stage.system, () => new Date());
    email = await years.addParty('Lyktan');
  });

  it('is answered by a coordinator who has only the mail', async () => {
    const caseId = await years.openToday(before);
    const page = await stage.page();
    await page.goto(linkIn(await years.asked(email, caseId)));
    await expectHeading(page, 'Hur fungerar samverkan? Svara för Lyktan');
    expect(await page.getByText('Förra året').count()).toBe(0);
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
    await page.goto(linkIn(await years.asked(email, caseId)));
    await expectHeading(page, 'Hur fungerar samverkan? Svara för Lyktan');
    const keep = page.getByRole('button', { name: /^Behåll/ });
    await keep.first().waitFor();
    await expectGoodScreen(page);
    while ((await keep.count()) > 0) await keep.first().click();
    await page.getByRole('button', { name: 'Skicka svaren' }).click();
    await expectHeading(page, 'Svaret är skickat');
  });
});
