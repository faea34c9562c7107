import { Conductor } from '../../scripts/rehearsal/conductor';
import { databaseKinds } from '../support/databases';
import { eventually } from '../support/eventually';
import { OwnTemporal } from '../support/own-temporal';
import { startSystem, type System } from '../support/system';
import { forumMoney, verified } from '../support/transfers';
import { byNarrowerRule, Treasury } from '../support/treasury';

const at = (day: string) => new Date(`${day}T09:00:00Z`);

describe('the settlement of a year', () => {
  let temporal: OwnTemporal;
  beforeAll(async () => {
    temporal = await OwnTemporal.start();
  });
  afterAll(() => temporal.remove());

  describe.each(databaseKinds())('on %s', (kind) => {
    let system: System;
    let conductor: Conductor;
    let room: Treasury;

    beforeAll(async () => {
      const connection = await temporal.connect();
      conductor = new Conductor(connection.client);
      system = await startSystem(kind, {
        temporal: connection,
        clock: conductor.clock,
        wake: (taskQueue) => conductor.wake(taskQueue),
        municipalities: [byNarrowerRule],
      });
      room = new Treasury(system, conductor.clock);
    });
    afterAll(() => system.close());

    it('is asked of the accountant, and decided by somebody else by the narrower rule', async () => {
      await conductor.advanceTo(at('2027-01-04'));
      await room.adopt('KS', 2027, 100_000);
      const oneYear = {
        years: ['2027'],
        lines: forumMoney.amounts.lines.map(({ name, amounts: [first] }) => ({
          name,
          amounts: [first],
        })),
      };
      const transfer = await room.begin({ amounts: oneYear });
      await room.say(transfer, 'verify', verified);
      await room.matterOf(transfer, 'KS');
      await conductor.advanceTo(at('2027-01-11'));
      await room.resolve(transfer, 'KS', { outcome: 'support' });
      await room.matterOf(transfer, 'KFN');
      await conductor.advanceTo(at('2027-01-22'));
      await room.resolve(transfer, 'KFN', { outcome: 'approve' });
      await eventually(
        'it is posted',
        async () => (await room.planOf(transfer))[0]?.state === 'posted',
      );
      await conductor.advanceTo(at('2028-01-31'));
      expect((await room.read(transfer)).settlements).toEqual([]);
      await conductor.advanceTo(at('2028-02-02'));
      const year = await room.settlementOf(transfer, 2027);
      const mail = await system.mail('ekonom@sodertalje.example', /^Redovisa senast/);
      expect(mail.text).not.toContain('#');

      // More than there was, and lines that nobody transferred, are said at their fields.
      const tooMuch = await room.account(year, { Facilitator: '40 001', Konferens: '0' });
      expect(await tooMuch.json()).toMatchObject({
        fields: { 'used.lines.0.amounts.0': 'amountAbove' },
      });
      const other = { years: ['2027'], lines: [{ name: 'Kaffe', amounts: ['1'] }] };
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
        room.path('ledger', 'KFN', '2027'),
      );
      const posted = statement.entries.find((entry) => entry.kind === 'transfer');
      const reversal = await (
        await room.as('controller')
      ).post(room.path('ledger', 'transactions', posted?.transactionId ?? '', 'reversal'), {
        decision: 'KF 2028-02-01 § 1',
      });
      expect(await reversal.json()).toMatchObject({ code: 'ledger.settled' });

      const carried = await room.filled(year, 'rest', { Facilitator: '4 000', Konferens: '3 000' });
      const said = { carriedOver: carried, decision: 'KSO 2028-02-02', reasons: 'Konferensen.' };
      expect((await room.say(year, 'rest', said)).status).toBe(204);
      await eventually('2027 is settled', async () =>
        (await room.read(transfer)).settlements.some(({ settled }) => settled),
      );
      expect((await room.read(transfer)).settlements[0]?.settled).toEqual({
        ...{ used: 3_000_000, returned: 600_000, carriedOver: 700_000 },
      });
      expect(await room.leftOf('KS', 2027)).toBe(100_000 - 43_000 + 6_000);
      expect(await room.leftOf('KFN', 2028)).toBe(7_000);

      // What was taken along past the last year of the transfer is settled as well.
      await conductor.advanceTo(at('2029-02-02'));
      const next = await room.settlementOf(transfer, 2028);
      await room.account(next, { Facilitator: '4 000', Konferens: '3 000' });
      await eventually('it has ended', async () => {
        return (await room.read(transfer)).state === 'completed';
      });
      expect(await room.balance()).toBe(0);
      await system.mail('kfn-sekreterare@sodertalje.example', /^Överföringen är slutredovisad/);
    }, 300_000);

    it('is not decided by whoever accounted for it, and is asked anew when somebody cancels it', async () => {
      await room.adopt('EN', 2029, 100_000);
      const amounts = { years: ['2029'], lines: [{ name: 'Facilitator', amounts: ['10 000'] }] };
      const transfer = await room.begin({ from: 'EN', to: 'HM', amounts });
      await room.say(transfer, 'verify', verified);
      for (const [committee, day, outcome] of [
        ['EN', '2029-02-12', 'support'],
        ['HM', '2029-02-26', 'approve'],
      ] as const) {
        await room.changeBody(committee, 'addMeeting', { day });
        await room.matterOf(transfer, committee);
        await conductor.advanceTo(at(day));
        await room.resolve(transfer, committee, { outcome });
      }
      await eventually(
        'it is posted',
        async () => (await room.planOf(transfer))[0]?.state === 'posted',
      );
      await conductor.advanceTo(at('2030-02-04'));
      const first = await room.settlementOf(transfer, 2029);
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
        ...{ carriedOver, decision: 'KSO 2030-02-04', reasons: 'Inget blev av.' },
      });
      expect(await own.json()).toMatchObject({ code: 'task.ownAccount' });
    }, 300_000);
  });
});
