import type { Page } from 'playwright-core';
import type { ReceiptView } from '../../domain/api/shapes';
import { bounceMail, deliver, type BounceName } from '../support/bounces';
import { eventually } from '../support/eventually';
import { suiteNeeding } from '../support/suites';
import { signIn } from './persons/official';
import { expectGoodScreen, expectHeading } from './screens';
import { setStage } from './stage';

suiteNeeding('chromium')('a letter that did not arrive', () => {
  const stage = setStage({
    bounces: { address: 'studs@studs.sodertalje.example', secret: 's'.repeat(32) },
  });
  let page: Page;
  let receipt: ReceiptView;
  const reader = 'okt@lyktan.example';

  /** Something comes back about the receipt to the coordinator. */
  async function bounce(name: BounceName): Promise<void> {
    const { returnPath: to } = await stage.system.mail(reader, new RegExp(receipt.number));
    await page.getByRole('row', { name: /Ansökan är mottagen.*Skickat/s }).waitFor();
    const raw = bounceMail(name, { reader, to });
    await deliver(stage.system.server.bouncePort!, { to, raw });
  }

  it('is led to from the mail to the contact point', async () => {
    receipt = await stage.system.apply({ organisationName: 'Föreningen Sextanten' });
    await stage.system.mail('amina@lyktan.example', new RegExp(receipt.number));
    await stage.system.server.database.transaction('sodertalje', async (tx) => {
      const at = { municipality_id: 'sodertalje', case_id: receipt.caseId };
      await tx
        .updateTable('letter')
        .set({ state: 'failed', failure_code: 'smtp.550', sent_at: null })
        .where('case_id', '=', receipt.caseId)
        .where('template', '=', 'applicationReceived')
        .execute();
      const key = { attention_key: 'letter/received', code: 'smtp.550', resolved_at: null };
      await tx
        .insertInto('attention')
        .values({ id: crypto.randomUUID(), raised_at: new Date(), ...at, ...key })
        .execute();
    });
    page = await stage.page();
    await page.goto(`${stage.system.url}/sodertalje/desk/cases/${receipt.caseId}`);
    await signIn(page, /Otto Ek/);
    await expectHeading(page, /Föreningen Sextanten/);
    await page.getByText('Ansökan är mottagen, till Amina Ek, amina@lyktan.example').waitFor();
    await expectGoodScreen(page);
  });

  it('goes to another address once that is given with a reason', async () => {
    await page.getByText('Rätta adressen', { exact: true }).click();
    await page.getByRole('button', { name: 'Rätta adressen och skicka' }).click();
    await page.getByRole('link', { name: 'Skriv den rätta e-postadressen' }).waitFor();
    await expectGoodScreen(page);
    await page.getByRole('textbox', { name: 'Rätt e-postadress' }).fill('ek@lyktan.example');
    await page.getByRole('textbox', { name: 'Varför?' }).first().fill('Hon ringde.');
    await page.getByRole('button', { name: 'Rätta adressen och skicka' }).click();
    await page.getByText('Det är gjort. Brevet skickas om ett ögonblick.').waitFor();
    await eventually('the page shows it', () =>
      page
        .getByRole('row', { name: /Ansökan är mottagen.*ek@lyktan.example.*Skickat/s })
        .isVisible(),
    );
    await page.getByText('Behöver åtgärdas').first().waitFor({ state: 'detached' });
    await expectGoodScreen(page);
  });

  it('is perhaps one that only a person can tell, who reads what came and says that it arrived', async () => {
    receipt = await stage.system.apply({ coordinatorEmail: reader });
    await page.goto(`${stage.system.url}/sodertalje/desk/cases/${receipt.caseId}`);
    await bounce('in-words-alone');
    await page.getByText('Om ett brev kom det ett svar som systemet inte kan tolka.').waitFor();
    await page.getByText('Det blev oklart om ett brev kom fram').waitFor();
    await page.getByText('ligger i karantän tills någon släpper det').waitFor();
    await page.getByRole('row', { name: /Ansökan är mottagen.*Oklart om det kom fram/s }).waitFor();
    await page.getByText('Brevet kom fram', { exact: true }).click();
    await expectGoodScreen(page);
    await page.getByRole('textbox', { name: 'Varför?' }).first().fill('Det är släppt nu.');
    await page.getByRole('button', { name: 'Anteckna att brevet kom fram' }).click();
    await page.getByText('Det är antecknat: brevet kom fram.').waitFor();
    await eventually('nothing needs attention', async () => {
      return (await page.getByText('Behöver åtgärdas').count()) === 0;
    });
  });

  it('says why it came back when a mail server has told', async () => {
    await bounce('postfix-no-mailbox');
    const why = 'adressen finns inte hos mottagarens e-postserver';
    await page.getByText(`Det kom tillbaka: ${why}.`).waitFor();
    await page.getByText(`Ett brev kom tillbaka: ${why}.`).waitFor();
    await page.getByText(`Skäl: ${why}`).waitFor();
    await page
      .getByRole('row', { name: /Gick inte att leverera.*Kom tillbaka: adressen/s })
      .waitFor();
    await expectGoodScreen(page);
  });
});
