import type { Page } from 'playwright-core';
import { planTurns } from '../../database/repositories/wheel.repository';
import { stockholmDate } from '../../domain/calendar';
import { anAnnouncement, insertForum } from '../support/forums';
import { FollowUps } from '../support/follow-ups';
import { eventually } from '../support/eventually';
import { suiteNeeding } from '../support/suites';
import { Keyboard } from './keyboard';
import { signIn } from './persons/official';
import { expectGoodScreen, expectHeading } from './screens';
import { setStage } from './stage';

suiteNeeding('chromium', 'poppler')('the year at the desk', () => {
  const stage = setStage();
  const thisYear = Number(stockholmDate(new Date()).slice(0, 'YYYY'.length));
  let followUps: FollowUps;

  /** A wheel whose follow-up of this year is still to come, whatever day it is. */
  beforeAll(async () => {
    followUps = new FollowUps(stage.system, () => new Date());
    await stage.system.server.database.transaction('sodertalje', (tx) =>
      planTurns(tx, 'sodertalje', [
        { year: thisYear, opensOn: `${thisYear + 1}-01-31`, state: 'planned' },
      ]),
    );
    await followUps.beginWheel();
    await eventually('the wheel is laid out', async () => (await followUps.turns()).length === 2);
  });

  async function open(page: Page, name: RegExp): Promise<void> {
    await page.goto(`${stage.system.url}/sodertalje/desk`);
    await signIn(page, name);
    await page.getByRole('link', { name: 'Årshjul' }).click();
    await expectHeading(page, 'Årshjul för uppföljningen');
  }

  /** Says why, by keyboard alone, and on which day where that is asked. */
  async function act(page: Page, title: string, reason: string, day?: string): Promise<void> {
    const keyboard = new Keyboard(page);
    const fold = page.locator('details, u-details').filter({ hasText: title });
    await keyboard.enter(fold.locator('summary, u-summary'));
    // How a date is typed depends on the browser's language.
    if (day !== undefined) await fold.getByLabel('Vilken dag ska den öppna?').fill(day);
    await fold.getByLabel('Varför?').fill(reason);
    await keyboard.enter(fold.getByRole('button', { name: title }));
  }

  const month = (page: Page, year: number, name: string) =>
    page
      .getByRole('list', { name: String(year), exact: true })
      .getByRole('listitem')
      .filter({ hasText: new RegExp(`^${name}`) });

  it('is moved, skipped, planned again and opened by an administrator, each with a reason', async () => {
    const page = await stage.page();
    await open(page, /Ada Lund/);
    const [now, next] = [thisYear, thisYear + 1];
    const january = month(page, next, 'januari');
    await january.getByText(`Uppföljningen ${now} öppnar enligt planen`).waitFor();
    await january.getByText(`31 januari ${next}`).first().waitFor();
    expect(
      await page
        .getByRole('list', { name: String(now) })
        .locator('> li')
        .count(),
    ).toBe(12);
    // Four weeks, on a working day: the server reckons it.
    await page.getByText(`i uppföljningen ${now}, preliminärt`).first().waitFor();
    expect(await page.locator('svg.year__ring[aria-hidden="true"]').count()).toBe(2);
    await expectGoodScreen(page);

    await act(page, `Flytta uppföljningen ${now}`, '', `${next}-01-20`);
    await page.getByRole('link', { name: 'Skriv varför' }).waitFor();
    await expectGoodScreen(page);
    const fold = page
      .locator('details, u-details')
      .filter({ hasText: `Flytta uppföljningen ${now}` });
    await fold.getByLabel('Varför?').fill('Valet kom emellan.');
    await fold.getByRole('button', { name: `Flytta uppföljningen ${now}` }).click();
    await page.getByText('Uppföljningen är flyttad.').waitFor();
    await page.getByText(`flyttades från 31 januari ${next} till 20 januari ${next}`).waitFor();
    await page.getByText('Valet kom emellan.').waitFor();

    await act(page, `Ställ in uppföljningen ${now}`, 'Överenskommelsen skrivs om.');
    await january.getByText(`Uppföljningen ${now} är inställd`).waitFor();
    await act(page, `Planera uppföljningen ${now} igen`, 'Det gick fort.', `${next}-01-25`);
    await january.getByText(`25 januari ${next}`).first().waitFor();
    await act(page, `Öppna uppföljningen ${now} nu`, 'Alla är beredda.');
    await page.getByText('Uppföljningen öppnar nu.').waitFor();
    const caseId = await followUps.caseOf(now);
    await eventually(
      'everybody is asked',
      async () => (await followUps.state(caseId)) !== 'received',
    );
    await page.reload();
    const number = await followUps.numberOf(caseId);
    await page.getByText(`Uppföljningen ${now} öppnade, och`).waitFor();
    expect(await page.getByRole('button', { name: `Flytta uppföljningen ${now}` }).count()).toBe(0);
    await expectGoodScreen(page);
    await page.getByRole('link', { name: number }).first().click();
    await page.waitForURL(new RegExp(`/desk/cases/${caseId}$`));
  });

  it('is read by an auditor, who changes nothing', async () => {
    await stage.system.server.database.transaction('sodertalje', async (tx) => {
      await insertForum(tx, 'sodertalje', anAnnouncement({ day: `${thisYear + 1}-03-11` }));
      await tx
        .updateTable('group_member')
        .set({ to_day: `${thisYear + 1}-12-31` })
        .execute();
    });
    const page = await stage.page();
    await open(page, /Rune Falk/);
    const forum = month(page, thisYear + 1, 'mars');
    await forum.getByText('Dialogforum: Unga och föreningslivet.').waitFor();
    await forum.getByRole('link', { name: /^KFN F/ }).waitFor();
    const december = month(page, thisYear + 1, 'december');
    await december.getByText('Samverkansgruppen: 3 mandat tar slut.').waitFor();
    await page.getByText(`Uppföljningen ${thisYear + 1} öppnar enligt planen`).waitFor();
    await page.getByRole('heading', { name: 'Vad som har ändrats' }).waitFor();
    expect(await page.getByRole('heading', { name: 'Ändra årshjulet' }).count()).toBe(0);
    await expectGoodScreen(page);
  });
});
