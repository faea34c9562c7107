import type { SettledCorrectionView } from '../../domain/api/desk';
import { meetOn } from '../support/committees';
import { startConducted, type Conducted } from '../support/conducted';
import { databaseKinds } from '../support/databases';
import { eventually } from '../support/eventually';
import { OwnTemporal } from '../support/own-temporal';
import { forumMoney, verified } from '../support/transfers';
import { byNarrowerRule, Treasury } from '../support/treasury';
import { comingYears } from '../support/years';

const at = (day: string) => new Date(`${day}T09:00:00Z`);
const [year1, year2, year3] = comingYears;

describe('the settlement of a year', () => {
  let temporal: OwnTemporal;
  beforeAll(async () => {
    temporal = await OwnTemporal.start();
  });
  afterAll(() => temporal.remove());

  describe.each(databaseKinds())('on %s', (kind) => {
    let conducted: Conducted;
    let system: Conducted['system'];
    let conductor: Conducted['conductor'];
    let room: Treasury;

    beforeAll(async () => {
      conducted = await startConducted(kind, temporal, { municipalities: [byNarrowerRule] });
      ({ system, conductor } = conducted);
      room = new Treasury(system, conductor.clock);
    });
    afterAll(() => conducted.close());

    const resolve = async (caseId: string, committee: string, day: string, outcome: string) => {
      await room.matterOf(caseId, committee);
      await meetOn(system, committee, day);
      await conductor.advanceTo(at(day));
      await room.resolve(caseId, committee, { outcome });
    };

    /** One person signs in as both meanwhile. */
    const withAddressOf = async (subject: string, other: string, act: () => Promise<void>) => {
      const address = (of: string, email?: string) =>
        system.server.database.transaction('sodertalje', async (tx) => {
          const found = await tx
            .selectFrom('official')
            .select('email')
            .where('subject', '=', of)
            .executeTakeFirstOrThrow();
          if (email !== undefined)
            await tx.updateTable('official').set({ email }).where('subject', '=', of).execute();
          return found.email;
        });
      const before = await address(subject, await address(other));
      await act();
      await address(subject, before);
    };

    it('is asked of the accountant, and decided by somebody else by the narrower rule', async () => {
      await conductor.advanceTo(at(`${year1}-01-04`));
      await room.adopt('KS', year1, 100_000);
      const oneYear = {
        years: [String(year1)],
        lines: forumMoney.amounts.lines.map(({ name, amounts: [first] }) => ({
          name,
          amounts: [first],
        })),
      };
      const transfer = await room.begin({ amounts: oneYear });
      await room.say(transfer, 'verify', verified);
      await resolve(transfer, 'KS', `${year1}-01-11`, 'support');
      await resolve(transfer, 'KFN', `${year1}-01-22`, 'approve');
      await eventually(
        'it is posted',
        async () => (await room.planOf(transfer))[0]?.state === 'posted',
      );
      await conductor.advanceTo(at(`${year2}-01-31`));
      expect((await room.read(transfer)).settlements).toEqual([]);
      await conductor.advanceTo(at(`${year2}-02-04`));
      const year = await room.settlementOf(transfer, year1);
      const mail = await system.mail('ekonom@sodertalje.example', /^Redovisa senast/);
      expect(mail.text).not.toContain('#');

      // More than there was, and lines that nobody transferred, are said at their fields.
      const tooMuch = await room.account(year, { Facilitator: '40 001', Konferens: '0' });
      expect(await tooMuch.json()).toMatchObject({
        fields: { 'used.lines.0.amounts.0': 'amountAbove' },
      });
      const other = { years: [String(year1)], lines: [{ name: 'Kaffe', amounts: ['1'] }] };
      const strange = await room.say(year, 'account', { used: other, rest: 'giveBack' });
      expect(await strange.json()).toMatchObject({ fields: { used: 'amountLine' } });

      const wish = { rest: 'carryOver', reasons: 'Konferensen blir av i mars.' };
      expect(
        (await room.account(year, { Facilitator: '30 000', Konferens: '0' }, wish)).status,
      ).toBe(204);

      // While it is being settled the transfer of the year cannot be taken back.
      const statement = await (
        await room.as('controller')
      ).read<{ entries: { transactionId: string; kind: string }[] }>(
        room.path('ledger', 'KFN', String(year1)),
      );
      const posted = statement.entries.find((entry) => entry.kind === 'transfer');
      const reversal = await (
        await room.as('controller')
      ).post(room.path('ledger', 'transactions', posted?.transactionId ?? '', 'reversal'), {
        decision: `KF ${year2}-02-01 § 1`,
      });
      expect(await reversal.json()).toMatchObject({ code: 'ledger.settled' });

      const carried = await room.filled(year, 'rest', { Facilitator: '4 000', Konferens: '3 000' });
      const said = {
        carriedOver: carried,
        decision: `KSO ${year2}-02-02`,
        reasons: 'Konferensen.',
      };
      // Whoever asked for the money decides nothing of its rest, also where one person has both roles.
      await withAddressOf('sodertalje-officer', 'sodertalje-controller', async () => {
        const own = await room.say(year, 'rest', said);
        expect(await own.json()).toMatchObject({ status: 403, code: 'task.ownRequest' });
      });
      // Nor does whoever accounted for it, with another sign-in of the same mailbox.
      await withAddressOf('sodertalje-secretary', 'sodertalje-controller', async () => {
        const own = await room.say(year, 'rest', said);
        expect(await own.json()).toMatchObject({ status: 403, code: 'task.ownAccount' });
      });
      expect((await room.say(year, 'rest', said)).status).toBe(204);
      await eventually(`${year1} is settled`, async () =>
        (await room.read(transfer)).settlements.some(({ settled }) => settled),
      );
      expect((await room.read(transfer)).settlements[0]?.settled).toEqual({
        ...{ used: 3_000_000, returned: 600_000, carriedOver: 700_000 },
      });
      expect(await room.leftOf('KS', year1)).toBe(100_000 - 43_000 + 6_000);
      expect(await room.leftOf('KFN', year2)).toBe(7_000);

      // What was taken along past the last year of the transfer is settled as well.
      await conductor.advanceTo(at(`${year3}-02-04`));
      const next = await room.settlementOf(transfer, year2);
      await room.account(next, { Facilitator: '4 000', Konferens: '3 000' });
      await eventually('it has ended', async () => {
        return (await room.read(transfer)).state === 'completed';
      });
      expect(await room.balance()).toBe(0);
      await system.mail('kfn-sekreterare@sodertalje.example', /^Överföringen är slutredovisad/);

      // What was recorded about the first year's rest was wrong: it is corrected, and so is the year after.
      const path = room.path('cases', year, 'settled', 'rest');
      const controller = await room.as('controller');
      const view = await controller.read<SettledCorrectionView>(path);
      expect(view.answers).toMatchObject({ decision: `KSO ${year2}-02-02` });
      const correct = async (amounts: string[], corrects = view.corrects) => {
        const { years, lines } = view.answers['carriedOver'] as typeof carried;
        const named = lines.map(({ name }, i) => ({ name, amounts: [amounts[i]] }));
        const answers = { ...view.answers, reason: 'Fel rad.', decision: `KSO ${year2}-02-03` };
        const along = { years: years.map(String), lines: named };
        return controller.post(path, { corrects, answers: { ...answers, carriedOver: along } });
      };
      expect(await (await correct(['10 001', '0'])).json()).toMatchObject({
        fields: { 'carriedOver.lines.0.amounts.0': 'amountAbove' },
      });
      expect((await correct(['1 000', '3 000'])).status).toBe(204);
      expect(await (await correct(['1 000', '3 000'])).json()).toMatchObject({
        code: 'task.correctedBy',
      });
      const accountOf = async (role: 'controller' | 'administrator') =>
        (await room.as(role)).get(room.path('cases', year, 'settled', 'account'));
      expect(await (await accountOf('controller')).json()).toMatchObject({ code: 'task.ownRest' });
      expect((await accountOf('administrator')).status).toBe(200);
      const now = (await room.read(transfer)).settlements;
      expect(now).toMatchObject([
        { settled: { used: 3_000_000, returned: 900_000, carriedOver: 400_000 } },
        { moved: 400_000, settled: { used: 400_000, returned: 0 }, changed: ['rest'] },
      ]);
      expect(await room.leftOf('KS', year1)).toBe(100_000 - 43_000 + 9_000);
      expect(await room.leftOf('KFN', year2)).toBe(4_000);
      expect(await room.balance()).toBe(0);
      await system.mail('kfn-sekreterare@sodertalje.example', /^Beslutet om det som är kvar är/);
      const anew = await system.mail('ks-sekreterare@sodertalje.example', /^Ny slutredovisning/);
      expect(anew.attachments).toHaveLength(1);
    }, 300_000);

    it('is not decided by whoever accounted for it, and is asked anew when somebody cancels it', async () => {
      await room.adopt('EN', year3, 100_000);
      const amounts = {
        years: [String(year3)],
        lines: [{ name: 'Facilitator', amounts: ['10 000'] }],
      };
      const transfer = await room.begin({ from: 'EN', to: 'HM', amounts });
      await room.say(transfer, 'verify', verified);
      await resolve(transfer, 'EN', `${year3}-02-12`, 'support');
      await resolve(transfer, 'HM', `${year3}-02-26`, 'approve');
      await eventually(
        'it is posted',
        async () => (await room.planOf(transfer))[0]?.state === 'posted',
      );
      await conductor.advanceTo(at(`${year3 + 1}-02-04`));
      const first = await room.settlementOf(transfer, year3);
      await room.openTask(first, 'account');
      const officer = await room.as('officer');
      const cancel = await officer.post(room.path('cases', first, 'interventions'), {
        kind: 'cancel',
        reason: 'Fel år.',
      });
      expect(cancel.status).toBe(204);
      const second = await eventually('it is asked anew', async () => {
        const [settlement] = (await room.read(transfer)).settlements;
        return settlement && settlement.caseId !== first && settlement.caseId;
      });
      const used = await room.filled(second, 'account', { Facilitator: '0' });
      const account = { used, rest: 'carryOver', reasons: 'Inget blev av.' };
      expect((await room.say(second, 'account', account)).status).toBe(204);
      const carriedOver = await room.filled(second, 'rest', { Facilitator: '10 000' });
      const own = await room.say(second, 'rest', {
        ...{ carriedOver, decision: `KSO ${year3 + 1}-02-04`, reasons: 'Inget blev av.' },
      });
      expect(await own.json()).toMatchObject({ code: 'task.ownAccount' });
    }, 300_000);
  });
});
