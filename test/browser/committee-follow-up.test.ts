import { randomUUID } from 'node:crypto';
import { stockholmDate } from '../../domain/calendar';
import { CommitteeRoom, meetToday, place } from '../support/committees';
import { eventually } from '../support/eventually';
import { suiteNeeding } from '../support/suites';
import { comingYears } from '../support/years';
import { linkIn } from './persons/mailbox';
import { signIn } from './persons/official';
import { expectGoodScreen, expectHeading } from './screens';
import { setStage } from './stage';

/** What follows when a committee has decided: a request is changed, an office answers. */
suiteNeeding('chromium', 'poppler')('after a decision of a committee', () => {
  const stage = setStage();
  const today = stockholmDate(new Date());

  async function desk(name: RegExp, address: string) {
    const page = await stage.page();
    await page.goto(address);
    await signIn(page, name);
    return page;
  }
  const caseAt = (id: string) => `${stage.system.url}/sodertalje/desk/cases/${id}`;

  it('the request for a transfer is changed with the decision beside it', async () => {
    const room = new CommitteeRoom(stage.system);
    await meetToday(stage.system, 'KFN');
    const officer = await room.as('officer');
    const begun = await officer.post(room.path('begin', 'budget-transfer'), {
      submissionKey: randomUUID(),
      answers: {
        ...{ title: 'Medel för dialogforum', from: 'KS', to: 'KFN', purpose: 'Facilitator.' },
        amounts: {
          years: [String(comingYears[0])],
          lines: [{ name: 'Facilitator', amounts: ['40 000'] }],
        },
        basis: 'Kontorets budget.',
      },
    });
    const { caseId } = (await begun.json()) as { caseId: string };
    const task = await eventually('the controller is asked', async () =>
      (await room.read(caseId)).tasks.find(({ kind }) => kind === 'verify'),
    );
    const controller = await room.as('controller');
    await controller.post(room.path('cases', caseId, 'tasks', task.id, 'signed-in-answer'), {
      answers: { outcome: 'approve', arithmetic: true, cover: 'Egna medel.' },
    });
    const matter = await room.matterOf(caseId, 'KFN');
    const wording = 'Nämnden tillstyrker 30 000 kronor.';
    await room.decide(matter.caseId, { outcome: 'supportWithChange', wording });
    const mail = await stage.system.mail('officer@sodertalje.example', /^Ändra begäran/);
    const page = await stage.page();
    await page.goto(linkIn(mail));
    await expectHeading(page, 'Ändra begäran: Medel för dialogforum');
    await page.getByText(wording).waitFor();
    await page.getByRole('heading', { name: /§ 71: Tillstyrker med ändring$/ }).waitFor();
    await expectGoodScreen(page);
    await page.locator('input[inputmode="numeric"][name*="amounts"]').first().fill('30 000');
    await page.getByRole('button', { name: 'Skicka begäran' }).click();
    await expectHeading(page, 'Begäran är skickad');
    await expectGoodScreen(page);
    const check = await desk(/Clara Dal/, caseAt(caseId));
    await check.getByRole('link', { name: 'För in', exact: true }).click();
    await check.getByText(wording).waitFor();
    await check.getByRole('heading', { name: 'Begäran', exact: true }).waitFor();
    await check.getByRole('cell', { name: '30 000' }).first().waitFor();
    await expectGoodScreen(check);
  });

  it('an office answers a task by a link, and its answer stands with the decision', async () => {
    const room = new CommitteeRoom(stage.system);
    await meetToday(stage.system, 'KS');
    const sent = await room.send({ order: 'atOnce', bodies: [place('KS', 'decide')] });
    const { caseId } = await room.matterOf(sent.caseId, 'KS');
    const commissions = [{ office: 'utbildning', task: 'Ta fram områden för samverkan.' }];
    await room.decide(caseId, { outcome: 'approve', commissions });
    await room.minutes(caseId, today, today);
    const mail = await stage.system.mail('utbildning@sodertalje.example', /^Svara på uppdraget/);
    const page = await stage.page();
    await page.goto(linkIn(mail));
    await expectHeading(page, 'Svara på ett uppdrag från en nämnd');
    await page.getByText('Ta fram områden för samverkan.').first().waitFor();
    await expectGoodScreen(page);
    await page
      .getByLabel('Vad har ni gjort eller kommit fram till?')
      .fill('Tre områden: läxhjälp.');
    await page.getByLabel('Vem svarar för kontoret?').fill('Siv Sand, utvecklare');
    await page.getByRole('button', { name: 'Skicka svaret' }).click();
    await expectHeading(page, 'Svaret är skickat');
    const secretary = await desk(/Siv Ahl/, caseAt(caseId));
    await secretary.getByRole('heading', { name: 'Uppdrag till kontor' }).waitFor();
    await secretary.getByText('Tre områden: läxhjälp.').waitFor();
    await secretary.getByText('Inte anmält än').waitFor();
    await expectGoodScreen(secretary);
    await secretary
      .getByRole('row', { name: /läxhjälp/ })
      .getByRole('link')
      .click();
    await secretary.getByRole('link', { name: 'För in', exact: true }).click();
    await secretary.getByRole('radio').first().check();
    await secretary.getByRole('button', { name: 'Spara' }).click();
    await secretary.getByRole('heading', { name: 'Anmälan till nämnden' }).waitFor();
    await secretary.getByRole('link', { name: 'Rätta anmälan' }).click();
    await expectHeading(secretary, 'Rätta anmälan');
    await secretary.getByLabel('Paragraf').fill('72');
    await secretary.getByRole('button', { name: 'Rätta', exact: true }).click();
    await secretary.getByRole('link', { name: 'Skriv hur det blev fel' }).waitFor();
    await expectGoodScreen(secretary);
    await secretary.getByLabel('Hur blev det fel?').fill('Paragrafen saknades.');
    await secretary.getByRole('button', { name: 'Rätta', exact: true }).click();
    await secretary.getByText('Rättat: Paragrafen saknades.').waitFor();
    await secretary.getByText('Så stod det före rättelsen').click();
    await expectGoodScreen(secretary);
  });

  it('a body that is no more is handed over on its page', async () => {
    const room = new CommitteeRoom(stage.system);
    const secretary = await room.as('secretary');
    const path = room.path('committees', 'DB', 'changes');
    await secretary.post(path, { kind: 'end', answers: { day: today } });
    const page = await desk(/Siv Ahl/, `${stage.system.url}/sodertalje/desk/committees/DB`);
    await page.getByText('Välj vem som tar över ärendena').first().click();
    await page.getByLabel('Kultur- och fritidsnämnden').check();
    await expectGoodScreen(page);
    await page.getByRole('button', { name: 'Lämna över ärendena' }).click();
    await page.getByText('Ärendena gick till Kultur- och fritidsnämnden').waitFor();
    await expectGoodScreen(page);
  });
});
