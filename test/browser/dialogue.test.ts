import { eventually } from '../support/eventually';
import { contactPoint, FollowUps } from '../support/follow-ups';
import { suiteNeeding } from '../support/suites';
import { linkIn } from './persons/mailbox';
import { expectFaults } from './fault-screens';
import { expectGoodScreen, expectHeading } from './screens';
import { setStage } from './stage';

suiteNeeding('chromium')('a complaint in the follow-up', () => {
  const stage = setStage();
  const complaint = 'Lokalen är låst på kvällarna.\nVi har ringt tre gånger.';

  it('is answered by the contact point, asked on and closed, each with only a mail', async () => {
    const { system } = stage;
    const years = new FollowUps(system, () => new Date());
    const email = await years.addParty('Lyktan');
    const caseId = await years.openToday(2025);
    await years.answer(await years.asked(email, caseId), [4], {
      matters: [{ theme: 'premises', text: complaint }],
    });

    const office = await stage.page();
    await office.goto(linkIn(await system.mail(contactPoint, /klagomål eller fråga från Lyktan/)));
    await expectHeading(office, 'Svara Lyktan');
    await office.getByText('Tema: Lokaler').waitFor();
    await office.getByText('Lokalen är låst på kvällarna.').waitFor();
    await expectGoodScreen(office);
    await office.getByRole('button', { name: 'Skicka svaret' }).click();
    await expectFaults(office, 'Rätta 2 uppgifter', [
      { fieldId: 'answer', sentence: 'Skriv vad kommunen svarar' },
      { fieldId: 'answeredBy', sentence: 'Skriv vem som svarar för kommunen' },
    ]);
    await office.getByLabel('Vad svarar kommunen?').fill('Ni får en egen nyckel.');
    await office.getByLabel('Vem svarar för kommunen?').fill('Siv Sand, samordnare');
    await office.getByRole('button', { name: 'Skicka svaret' }).click();
    await expectHeading(office, 'Svaret är skickat');
    await expectGoodScreen(office);

    const asker = await stage.page();
    await asker.goto(linkIn(await system.mail(email, /^Kommunen har svarat/)));
    await expectHeading(asker, 'Kommunen har svarat Lyktan');
    await asker.getByText('Ni får en egen nyckel.').waitFor();
    await asker.getByRole('heading', { name: /genom Siv Sand, samordnare/ }).waitFor();
    await expectGoodScreen(asker);
    await asker.getByLabel('Nej, vi vill fråga eller säga något mer').check();
    await asker.getByLabel('Vad vill ni fråga eller säga?').fill('När får vi den?');
    await expectGoodScreen(asker);
    await asker.getByRole('button', { name: 'Skicka', exact: true }).click();
    await expectHeading(asker, 'Frågan är skickad');
    await expectGoodScreen(asker);

    const again = await stage.page();
    await again.goto(linkIn(await system.mail(contactPoint, /Lyktan frågar vidare/)));
    await again.getByText('När får vi den?').waitFor();
    await again.getByLabel('Vad svarar kommunen?').fill('Nästa vecka.');
    await again.getByLabel('Vem svarar för kommunen?').fill('Siv Sand, samordnare');
    await expectGoodScreen(again);
    await again.getByRole('button', { name: 'Skicka svaret' }).click();
    await expectHeading(again, 'Svaret är skickat');

    const done = await stage.page();
    const second = await eventually('there is another answer', async () => {
      const mails = await system.mailsTo(email);
      return mails.filter(({ subject }) => subject.startsWith('Kommunen har svarat'))[1];
    });
    await done.goto(linkIn(second));
    await done.getByText('Nästa vecka.').waitFor();
    await done.getByLabel('Ja, avsluta ärendet').check();
    await done.getByRole('button', { name: 'Skicka', exact: true }).click();
    await expectHeading(done, 'Tack, det är skickat');
    await system.mail(email, /^Ärendet är avslutat/);
    await done.reload();
    await expectHeading(done, 'Ni har svarat');
    await expectGoodScreen(done);
  });
});
