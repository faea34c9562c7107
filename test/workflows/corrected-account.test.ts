import { sodertalje } from '../../config/municipalities/sodertalje/municipality';
import { correctedAnswersOf } from '../../database/repositories/corrected-answer.repository';
import type { AnswerCorrectionView, SettledCorrectionView } from '../../domain/api/desk';
import { stockholmDate } from '../../domain/calendar';
import type { Municipality } from '../../domain/municipality';
import { meetToday } from '../support/committees';
import { databaseKinds } from '../support/databases';
import { eventually } from '../support/eventually';
import { pdfText } from '../support/pdf';
import { suiteNeeding } from '../support/suites';
import { startSystem, type System } from '../support/system';
import { Treasury } from '../support/treasury';
import { amounts, verified } from '../support/transfers';
import { comingYears, yearOf } from '../support/years';

/** Both committees settle a transfer between them; the council alone says what is taken along. */
const { budgetTransfer, budgetSettlement } = sodertalje.processes;
const withFewBodies: Municipality = {
  ...sodertalje,
  processes: {
    ...sodertalje.processes,
    budgetTransfer: { ...budgetTransfer!, bodies: [] },
    budgetSettlement: { ...budgetSettlement!, bodies: ['KF'] },
  },
};

/** Two budget years that are over; of the first one 10 000 is taken along to the second. */
suiteNeeding('poppler')('an account of a year that was wrong', () => {
  describe.each(databaseKinds())('on %s', (kind) => {
    let system: System;
    let room: Treasury;
    const [first, second] = [yearOf() - 2, yearOf() - 1];

    beforeAll(async () => {
      system = await startSystem(kind, { municipalities: [withFewBodies] });
      room = new Treasury(system, () => new Date());
      for (const committee of ['HM', 'VM', 'KF']) await meetToday(system, committee);
      for (const year of [first, second]) await room.adopt('HM', year, 200_000);
    }, 240_000);
    afterAll(() => system.close());

    type Role = 'controller' | 'administrator' | 'secretary';
    const open = async (settlement: string, role: Role = 'controller') =>
      (await room.as(role)).get(room.path('cases', settlement, 'settled', 'account'));
    const view = async (settlement: string, role: Role = 'controller') =>
      (await (await open(settlement, role)).json()) as SettledCorrectionView;
    /** Whole kronor line by line, as of the account that was read. */
    const correct = async (
      settlement: string,
      amounts: Record<string, string>,
      { corrects, role = 'controller' }: { corrects?: string; role?: Role } = {},
    ) => {
      const { answers, corrects: standing } = await view(settlement, role);
      const used = answers['used'] as { years: number[]; lines: { name: string }[] };
      const lines = used.lines.map(({ name }) => ({ name, amounts: [amounts[name] ?? '0'] }));
      return (await room.as(role)).post(room.path('cases', settlement, 'settled', 'account'), {
        answers: { used: { years: used.years.map(String), lines }, reason: 'En nolla för lite.' },
        corrects: corrects ?? standing,
      });
    };
    const lefts = () =>
      Promise.all(['HM', 'VM'].flatMap((id) => [room.leftOf(id, first), room.leftOf(id, second)]));
    const summary = (transfer: string) =>
      system.server.database.transaction('sodertalje', async (tx) => {
        const rows = await tx
          .selectFrom('ledger_transaction as posted')
          .leftJoin('ledger_transaction as before', 'before.id', 'posted.reverses')
          .select(['posted.kind', 'posted.step', 'before.step as reverses'])
          .where('posted.case_id', '=', transfer)
          .where('posted.kind', '!=', 'transfer')
          .execute();
        return rows.map(({ kind: of, step, reverses }) =>
          of === 'reversal' ? `${of} of ${reverses}` : `${of} ${step}`,
        );
      });
    /** What the last year's money went back on, first time and anew. */
    const restingOn = (transfer: string) =>
      system.server.database.transaction('sodertalje', async (tx) => {
        const rows = await tx
          .selectFrom('ledger_transaction')
          .select('decision')
          .distinct()
          .where('case_id', '=', transfer)
          .where('step', 'like', `${second}/return%`)
          .execute();
        return rows.map(({ decision }) => decision);
      });
    /** The giver's coding was checked wrongly. */
    const recode = async (transfer: string, giverCoding: string) => {
      const { id } = (await room.read(transfer)).tasks.find(({ kind: of }) => of === 'verify')!;
      const path = room.path('cases', transfer, 'tasks', id, 'correction');
      const controller = await room.as('controller');
      const { corrects, answers } = await controller.read<AnswerCorrectionView>(path);
      const right = { ...answers, giverCoding, whyWrong: 'Fel konto.' };
      expect((await controller.post(path, { corrects, answers: right })).status).toBe(204);
    };
    /** Which of the giver's accounts what goes back is posted to, whenever it is. */
    const accountsOf = (transfer: string) =>
      system.server.database.transaction('sodertalje', async (tx) => {
        const rows = await tx
          .selectFrom('ledger_entry as entry')
          .innerJoin('ledger_transaction as posted', 'posted.id', 'entry.transaction_id')
          .innerJoin('ledger_account as account', 'account.id', 'entry.account_id')
          .select('account.coding')
          .where('posted.case_id', '=', transfer)
          .where('posted.kind', '=', 'settlement')
          .where('entry.committee', '=', 'HM')
          .execute();
        return new Set(rows.map(({ coding }) => coding.account));
      });
    const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;

    it('is corrected by another that points at it, and all that followed is posted anew', async () => {
      const transfer = await room.decided(
        [first, second].map(String),
        { from: 'HM', to: 'VM' },
        [],
      );
      // The paragraph was recorded wrongly: what is posted and filed from now on names the right one.
      const bound = await room.matterOf(transfer, 'VM');
      expect((await room.correct(bound.caseId, { paragraph: '143' })).status).toBe(204);
      await recode(transfer, '4951-1100-110');
      const one = await room.settlementOf(transfer, first);
      const wish = { rest: 'carryOver', reasons: 'Ett forum sköts upp.' };
      await room.account(one, { Facilitator: '30 000', Konferens: '3 000' }, wish);
      // Nobody has decided on the rest: there is nothing settled to correct.
      expect(await codeOf(await open(one))).toBe('settlement.notSettled');
      expect(await codeOf(await open(transfer))).toBe('settlement.unknown');
      await room.resolve(one, 'KF', { outcome: 'approve' });
      const two = await room.settlementOf(transfer, second);
      await room.openTask(two, 'account');

      // The first year is corrected while the second one is being settled: it is asked anew.
      expect((await correct(one, { Facilitator: '32 000', Konferens: '3 000' })).status).toBe(204);
      const asked = await eventually('the second year is asked anew', async () => {
        const found = (await room.read(transfer)).settlements.find(({ year }) => year === second);
        return found && found.caseId !== two ? found : undefined;
      });
      expect(asked.moved).toBe(9_400_000);
      expect((await room.read(two)).state).toBe('closed');

      // Whoever accounts for a year corrects nothing in it.
      const used = await room.filled(asked.caseId, 'account', {
        ...{ Facilitator: '80 000', Konferens: '5 000' },
      });
      await room.say(asked.caseId, 'account', { used, rest: 'giveBack' });
      await eventually(
        'it has ended',
        async () => (await room.read(transfer)).state === 'completed',
      );
      expect(await codeOf(await open(asked.caseId))).toBe('task.ownAccount');
      expect(await codeOf(await open(asked.caseId, 'secretary'))).toBe('official.notAllowed');
      expect(await lefts()).toEqual([157_000, 123_000, 35_000, 85_000]);

      // More than there was, or what is known already, is said at its field.
      const tooMuch = await correct(one, { Facilitator: '40 001', Konferens: '0' });
      expect(await tooMuch.json()).toMatchObject({
        fields: { 'used.lines.0.amounts.0': 'amountAbove' },
      });
      const same = await correct(one, { Facilitator: '32 000', Konferens: '3 000' });
      expect(await same.json()).toMatchObject({ fields: { used: 'accountSame' } });

      // Less was used: the council has let 10 000 go along, and no more.
      const { corrects } = await view(one);
      expect((await correct(one, { Facilitator: '28 000', Konferens: '3 000' })).status).toBe(204);
      const late = await correct(one, { Konferens: '1' }, { corrects, role: 'administrator' });
      expect(await late.json()).toMatchObject({ code: 'task.correctedBy' });
      expect(await lefts()).toEqual([159_000, 125_000, 31_000, 85_000]);
      const { settlements, events } = await room.read(transfer);
      expect(settlements).toMatchObject([
        { settled: { used: 3_100_000, returned: 200_000, carriedOver: 1_000_000 } },
        { moved: 9_600_000, settled: { used: 8_500_000, returned: 1_100_000 } },
      ]);
      expect(settlements.map(({ changed }) => changed)).toEqual([['account'], ['account']]);
      expect(events.filter(({ event }) => event === 'accountCorrected')).toHaveLength(2);
      expect(await summary(transfer)).toEqual(
        expect.arrayContaining([
          `carryOver ${first}/carryOver#2`,
          `reversal of ${first}/carryOver#2`,
          `settlement ${first}/return#3`,
          `carryOver ${first}/carryOver#3`,
          `settlement ${second}/return#2`,
        ]),
      );
      expect(await room.balance()).toBe(0);
      const kept = await system.server.database.transaction('sodertalje', (tx) =>
        correctedAnswersOf(tx, 'sodertalje', one),
      );
      const controller = 'sodertalje-controller';
      expect(kept.map(({ recorded_by: by }) => by)).toEqual([controller, controller]);
      expect(kept[1]?.corrects).toBe(kept[0]?.submission_id);

      for (const id of ['vm-sekreterare', 'hm-sekreterare', 'controller']) {
        const mail = await system.mail(`${id}@sodertalje.example`, /^Redovisningen är rättad/);
        expect(mail.text).toContain('kommunens controller har rättat den');
      }
      const anew = await system.mail('vm-sekreterare@sodertalje.example', /^Ny slutredovisning/);
      expect(anew.attachments).toHaveLength(1);
      const { pdf } = await room.document(transfer, /^Slutredovisning/);
      const text = pdfText(Buffer.from(pdf)).replace(/\s+/gu, ' ');
      expect(text).toContain('En redovisning av vad pengarna användes till var fel');
      expect(text).toContain(`VM ${stockholmDate(new Date())} § 143`);
      expect(await accountsOf(transfer)).toEqual(new Set(['4951']));
      expect(await restingOn(transfer)).toEqual([`VM ${stockholmDate(new Date())} § 143`]);
      expect(text).toContain('129 000 kr bokfördes. 116 000 kr användes och 13 000 kr gick till');

      // What went back and has been spent since then cannot be taken once more: nothing is changed.
      const left = await room.leftOf('HM', first);
      await room.adopt('HM', first, 200_000 - left, 1);
      const spent = await correct(one, { Facilitator: '30 000', Konferens: '3 000' });
      expect(await codeOf(spent)).toBe('ledger.notCovered');
      expect((await view(one)).corrects).toBe(kept[1]?.submission_id);
      expect(await room.leftOf('VM', first)).toBe(31_000);
    }, 240_000);

    it('is not short any more when its giver gets the money from somebody else', async () => {
      const next = comingYears[0];
      await room.adopt('HM', next, 50_000);
      await room.adopt('VM', next, 50_000);
      const money = amounts(['40 000'], ['3 000']);
      const short = await room.begin({
        ...{ from: 'HM', to: 'VM', amounts: { ...money, years: [String(next)] } },
      });
      await room.say(short, 'verify', verified);
      await room.resolve(short, 'HM', { outcome: 'support' });
      await room.adopt('HM', next, 10_000, 1);
      await room.resolve(short, 'VM', { outcome: 'approve' });
      const codes = async () => (await room.read(short)).attentions.map(({ code }) => code);
      await eventually('the money is missing', async () =>
        (await codes()).includes('transfer.short'),
      );
      const other = await room.decided([String(next)], { from: 'VM', to: 'HM' }, []);
      for (const transfer of [other, short]) {
        await eventually('it is posted', async () => {
          return (await room.planOf(transfer))[0]?.state === 'posted';
        });
      }
      expect(await codes()).toEqual([]);
      expect([await room.leftOf('HM', next), await room.leftOf('VM', next)]).toEqual([
        10_000, 50_000,
      ]);
    });

    it('is not posted between committees that have become one, until they have not', async () => {
      const next = comingYears[1];
      const held = await room.decided([String(next)], { from: 'HM', to: 'VM' }, []);
      const change = async (kindOf: string, answers: Record<string, string>, corrects?: string) => {
        const body = { kind: kindOf, answers, ...(corrects !== undefined && { corrects }) };
        const secretary = await room.as('secretary');
        const said = await secretary.post(room.path('committees', 'HM', 'changes'), body);
        expect(said.status).toBe(204);
      };
      const codes = async () => (await room.read(held)).attentions.map(({ code }) => code);
      await change('end', { day: stockholmDate(new Date()), successor: 'VM' });
      await eventually('somebody is called', async () => {
        return (await codes()).includes('transfer.sameBody');
      });
      await room.adopt('HM', next, 50_000);
      await eventually('its budget is there', async () => {
        return (await room.planOf(held))[0]?.state === 'ready';
      });
      const { ending } = await (
        await room.as('secretary')
      ).read<{ ending: { id: string } }>(room.path('committees', 'HM'));
      expect(await codes()).toEqual(['transfer.sameBody']);
      await change('correctEnd', { right: 'never', reason: 'Fel rad.' }, ending.id);
      await eventually('it is posted after all', async () => {
        return (await room.planOf(held))[0]?.state === 'posted';
      });
      expect(await codes()).toEqual([]);
    });
  });
});
