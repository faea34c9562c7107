import { stockholmDate } from '../../domain/calendar';
import { meetToday } from '../support/committees';
import { databaseKinds } from '../support/databases';
import { eventually } from '../support/eventually';
import { pdfText } from '../support/pdf';
import { suiteNeeding } from '../support/suites';
import { startSystem, type System } from '../support/system';
import { byCouncilAlone, Treasury } from '../support/treasury';
import { comingYears, yearOf } from '../support/years';

/** Two budget years that are over; of the first one 10 000 is taken along to the second. */
suiteNeeding('poppler')('money that was taken along by a decision that a court annuls', () => {
  describe.each(databaseKinds())('on %s', (kind) => {
    let system: System;
    let room: Treasury;
    let settledOnes: { transfer: string; settlement: string }[];
    const today = stockholmDate(new Date());
    const [first, second] = [yearOf() - 2, yearOf() - 1];
    const later = comingYears[1];

    beforeAll(async () => {
      system = await startSystem(kind, { municipalities: [byCouncilAlone] });
      room = new Treasury(system, () => new Date());
      for (const committee of ['KFN', 'KS', 'KF', 'HM', 'EN', 'VM', 'JÄ'])
        await meetToday(system, committee);
      const both = [first, second];
      settledOnes = await Promise.all([
        carriedOver([...both, later], { from: 'HM', to: 'VM' }),
        carriedOver(both, { from: 'EN', to: 'KFN' }),
        carriedOver([first], { from: 'JÄ', to: 'KS' }),
      ]);
    }, 240_000);
    afterAll(() => system.close());

    /** The council lets what is left of the first year go along. */
    const carriedOver = async (years: number[], between: { from: string; to: string }) => {
      for (const year of [first, second]) await room.adopt(between.from, year, 200_000);
      return room.settledOnce(years, between);
    };
    const annul = async (settlement: string) => {
      const { caseId } = await room.matterOf(settlement, 'KF');
      for (const event of ['appealed', 'annulled'])
        expect((await room.happen(caseId, { kind: event, day: today })).status).toBe(204);
    };
    /** What was recorded of the decision had never happened. */
    const strike = async (settlement: string, kindOf: string) => {
      const { caseId } = await room.matterOf(settlement, 'KF');
      const decision = (await room.read(caseId)).decisions[0]!;
      const event = decision.events.findLast((each) => each.kind === kindOf)?.id;
      const path = room.path('cases', caseId, 'decisions', decision.id, 'event-corrections');
      const said = { event, day: null, reason: 'Domen gällde ett annat beslut.' };
      expect((await (await room.as('registrar')).post(path, said)).status).toBe(204);
    };
    const settledIn = (transfer: string, year: number) =>
      eventually(`${year} is settled`, async () =>
        (await room.read(transfer)).settlements.find((each) => each.year === year && each.settled),
      );
    const lefts = (...committees: string[]) =>
      Promise.all(committees.flatMap((id) => [room.leftOf(id, first), room.leftOf(id, second)]));
    const codesOf = async (id: string) => (await room.read(id)).attentions.map(({ code }) => code);
    /** Transactions of a transfer: kind, step and the step of what they take back. */
    const posted = (transfer: string) =>
      system.server.database.transaction('sodertalje', async (tx) => {
        const rows = await tx
          .selectFrom('ledger_transaction as posted')
          .leftJoin('ledger_transaction as before', 'before.id', 'posted.reverses')
          .select(['posted.id', 'posted.kind', 'posted.step', 'before.step as reverses'])
          .where('posted.case_id', '=', transfer)
          .where('posted.kind', '!=', 'transfer')
          .execute();
        return rows;
      });
    const summary = async (transfer: string) =>
      (await posted(transfer)).map(({ kind: of, step, reverses }) =>
        of === 'reversal' ? `${of} of ${reverses}` : `${of} ${step}`,
      );

    it('is taken back by new postings, also where both years are settled, once, and is told', async () => {
      const { transfer, settlement } = settledOnes[0]!;
      // 90 000 and 6 000 to account for; without the first year's money it has used 2 000 too much.
      const next = await room.settlementOf(transfer, second);
      await room.account(next, { Facilitator: '82 000', Konferens: '5 000' });
      await settledIn(transfer, second);
      expect(await lefts('HM', 'VM')).toEqual([157_000, 123_000, 33_000, 87_000]);

      // What the giver got back of the second year it does not have any more: somebody is called.
      await room.adopt('HM', second, 77_000, 1);
      await annul(settlement);
      await eventually('somebody is called', async () =>
        (await codesOf(transfer)).includes('ledger.notCovered'),
      );
      expect(await lefts('HM', 'VM')).toEqual([157_000, 0, 33_000, 87_000]);
      await room.adopt('HM', second, 200_000, 2);
      await eventually('it is undone', async () => (await summary(transfer)).length === 6);
      expect(await lefts('HM', 'VM')).toEqual([167_000, 115_000, 33_000, 85_000]);
      expect((await summary(transfer)).sort()).toEqual(
        [
          `carryOver ${first}/carryOver`,
          `settlement ${second}/return`,
          `reversal of ${second}/return`,
          `reversal of ${first}/carryOver`,
          `settlement ${first}/return#2`,
          `settlement ${second}/return#2`,
        ].sort(),
      );
      const { settlements, events } = await room.read(transfer);
      expect(settlements).toMatchObject([
        {
          settled: { used: 3_300_000, returned: 1_000_000, carriedOver: 0 },
          changed: ['decision'],
        },
        {
          moved: 8_600_000,
          settled: { used: 8_500_000, returned: 100_000 },
          changed: ['decision'],
        },
      ]);
      expect(events.filter(({ event }) => event === 'yearResettled')).toHaveLength(2);
      expect(await codesOf(settlement)).not.toContain('decision.annulled');
      expect(await codesOf(transfer)).toEqual([]);
      for (const id of ['vm-sekreterare', 'hm-sekreterare', 'controller']) {
        const mail = await system.mail(`${id}@sodertalje.example`, /^Pengar som togs med går till/);
        expect(mail.text).toContain('upphävt av domstol');
      }

      // Whoever looks again, or takes it back at the desk as well, changes nothing.
      const officer = await room.as('officer');
      for (const wish of ['pause', 'resume'])
        await officer.post(room.path('cases', transfer, 'interventions'), {
          ...{ kind: wish, reason: 'Frågan utreds.' },
        });
      const carried = (await posted(transfer)).find(({ kind: of }) => of === 'carryOver');
      const controller = await room.as('controller');
      const path = room.path('ledger', 'transactions', carried?.id ?? '', 'reversal');
      expect((await controller.post(path, { decision: 'Upphävt' })).status).toBe(201);
      expect(await summary(transfer)).toHaveLength(6);
      expect(await room.balance()).toBe(0);

      // The court had annulled something else: the money is taken along again.
      await strike(settlement, 'annulled');
      await eventually('it is there again', async () => (await summary(transfer)).length === 9);
      expect(await lefts('HM', 'VM')).toEqual([157_000, 123_000, 33_000, 87_000]);
      expect(await room.balance()).toBe(0);
      expect((await room.read(transfer)).settlements[0]).toMatchObject({
        settled: { used: 3_300_000, returned: 0, carriedOver: 1_000_000 },
        changed: ['decision', 'restored'],
      });
      await system.mail('vm-sekreterare@sodertalje.example', /^Pengar tas med till nästa år igen/);
    }, 240_000);

    it('is not accounted for any more in a year that is being settled', async () => {
      const { transfer, settlement } = settledOnes[1]!;
      const before = await room.settlementOf(transfer, second);
      await room.openTask(before, 'account');
      await annul(settlement);
      const after = await eventually('it is asked anew', async () => {
        const found = (await room.read(transfer)).settlements.find(({ year }) => year === second);
        return found && found.caseId !== before ? found : undefined;
      });
      expect(after.moved).toBe(8_600_000);
      expect((await room.read(before)).state).toBe('closed');
      await room.account(after.caseId, { Facilitator: '80 000', Konferens: '4 000' });
      await eventually(
        'it has ended',
        async () => (await room.read(transfer)).state === 'completed',
      );
      expect(await lefts('EN', 'KFN')).toEqual([167_000, 116_000, 33_000, 84_000]);
      const { pdf } = await room.document(transfer, /^Slutredovisning/);
      const text = pdfText(Buffer.from(pdf)).replace(/\s+/gu, ' ');
      expect(text).toContain('Årets avräkning har ändrats.');
      expect(text).toContain('129 000 kr bokfördes. 117 000 kr användes och 12 000 kr gick till');
      expect(await room.balance()).toBe(0);
    }, 240_000);

    it('is taken back at the desk where the transfer has ended', async () => {
      const { transfer, settlement } = settledOnes[2]!;
      const next = await room.settlementOf(transfer, second);
      await room.account(next, { Facilitator: '9 000' });
      await eventually(
        'it has ended',
        async () => (await room.read(transfer)).state === 'completed',
      );
      expect(await lefts('JÄ', 'KS')).toEqual([157_000, 201_000, 33_000, 9_000]);
      const carried = (await posted(transfer)).find(({ kind: of }) => of === 'carryOver');
      const controller = await room.as('controller');
      const reverse = () =>
        controller.post(room.path('ledger', 'transactions', carried?.id ?? '', 'reversal'), {
          decision: 'Förvaltningsrätten har upphävt beslutet.',
        });
      expect(await (await reverse()).json()).toMatchObject({ code: 'ledger.settled' });
      await annul(settlement);
      expect(await codesOf(settlement)).toContain('decision.annulled');
      const [done, again] = [await reverse(), await reverse()];
      expect([done.status, again.status]).toEqual([201, 201]);
      expect(await done.json()).toEqual(await again.json());
      expect(await lefts('JÄ', 'KS')).toEqual([167_000, 200_000, 33_000, 0]);
      expect(await room.balance()).toBe(0);
      for (const id of ['ks-sekreterare', 'ja-sekreterare']) {
        await system.mail(`${id}@sodertalje.example`, /^Pengar som togs med går tillbaka/);
        const mail = await system.mail(`${id}@sodertalje.example`, /^Ny slutredovisning/);
        expect(mail.attachments).toHaveLength(1);
      }
      const statement = await room.document(transfer, /^Slutredovisning/);
      const text = pdfText(Buffer.from(statement.pdf)).replace(/\s+/gu, ' ');
      expect(text).toContain('Årets avräkning har ändrats.');
      expect(text).toContain('43 000 kr bokfördes. 33 000 kr användes och 10 000 kr gick till');
      const { events, letters } = await room.read(transfer);
      expect(events.filter(({ event }) => event === 'yearResettled')).not.toEqual([]);
      const statements = letters.filter(({ template }) => template === 'transferSettledAnew');
      expect(new Set(statements.map(({ recipientEmail }) => recipientEmail)).size).toBe(
        statements.length,
      );
    }, 240_000);
  });
});
