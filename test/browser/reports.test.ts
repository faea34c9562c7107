import type { ReportAnswer } from '../../domain/api/reports';
import { compileReport } from '../../domain/follow-up/report';
import { aFullYear } from '../domain/follow-up/respondents';
import { keepFinalReport } from '../support/published-report';
import { suiteNeeding } from '../support/suites';
import { expectGoodScreen, expectHeading } from './screens';
import { setStage } from './stage';

const noted: ReportAnswer['decisions'][number] = {
  ...{ body: 'Kultur- och fritidsnämnden', number: 'KFN 27/19', annulled: false },
  ...{ meetingOn: '2027-11-04', paragraph: '87', outcome: 'Noterar' },
  wording: 'Nämnden noterar rapporten.',
};

suiteNeeding('chromium')('the reports of the follow-up', () => {
  const stage = setStage();

  it('are found from the first page and read by anybody, in either language', async () => {
    const page = await stage.page();
    await page.goto(`${stage.system.url}/sodertalje/follow-up`);
    await page.getByText('Det finns ingen publicerad rapport än.').waitFor();
    await keepFinalReport(stage.system.server.database, {
      ...{ report: compileReport(aFullYear()) },
      ...{ pdf: Buffer.from('%PDF-1.7'), published: true },
    });
    await page.goto(`${stage.system.url}/sodertalje`);
    await page.getByRole('link', { name: 'Uppföljningar av överenskommelsen' }).click();
    await expectHeading(page, 'Uppföljningar av överenskommelsen');
    await expectGoodScreen(page);
    await page.getByRole('link', { name: 'Rapport 2027' }).click();
    await expectHeading(page, 'Uppföljning 2027 av samverkansöverenskommelsen');
    await page.getByText('Det går åt rätt håll.').waitFor();
    await expectGoodScreen(page);
    for (const name of [
      'Betygen som CSV-fil',
      'Rapporten som PDF',
      'Hela rapporten som JSON-fil',
    ]) {
      const href = await page.getByRole('link', { name }).first().getAttribute('href');
      expect((await page.request.get(`${stage.system.url}${href}`)).status()).toBe(200);
    }
    // It went to no committee here; what one has decided stands below it.
    expect(await page.getByRole('region', { name: 'Vad nämnderna har beslutat' }).count()).toBe(0);
    await page.route('**/api/sodertalje/follow-up/*', async (route) => {
      const response = await route.fetch();
      const report = (await response.json()) as ReportAnswer;
      await route.fulfill({ response, json: { ...report, decisions: [noted] } });
    });
    await page.reload();
    const decided = page.getByRole('region', { name: 'Vad nämnderna har beslutat' });
    await decided.getByText('4 november 2027, § 87, KFN 27/19: Noterar').waitFor();
    await decided.getByText('Nämnden noterar rapporten.').waitFor();
    await expectGoodScreen(page);
    await page.getByRole('button', { name: 'English' }).click();
    await expectHeading(page, /^Follow-up 2027/);
    await page
      .getByRole('img', { name: /^Bar chart:/ })
      .first()
      .waitFor();
  });
});
