import { sodertalje } from '../../config/municipalities/sodertalje/municipality';
import { sodertaljeAgreement } from '../../config/municipalities/sodertalje/agreement';
import { plannedPoints } from '../../config/municipalities/sodertalje/development-plan';
import { openCase } from '../../database/open-case';
import { developmentPlan as form } from '../../domain/forms/definitions/development-plan';
import { firstPlan, planAnswers } from '../../domain/plan/development-plan';
import { developmentPlan } from '../../domain/processes/development-plan';
import { contactPoint, FollowUps, groupMembers } from '../support/follow-ups';
import { suiteNeeding } from '../support/suites';
import type { System } from '../support/system';
import { linkIn } from './persons/mailbox';
import { expectFocus, expectGoodScreen, expectHeading } from './screens';
import { setStage } from './stage';

suiteNeeding('chromium')('the development plan', () => {
  const stage = setStage();

  it('is evaluated and decided by link, and stands on the page of the reports', async () => {
    const { system } = stage;
    const years = new FollowUps(system, () => new Date());
    const everybody = await stage.page();
    const plan = everybody.getByRole('region', { name: 'Utvecklingsplanen' });
    await everybody.goto(`${system.url}/sodertalje/follow-up`);
    await plan.getByText('Det här är planen som hör till överenskommelsen.').waitFor();
    await expectGoodScreen(everybody);

    await years.openToday(2025);
    await beginPlan(system);
    const page = await stage.page();
    await page.goto(linkIn(await system.mail(contactPoint, /^Utvärdera utvecklingsplanen/)));
    await expectHeading(page, 'Utvärdera utvecklingsplanen');
    const first = page.getByRole('group', { name: 'Punkt 1', exact: true });
    await first.getByLabel('Avslutas utan att bli klart').check();
    await expectGoodScreen(page);
    // Area by area: the next one opens, what was written stays, and what is left is said.
    const areas = sodertaljeAgreement.texts.sv.developmentAreas.map(({ title }) => title);
    const stands = page.locator('.items-under__stand');
    const lefts = (count: number) =>
      page.getByText(`Kvar att gå igenom: ${areas.slice(-count).join(', ')}.`);
    await lefts(areas.length).waitFor();
    expect(await page.getByRole('group', { name: /^Punkt \d+$/ }).count()).toBe(6);
    await page.getByRole('button', { name: `Klar, gå till nästa område ${areas[0]}` }).focus();
    await page.keyboard.press('Enter');
    await lefts(areas.length - 1).waitFor();
    expect(await stands.first().innerText()).toBe('6 punkter, genomgånget');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(areas[1]);
    await expectGoodScreen(page);
    await page.reload();
    await lefts(areas.length - 1).waitFor();
    expect(await first.isVisible()).toBe(false);
    await page.getByText('6 punkter, genomgånget').click();
    expect(await first.getByLabel('Avslutas utan att bli klart').isChecked()).toBe(true);
    await page.getByText('6 punkter, genomgånget').click();
    await page.getByRole('button', { name: 'Lägg till en punkt i ett annat område' }).click();
    await expectFocus(page, `field-points.${plannedPoints.length}.area`);
    const added = page.getByRole('group', {
      name: `Punkt ${plannedPoints.length + 1}`,
      exact: true,
    });
    // As an area that there is: the item stays where it is while it is written.
    await added.getByLabel('Utvecklingsområde').fill(areas[0] ?? '');
    await added.getByLabel('Vad ska göras?').fill('Ordna ett gemensamt årshjul.');
    await added.getByLabel('Inte påbörjat').check();
    await expectGoodScreen(page);
    await page.getByRole('button', { name: 'Skicka planen' }).click();
    await page.getByRole('link', { name: 'Punkt 1: Skriv varför punkten avslutas' }).waitFor();
    await expectGoodScreen(page);
    await first.getByLabel('Varför avslutas den?').fill('Ersätts av ett gemensamt årshjul.');
    await page.getByRole('button', { name: 'Skicka planen' }).click();
    await expectHeading(page, 'Planen är skickad');
    await expectGoodScreen(page);

    for (const member of groupMembers) {
      const decision = await stage.page();
      await decision.goto(linkIn(await system.mail(member, /^Besluta om utvecklingsplanen/)));
      await expectHeading(decision, 'Besluta om utvecklingsplanen');
      await decision.getByText('Ersätts av ett gemensamt årshjul.').waitFor();
      await expectGoodScreen(decision);
      await decision.getByLabel('Ja, den ska gälla').check();
      await decision.getByRole('button', { name: 'Skicka svaret' }).click();
      await expectHeading(decision, 'Svaret är skickat');
    }
    await system.mail(contactPoint, /^Den nya utvecklingsplanen gäller/);
    await everybody.reload();
    await plan.getByText(/^Version 1, beslutad .* efter uppföljningen 2025\.$/).waitFor();
    await plan.getByText('Avslutat: Ersätts av ett gemensamt årshjul.').waitFor();
    await expectGoodScreen(everybody);
  });
});

/** As the report of a follow-up begins it when it is published. */
async function beginPlan({ server }: System): Promise<void> {
  const at = new Date();
  const plan = firstPlan(sodertaljeAgreement.texts.sv.developmentAreas, 'sv', plannedPoints);
  await server.database.transaction('sodertalje', (tx) =>
    openCase(
      { tx, municipality: sodertalje, at },
      {
        ...{ process: developmentPlan, title: 'Utvecklingsplan efter uppföljningen 2025', form },
        ...{ answers: planAnswers(plan), details: { year: 2025 } },
      },
    ),
  );
  server.nudgeRelay();
}
