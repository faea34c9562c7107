import type { Page } from 'playwright-core';
import { suiteNeeding } from '../support/suites';
import { approve } from '../support/walks';
import { signIn } from './persons/official';
import { expectGoodScreen, expectHeading } from './screens';
import { setStage } from './stage';

suiteNeeding('chromium')('delegated decisions', () => {
  const stage = setStage();
  let page: Page;

  it('are listed until they are reported to a meeting', async () => {
    const receipt = await stage.system.apply({ organisationName: 'Föreningen Ankaret' });
    await approve(stage.system, receipt);
    page = await stage.page();
    await page.goto(`${stage.system.url}/sodertalje/desk`);
    await signIn(page, /Otto Ek/);
    await page.getByRole('link', { name: 'Delegationsbeslut' }).click();
    await expectHeading(page, 'Delegationsbeslut att anmäla');
    await page
      .getByRole('row', { name: /KFN.*Föreningen Ankaret.*bifall.*KFN delegationsordning 3.2/ })
      .waitFor();
    await expectGoodScreen(page);
    await page.getByRole('button', { name: 'Markera beslutet som anmält' }).click();
    await page.getByText('Välj sammanträdesdag.').waitFor();
    await page.getByLabel('Sammanträdesdag').fill('2026-12-08');
    await page.getByRole('button', { name: 'Markera beslutet som anmält' }).click();
    await page.getByText('Besluten är markerade som anmälda.').waitFor();
    await page.getByText('Det finns inga beslut i perioden.').waitFor();
    await expectGoodScreen(page);
    await page.getByRole('button', { name: 'Anmälda', exact: true }).click();
    await expectHeading(page, 'Anmälda delegationsbeslut');
    await page.getByRole('row', { name: /Föreningen Ankaret.*8 december 2026, Otto Ek/ }).waitFor();
    await expectGoodScreen(page);
  });
});
