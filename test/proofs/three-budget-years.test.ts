import { meetOn } from '../support/committees';
import { startConducted, type Conducted } from '../support/conducted';
import { databaseKinds } from '../support/databases';
import { eventually } from '../support/eventually';
import { OwnTemporal } from '../support/own-temporal';
import { pdfText } from '../support/pdf';
import { suiteNeeding } from '../support/suites';
import { verified } from '../support/transfers';
import { Treasury } from '../support/treasury';
import { comingYears } from '../support/years';

const at = (day: string) => new Date(`${day}T09:00:00Z`);
const [year1, year2, year3] = comingYears;
const electionYear = year3 + 1;

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
    let conducted: Conducted;
    let system: Conducted['system'];
    let conductor: Conducted['conductor'];
    let room: Treasury;

    beforeAll(async () => {
      conducted = await startConducted(kind, temporal);
      ({ system, conductor } = conducted);
      room = new Treasury(system, conductor.clock);
    });
    afterAll(() => conducted.close());

    /** Bodies deal with it one after the other, each at a meeting of its own. */
    const resolve = async (
      caseId: string,
      meetings: readonly (readonly [committee: string, day: string, outcome: string])[],
      said: Record<string, unknown> = {},
    ) => {
      for (const [committee, day, outcome] of meetings) {
        await room.matterOf(caseId, committee);
        await meetOn(system, committee, day);
        await conductor.advanceTo(at(day));
        await room.resolve(caseId, committee, { outcome, ...said });
      }
    };

    const state = async (caseId: string, year: number) =>
      (await room.planOf(caseId)).find((each) => each.year === year)?.state;

    it('is posted, settled and closed, to the öre', async () => {
      await conductor.advanceTo(at(`${year1}-01-04`));
      await room.changeBody('KF', 'addMember', {
        ...{ name: 'Ada Ask', party: 'A', seat: 'chair' },
        ...{ from: `${year1}-01-01`, to: `${electionYear}-10-14` },
      });
      await room.changeBody('KF', 'addMember', {
        ...{ name: 'Nils Nyvald', party: 'B', seat: 'chair', from: `${electionYear}-10-15` },
      });
      await room.adopt('KS', year1, 1_000_000);
      const transfer = await room.begin();
      expect((await room.say(transfer, 'verify', verified)).status).toBe(204);
      await room.matterOf(transfer, 'KFN');
      await resolve(transfer, [
        ['KFN', `${year1}-01-22`, 'support'],
        ['KS', `${year1}-02-15`, 'support'],
        ['KF', `${year1}-02-23`, 'approve'],
      ]);
      await eventually(
        `${year1} is posted`,
        async () => (await state(transfer, year1)) === 'posted',
      );
      expect(await room.leftOf('KFN', year1)).toBe(43_000);

      // The next year's budget is lower than the plan: the difference shows, and a person is asked.
      await conductor.advanceTo(at(`${year1}-11-22`));
      await room.adopt('KS', year2, 80_000);
      await eventually('somebody is called', async () =>
        (await room.read(transfer)).attentions.some(({ code }) => code === 'transfer.short'),
      );
      const short = (await room.planOf(transfer)).find(({ year }) => year === year2);
      expect(short).toMatchObject({ state: 'short', missing: 600_000 });
      await room.adopt('KS', year2, 200_000, 1);
      await eventually(
        `${year2} is posted`,
        async () => (await state(transfer, year2)) === 'posted',
      );

      // The first year is over: something is left, and the council lets it go along.
      await conductor.advanceTo(at(`${year2}-01-18`));
      const first = await room.settlementOf(transfer, year1);
      const used = { Facilitator: '31 500', Konferens: '3 000' };
      const wish = { rest: 'carryOver', reasons: 'Ett forum sköts upp till våren.' };
      expect((await room.account(first, used, wish)).status).toBe(204);
      const carriedOver = [
        ['KS', `${year2}-02-14`, 'support'],
        ['KF', `${year2}-02-28`, 'approve'],
      ] as const;
      await resolve(first, carriedOver, { paragraph: '44' });
      await eventually(`${year1} is settled`, async () =>
        (await room.read(transfer)).settlements.some(({ settled }) => settled !== null),
      );
      expect(await room.leftOf('KFN', year1)).toBe(34_500);
      expect(await room.leftOf('KFN', year2)).toBe(86_000 + 8_500);

      await conductor.advanceTo(at(`${year2}-11-21`));
      await room.adopt('KS', year3, 200_000);
      await eventually(
        `${year3} is posted`,
        async () => (await state(transfer, year3)) === 'posted',
      );

      // The second year has what was carried over as well; what is left goes back without another decision.
      await conductor.advanceTo(at(`${year3}-01-18`));
      const second = await room.settlementOf(transfer, year2);
      const asked = await room.formOf(second, 'account');
      expect(asked.form.texts.sv['field.used.help']).toMatch(/Facilitator 88\s500/);
      await room.account(second, { Facilitator: '84 000', Konferens: '6 000' });
      await eventually(`${year2} is settled`, async () =>
        (await room.read(transfer)).settlements.some((each) => each.year === year2 && each.settled),
      );
      expect(await room.leftOf('KFN', year2)).toBe(90_000);
      expect(await room.leftOf('KS', year2)).toBe(200_000 - 86_000 + 4_500);

      // Nobody accounts for the third year until after the election: that is said, and nothing is assumed.
      await conductor.advanceTo(at(`${electionYear}-01-18`));
      const third = await room.settlementOf(transfer, year3);
      await room.openTask(third, 'account');
      await conductor.advanceTo(at(`${electionYear}-04-15`));
      await eventually('the year is flagged', async () =>
        (await room.read(transfer)).attentions.some(({ code }) => code === 'settlement.missing'),
      );
      expect(await room.leftOf('KFN', year3)).toBe(43_000);
      const refused = [
        ['KS', `${electionYear}-11-19`, 'support'],
        ['KF', `${electionYear}-12-17`, 'refuse'],
      ] as const;
      // The matter is put on a meeting that there is: who serves then is known when it is recorded.
      for (const [committee, day] of refused) await meetOn(system, committee, day);
      await conductor.advanceTo(at(`${electionYear}-11-04`));
      const late = { Facilitator: '40 000', Konferens: '1 000' };
      await room.account(third, late, {
        rest: 'carryOver',
        reasons: 'Konferensen blir av senare.',
      });
      await resolve(third, refused, { paragraph: '171' });
      await eventually('all is settled', async () => {
        const { state: now } = await room.read(transfer);
        return now === 'completed';
      });
      expect((await room.read(transfer)).attentions).toEqual([]);
      expect(await room.leftOf('KFN', year3)).toBe(41_000);
      expect(await room.leftOf('KS', year3)).toBe(200_000 - 43_000 + 2_000);
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
        `KF ${year2}-02-28 § 44`,
        `KF ${electionYear}-12-17 § 171`,
      ]) {
        expect(text).toContain(part);
      }
    }, 600_000);
  });
});
