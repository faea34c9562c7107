import { meetToday } from '../support/committees';
import { databaseKinds } from '../support/databases';
import { eventually } from '../support/eventually';
import { startSystem, type System } from '../support/system';
import { byCouncilAlone, Treasury } from '../support/treasury';
import { comingYears, yearOf } from '../support/years';

/** Of the first of two budget years that are over 10 000 are left, about which the council decides. */
describe('the record of a decision on what is taken along, corrected when the year is settled', () => {
  describe.each(databaseKinds())('on %s', (kind) => {
    let system: System;
    let room: Treasury;
    const [first, second] = [yearOf() - 2, yearOf() - 1];

    beforeAll(async () => {
      system = await startSystem(kind, { municipalities: [byCouncilAlone] });
      room = new Treasury(system, () => new Date());
      for (const committee of ['KFN', 'KS', 'KF', 'HM', 'EN', 'VM', 'JÄ'])
        await meetToday(system, committee);
      for (const committee of ['HM', 'EN', 'JÄ'])
        for (const year of [first, second]) await room.adopt(committee, year, 200_000);
    }, 240_000);
    afterAll(() => system.close());

    const correct = async (settlement: string, outcome: string) => {
      const { caseId } = await room.matterOf(settlement, 'KF');
      const wording = outcome === 'approveWithChange' ? 'Hälften av det som är kvar tas med.' : '';
      const changed = { outcome, ...(wording && { wording }) };
      expect((await room.correct(caseId, changed)).status).toBe(204);
    };
    const stateOf = async (id: string) => (await room.read(id)).state;
    const answerRest = async (settlement: string, kronor: string, decision: string) => {
      const carriedOver = await room.filled(settlement, 'rest', { Facilitator: kronor });
      const said = { carriedOver, decision, reasons: 'Protokollet är rättat.' };
      return room.say(settlement, 'rest', said);
    };
    /** Each question has a letter of its own, which nobody gets once it is answered. */
    const askedTimes = (times: number) =>
      eventually(`the controller has been asked ${times} times`, async () => {
        const letters = await system.mailsTo('controller@sodertalje.example');
        const asked = letters.filter(({ subject }) => /^Beslutet om resten/.test(subject));
        return asked.length === times;
      });
    const settledSums = (transfer: string, year: number, sums: Record<string, number>) =>
      eventually(`${year} is settled by ${JSON.stringify(sums)}`, async () => {
        const { settlements } = await room.read(transfer);
        const found = settlements.find((each) => each.year === year)?.settled;
        return found && Object.entries(sums).every(([sum, ore]) => found[sum as 'used'] === ore);
      });

    it('to a yes in other words, and back, is asked about and settled by the answer', async () => {
      const years = [first, second, comingYears[1]];
      const { transfer, settlement } = await room.settledOnce(years, { from: 'HM', to: 'VM' });
      const before = await room.settlementOf(transfer, second);
      expect(await stateOf(settlement)).toBe('completed');

      await correct(settlement, 'approveWithChange');
      await room.openTask(settlement, 'rest');
      const mail = await system.mail(
        'controller@sodertalje.example',
        /^Beslutet om resten är ändrat/,
      );
      expect(mail.text).toContain('står pengarna kvar som de är bokförda');
      expect(await room.leftOf('VM', second)).toBe(86_000 + 10_000);

      // It was right after all: nobody is asked any more.
      await correct(settlement, 'approve');
      await eventually('it is over', async () => (await stateOf(settlement)) === 'completed');
      expect(await room.leftOf('VM', second)).toBe(86_000 + 10_000);

      await correct(settlement, 'approveWithChange');
      await askedTimes(2);
      const tooMuch = await answerRest(settlement, '10 001', 'KF § 72');
      expect(await tooMuch.json()).toMatchObject({
        fields: { 'carriedOver.lines.0.amounts.0': 'amountAbove' },
      });
      expect((await answerRest(settlement, '4 000', 'KF § 72')).status).toBe(204);
      await settledSums(transfer, first, { returned: 600_000, carriedOver: 400_000 });
      expect(await room.leftOf('VM', second)).toBe(86_000 + 4_000);
      expect(await room.leftOf('HM', first)).toBe(200_000 - 43_000 + 6_000);
      await system.mail('vm-sekreterare@sodertalje.example', /^Beslutet om det som är kvar är/);
      const { attentions } = await room.read(settlement);
      expect(attentions).toEqual([]);
      // The next year is accounted for with what there is now.
      const after = await eventually('the next year is asked anew', async () => {
        const found = (await room.read(transfer)).settlements.find(({ year }) => year === second);
        return found && found.caseId !== before ? found : undefined;
      });
      expect(after.moved).toBe(8_600_000 + 400_000);

      // And once more: what was said of the other words does not hold for these.
      await correct(settlement, 'approve');
      await askedTimes(3);
      expect((await answerRest(settlement, '10 000', 'KF § 71')).status).toBe(204);
      await settledSums(transfer, first, { returned: 0, carriedOver: 1_000_000 });
      expect(await room.leftOf('VM', second)).toBe(86_000 + 10_000);
      expect(await room.balance()).toBe(0);
    }, 240_000);

    it('is asked about also when the transfer has ended, which states it anew', async () => {
      const { transfer, settlement } = await room.settledOnce([first], { from: 'EN', to: 'KFN' });
      const next = await room.settlementOf(transfer, second);
      await room.account(next, { Facilitator: '9 000' });
      await eventually('it has ended', async () => (await stateOf(transfer)) === 'completed');
      await correct(settlement, 'approveWithChange');
      expect((await answerRest(settlement, '0', 'KF § 72')).status).toBe(204);
      await settledSums(transfer, first, { returned: 1_000_000, carriedOver: 0 });
      expect(await room.leftOf('EN', first)).toBe(200_000 - 33_000);
      expect(await room.leftOf('KFN', second)).toBe(0);
      expect(await room.balance()).toBe(0);
      await system.mail('en-sekreterare@sodertalje.example', /^Ny slutredovisning/);
      await eventually('it is over', async () => (await stateOf(settlement)) === 'completed');
      expect(await stateOf(transfer)).toBe('completed');
    }, 240_000);

    it('from a no to a yes is asked about, as nothing had been taken along', async () => {
      const no = { outcome: 'refuse' };
      const between = { from: 'JÄ', to: 'KS' };
      const { transfer, settlement } = await room.settledOnce([first], between, no);
      await eventually('it has ended', async () => (await stateOf(transfer)) === 'completed');
      expect(await room.leftOf('JÄ', first)).toBe(200_000 - 33_000);
      await correct(settlement, 'approve');
      expect((await answerRest(settlement, '10 000', 'KF § 71')).status).toBe(204);
      await settledSums(transfer, first, { returned: 0, carriedOver: 1_000_000 });
      expect(await room.leftOf('KS', second)).toBe(10_000);
      // What is there now is accounted for as well.
      await room.account(await room.settlementOf(transfer, second), { Facilitator: '10 000' });
      await settledSums(transfer, second, { used: 1_000_000, returned: 0 });
      expect(await room.balance()).toBe(0);
    }, 240_000);
  });
});
