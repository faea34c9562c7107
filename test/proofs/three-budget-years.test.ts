import { Conductor } from '../../scripts/rehearsal/conductor';
import { databaseKinds } from '../support/databases';
import { eventually } from '../support/eventually';
import { OwnTemporal } from '../support/own-temporal';
import { pdfText } from '../support/pdf';
import { suiteNeeding } from '../support/suites';
import { startSystem, type System } from '../support/system';
import { verified } from '../support/transfers';
import { Treasury } from '../support/treasury';

const at = (day: string) => new Date(`${day}T09:00:00Z`);

/**
 * The money of 002 in years to come: three budget years with a budget each, one of them too low at first,
 * a settlement of each year, one carry-over, and an election between the last year and its settlement.
 */
suiteNeeding('poppler')('a transfer over three budget years and an election', () => {
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
      });
      room = new Treasury(system, conductor.clock);
    });
    afterAll(() => system.close());

    const meet = (committee: string, day: string) =>
      room.changeBody(committee, 'addMeeting', { day });

    const state = async (caseId: string, year: number) =>
      (await room.planOf(caseId)).find((each) => each.year === year)?.state;

    it('is posted, settled and closed, to the öre', async () => {
      await conductor.advanceTo(at('2027-01-04'));
      await room.changeBody('KF', 'addMember', {
        ...{ name: 'Ada Ask', party: 'A', seat: 'chair' },
        ...{ from: '2027-01-01', to: '2030-10-14' },
      });
      await room.changeBody('KF', 'addMember', {
        ...{ name: 'Nils Nyvald', party: 'B', seat: 'chair', from: '2030-10-15' },
      });
      await room.adopt('KS', 2027, 1_000_000);
      const transfer = await room.begin();
      expect((await room.say(transfer, 'verify', verified)).status).toBe(204);
      await room.matterOf(transfer, 'KFN');
      for (const [committee, day, outcome] of [
        ['KFN', '2027-01-22', 'support'],
        ['KS', '2027-02-15', 'support'],
        ['KF', '2027-02-23', 'approve'],
      ] as const) {
        await room.matterOf(transfer, committee);
        await conductor.advanceTo(at(day));
        await room.resolve(transfer, committee, { outcome });
      }
      await eventually('2027 is posted', async () => (await state(transfer, 2027)) === 'posted');
      expect(await room.leftOf('KFN', 2027)).toBe(43_000);

      // The next year's budget is lower than the plan: the difference shows, and a person is asked.
      await conductor.advanceTo(at('2027-11-22'));
      await room.adopt('KS', 2028, 80_000);
      await eventually('somebody is called', async () =>
        (await room.read(transfer)).attentions.some(({ code }) => code === 'transfer.short'),
      );
      const short = (await room.planOf(transfer)).find(({ year }) => year === 2028);
      expect(short).toMatchObject({ state: 'short', missing: 600_000 });
      await room.adopt('KS', 2028, 200_000, 1);
      await eventually('2028 is posted', async () => (await state(transfer, 2028)) === 'posted');

      // 2027 is over: something is left, and the council lets it go along.
      await conductor.advanceTo(at('2028-01-17'));
      const first = await room.settlementOf(transfer, 2027);
      const used = { Facilitator: '31 500', Konferens: '3 000' };
      const wish = { rest: 'carryOver', reasons: 'Ett forum sköts upp till våren.' };
      expect((await room.account(first, used, wish)).status).toBe(204);
      for (const [committee, day, outcome] of [
        ['KS', '2028-02-14', 'support'],
        ['KF', '2028-02-29', 'approve'],
      ] as const) {
        await room.matterOf(first, committee);
        await conductor.advanceTo(at(day));
        await room.resolve(first, committee, { outcome, paragraph: '44' });
      }
      await eventually('2027 is settled', async () =>
        (await room.read(transfer)).settlements.some(({ settled }) => settled !== null),
      );
      expect(await room.leftOf('KFN', 2027)).toBe(34_500);
      expect(await room.leftOf('KFN', 2028)).toBe(86_000 + 8_500);

      await conductor.advanceTo(at('2028-11-21'));
      await room.adopt('KS', 2029, 200_000);
      await eventually('2029 is posted', async () => (await state(transfer, 2029)) === 'posted');

      // 2028 has what was carried over as well; what is left goes back without another decision.
      await conductor.advanceTo(at('2029-01-16'));
      const second = await room.settlementOf(transfer, 2028);
      const asked = await room.formOf(second, 'account');
      expect(asked.form.texts.sv['field.used.help']).toMatch(/Facilitator 88\s500/);
      await room.account(second, { Facilitator: '84 000', Konferens: '6 000' });
      await eventually('2028 is settled', async () =>
        (await room.read(transfer)).settlements.some((each) => each.year === 2028 && each.settled),
      );
      expect(await room.leftOf('KFN', 2028)).toBe(90_000);
      expect(await room.leftOf('KS', 2028)).toBe(200_000 - 86_000 + 4_500);

      // Nobody accounts for 2029 until after the election: that is said, and nothing is assumed.
      await conductor.advanceTo(at('2030-01-16'));
      const third = await room.settlementOf(transfer, 2029);
      await room.openTask(third, 'account');
      await conductor.advanceTo(at('2030-04-02'));
      await eventually('the year is flagged', async () =>
        (await room.read(transfer)).attentions.some(({ code }) => code === 'settlement.missing'),
      );
      expect(await room.leftOf('KFN', 2029)).toBe(43_000);
      await meet('KS', '2030-11-18');
      await meet('KF', '2030-12-16');
      await conductor.advanceTo(at('2030-11-04'));
      const late = { Facilitator: '40 000', Konferens: '1 000' };
      await room.account(third, late, {
        rest: 'carryOver',
        reasons: 'Konferensen blir av senare.',
      });
      for (const [committee, day, outcome] of [
        ['KS', '2030-11-19', 'support'],
        ['KF', '2030-12-17', 'refuse'],
      ] as const) {
        await room.matterOf(third, committee);
        await conductor.advanceTo(at(day));
        await room.resolve(third, committee, { outcome, paragraph: '171' });
      }
      await eventually('all is settled', async () => {
        const { state: now } = await room.read(transfer);
        return now === 'completed';
      });
      expect((await room.read(transfer)).attentions).toEqual([]);
      expect(await room.leftOf('KFN', 2029)).toBe(41_000);
      expect(await room.leftOf('KS', 2029)).toBe(200_000 - 43_000 + 2_000);
      expect(await room.balance()).toBe(0);

      const served = async (of: string) => {
        const { caseId } = await room.matterOf(of, 'KF');
        return pdfText((await room.document(caseId, /^§ /)).pdf);
      };
      expect(await served(first)).toContain('Ada Ask');
      expect(await served(third)).toContain('Nils Nyvald');

      const mail = await system.mail('kfn-sekreterare@sodertalje.example', /^Överföringen är slut/);
      expect(mail.attachments).toHaveLength(1);
      await system.mail('ks-sekreterare@sodertalje.example', /^Överföringen är slutredovisad/);
      const { pdf } = await room.document(transfer, /^Slutredovisning/);
      const text = pdfText(pdf).replace(/\s+/gu, ' ');
      for (const part of [
        '172 000 kr bokfördes. 165 500 kr användes och 6 500 kr gick tillbaka',
        'Skillnaden är 0 kr',
        'Totalt 172 000 172 000 8 500 165 500 6 500 8 500',
        'KF 2028-02-28 § 44',
        'KF 2030-12-16 § 171',
      ]) {
        expect(text).toContain(part);
      }
    }, 600_000);
  });
});
