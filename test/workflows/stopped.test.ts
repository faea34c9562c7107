import { stockholmDate } from '../../domain/calendar';
import type { Problem } from '../../domain/api/shapes';
import { meetToday, place } from '../support/committees';
import { databaseKinds } from '../support/databases';
import { eventually } from '../support/eventually';
import { pdfText } from '../support/pdf';
import { suiteNeeding } from '../support/suites';
import { startSystem, type System } from '../support/system';
import { sayWhileClosing } from '../support/word-at-closing';
import { verified } from '../support/transfers';
import { Treasury } from '../support/treasury';
import { comingYears, yearOf } from '../support/years';

/** Where no person of the process itself is asked, it can be paused and ended all the same. */
suiteNeeding('poppler')('a case that waits for others', () => {
  describe.each(databaseKinds())('on %s', (kind) => {
    let system: System;
    let room: Treasury;
    const today = stockholmDate(new Date());
    const thisYear = yearOf();

    beforeAll(async () => {
      system = await startSystem(kind);
      room = new Treasury(system, () => new Date());
      for (const committee of ['KFN', 'KS', 'KF', 'HM', 'EN', 'VM'])
        await meetToday(system, committee);
    });
    afterAll(() => system.close());

    const wish = async (caseId: string, kindOf: 'pause' | 'resume' | 'cancel') => {
      const officer = await room.as('officer');
      const path = room.path('cases', caseId, 'interventions');
      return officer.post(path, { kind: kindOf, reason: 'Frågan utreds vidare.' });
    };
    const placesOf = async (caseId: string) =>
      (await room.read(caseId)).circulations[0]!.places.map(({ committee, matter, decision }) => [
        committee,
        matter !== null,
        decision?.outcome ?? null,
      ]);
    const closed = (caseId: string) =>
      eventually('it has ended', async () => {
        const { closedAt, state } = await room.read(caseId);
        return closedAt === null ? undefined : state;
      });
    const lettersTo = async (address: string, subject: RegExp) =>
      (await system.mailsTo(address)).filter((mail) => subject.test(mail.subject));

    const decided = (years: string[], from: string, to: string) =>
      room.decided(years, { from, to });
    const states = async (caseId: string) =>
      (await room.planOf(caseId)).map(({ state, posted }) => [state, posted]);
    const later = comingYears.map(String);

    it('asks nobody while it is paused from its beginning, and may be ended then', async () => {
      await system.worker.stop();
      const ids = [await room.begin(), await room.begin()] as const;
      for (const id of ids) expect((await wish(id, 'pause')).status).toBe(204);
      await system.worker.start();
      for (const id of ids) {
        await room.heard(id, ['start', 'look']);
        expect((await room.read(id)).tasks).toEqual([]);
      }
      expect((await wish(ids[0], 'resume')).status).toBe(204);
      await room.openTask(ids[0], 'verify');
      expect((await wish(ids[1], 'cancel')).status).toBe(204);
      expect(await closed(ids[1])).toBe('closed');
      expect((await room.read(ids[1])).tasks).toEqual([]);
    });

    it('is paused also where an answer is on its way, which counts when it goes on', async () => {
      const caseId = await room.begin();
      const { id } = await room.openTask(caseId, 'verify');
      await system.worker.stop();
      const controller = await room.as('controller');
      const path = room.path('cases', caseId, 'tasks', id, 'signed-in-answer');
      expect((await controller.post(path, { answers: verified })).status).toBe(204);
      expect((await wish(caseId, 'pause')).status).toBe(204);
      await system.worker.start();
      await room.heard(caseId);
      expect((await room.read(caseId)).circulations).toEqual([]);
      expect((await wish(caseId, 'resume')).status).toBe(204);
      await room.matterOf(caseId, 'KFN');
    });

    it('sends a matter to nobody else while it is paused, and takes then what was decided meanwhile', async () => {
      const { caseId } = await room.send({
        order: 'inOrder',
        bodies: [place('KFN'), place('HM')],
      });
      const first = await room.matterOf(caseId, 'KFN');
      await room.asked(first.caseId, 'decide');
      expect((await wish(caseId, 'pause')).status).toBe(204);
      expect((await wish(caseId, 'pause')).status).toBe(409);
      await room.decide(first.caseId, { outcome: 'support' });
      await room.heard(caseId);
      expect(await placesOf(caseId)).toEqual([
        ['KFN', true, 'support'],
        ['HM', false, null],
      ]);
      expect((await wish(caseId, 'resume')).status).toBe(204);
      await room.matterOf(caseId, 'HM');
    });

    it('ends with its open matters, whose secretaries are told, and leaves what is decided', async () => {
      const { caseId, number } = await room.send({
        order: 'atOnce',
        bodies: [place('KFN'), place('HM'), place('EN')],
      });
      const [kfn, hm, en] = [
        await room.matterOf(caseId, 'KFN'),
        await room.matterOf(caseId, 'HM'),
        await room.matterOf(caseId, 'EN'),
      ];
      await room.decide(kfn.caseId, { outcome: 'support' });
      await room.asked(kfn.caseId, 'minutes');
      for (const each of [hm, en]) await room.asked(each.caseId, 'decide');
      expect((await wish(caseId, 'cancel')).status).toBe(204);
      expect(await closed(caseId)).toBe('closed');
      expect(await closed(hm.caseId)).toBe('closed');
      expect(await closed(en.caseId)).toBe('closed');
      for (const [address, matter] of [
        ['hm-sekreterare@sodertalje.example', hm],
        ['en-sekreterare@sodertalje.example', en],
      ] as const) {
        const subject = new RegExp(`^Ärendet är avslutat: .*${matter.number}$`);
        const mail = await system.mail(address, subject);
        expect(mail.text).toContain('Har nämnden inte behandlat det än behöver den inte göra det.');
      }
      // The decided one goes on to its minutes and its finality.
      await room.minutes(kfn.caseId, today, today);
      const subject = new RegExp(`^Ärendet är avslutat: .*${kfn.number}$`);
      expect(await lettersTo('kfn-sekreterare@sodertalje.example', subject)).toEqual([]);
      expect((await room.read(kfn.caseId)).decisions).toHaveLength(1);
      expect((await wish(caseId, 'cancel')).status).toBe(409);
      expect(number).not.toBe('');
    });

    it('ends while its decision waits for finality, and the decision stands', async () => {
      const bodies = [place('KS', 'decide')];
      const { caseId } = await room.send({ order: 'atOnce', bodies });
      const matter = await room.matterOf(caseId, 'KS');
      await room.decide(matter.caseId, { outcome: 'approve' });
      await room.minutes(matter.caseId, today, today);
      await room.heard(matter.caseId);
      expect((await wish(matter.caseId, 'pause')).status).toBe(204);
      expect((await wish(matter.caseId, 'resume')).status).toBe(204);
      await room.heard(matter.caseId);
      expect((await wish(matter.caseId, 'cancel')).status).toBe(204);
      expect(await closed(matter.caseId)).toBe('closed');
      expect((await room.read(matter.caseId)).decisions).toMatchObject([{ outcome: 'approve' }]);
      const subject = new RegExp(`^Ärendet är avslutat: .*${matter.number}$`);
      await system.mail('ks-sekreterare@sodertalje.example', subject);
    });

    it('posts nothing while a transfer is paused, and all that can be posted afterwards', async () => {
      const caseId = await decided(later, 'KS', 'KFN');
      expect((await wish(caseId, 'pause')).status).toBe(204);
      await room.adopt('KS', Number(later[0]), 100_000);
      await room.heard(caseId);
      expect(await states(caseId)).toEqual([
        ['ready', 0],
        ['planned', 0],
        ['planned', 0],
      ]);
      expect((await wish(caseId, 'resume')).status).toBe(204);
      await eventually('the year is posted', async () => {
        const [first] = await states(caseId);
        return first?.[0] === 'posted';
      });
      expect(await room.balance()).toBe(0);
    }, 240_000);

    it('drops the years of a transfer that nothing has been posted of, and ends', async () => {
      const caseId = await decided(later, 'HM', 'KFN');
      expect((await wish(caseId, 'cancel')).status).toBe(204);
      expect(await closed(caseId)).toBe('closed');
      expect(await states(caseId)).toEqual(later.map(() => ['dropped', 0]));
      const [, number] = /(KS [\d/]+)$/.exec((await room.read(caseId)).number) ?? [];
      for (const id of ['hm', 'kfn']) {
        const subject = new RegExp(`^Överföringen är avbruten: .*${number}$`);
        await system.mail(`${id}-sekreterare@sodertalje.example`, subject);
      }
      await room.adopt('HM', Number(later[0]), 100_000);
      expect(await room.leftOf('HM', Number(later[0]))).toBe(100_000);
      expect(await states(caseId)).toEqual(later.map(() => ['dropped', 0]));
      expect(await room.balance()).toBe(0);
    }, 240_000);

    it('settles the years that have been posted, and forgets none of them', async () => {
      const past = thisYear - 2;
      await room.adopt('EN', past, 100_000);
      const years = [String(past), ...later.slice(0, 2)];
      const caseId = await decided(years, 'EN', 'KFN');
      await eventually('the first year is posted', async () => {
        const [first] = await states(caseId);
        return first?.[0] === 'posted';
      });
      expect((await wish(caseId, 'cancel')).status).toBe(204);
      expect(await states(caseId)).toEqual([
        ['posted', 4_300_000],
        ['dropped', 0],
        ['dropped', 0],
      ]);
      const { state, events } = await room.read(caseId);
      expect(state).toBe('awaitingDecision');
      expect(events.map(({ event }) => event)).toContain('yearsDropped');
      const again = await wish(caseId, 'cancel');
      expect(((await again.json()) as Problem).code).toBe('transfer.posted');
      const settlement = await room.settlementOf(caseId, past);
      // What is said after the process has looked for the last time is heard all the same, and only once.
      const stop = await sayWhileClosing(system.server.database, caseId);
      const said = await room.account(settlement, { Facilitator: '30 000', Konferens: '3 000' });
      expect(said.status).toBe(204);
      expect(await closed(caseId)).toBe('completed');
      await room.heard(caseId);
      await stop();
      const { last, closing } = await system.server.database.transaction('sodertalje', (tx) =>
        tx
          .selectFrom('outbox')
          .innerJoin('cases', 'cases.id', 'outbox.case_id')
          .select((of) => of.fn.max('outbox.consumed_at').as('last'))
          .select('cases.closed_at as closing')
          .where('cases.id', '=', caseId)
          .where('outbox.kind', '=', 'look')
          .groupBy('cases.closed_at')
          .executeTakeFirstOrThrow(),
      );
      expect(last?.getTime()).toBeGreaterThan(closing?.getTime() ?? Infinity);
      await eventually('its run is over', async () => {
        const run = system.temporal.client.workflow.getHandle(system.workflowId({ caseId }));
        return (await run.describe()).status.name === 'COMPLETED';
      });
      const { pdf } = await room.document(caseId, /^Slutredovisning/);
      const text = pdfText(Buffer.from(pdf));
      expect(text).toContain('Året ströks när överföringen avbröts.');
      expect(await room.leftOf('EN', past)).toBe(67_000);
      expect(await room.leftOf('KFN', past)).toBe(33_000);
      expect(await room.balance()).toBe(0);
    }, 240_000);

    it('settles nothing while a court has stopped the decision, and is undone when it annuls it', async () => {
      const [first, second] = [thisYear - 2, thisYear - 1];
      for (const year of [first, second]) await room.adopt('HM', year, 100_000);
      const caseId = await decided([String(first), String(second), later[1]!], 'HM', 'VM');
      const council = await room.matterOf(caseId, 'KF');
      const court = async (...events: string[]) => {
        for (const event of events) {
          const said = await room.happen(council.caseId, { kind: event, day: today });
          expect(said.status).toBe(204);
        }
      };
      const codesOf = async (id: string) =>
        (await room.read(id)).attentions.map(({ code }) => code);
      const accountedInVain = async (year: number) => {
        const settlement = await room.settlementOf(caseId, year);
        await room.account(settlement, { Facilitator: '30 000', Konferens: '3 000' });
        await eventually('the settlement is stopped', async () =>
          (await codesOf(settlement)).includes('transfer.stopped'),
        );
        return settlement;
      };
      const controller = await room.as('controller');
      /** What was posted of a year beside its budget, the latest first. */
      const posted = async (year: number) => {
        const { entries } = await controller.read<{
          entries: { transactionId: string; kind: string }[];
        }>(room.path('ledger', 'HM', String(year)));
        const own = (of: string) => entries.filter(({ kind: each }) => each === of);
        const ids = [...own('settlement'), ...own('transfer')].map((entry) => entry.transactionId);
        return [...new Set(ids)];
      };
      const reverse = (id: string) =>
        controller.post(room.path('ledger', 'transactions', id, 'reversal'), {
          decision: 'Förvaltningsrätten har upphävt beslutet.',
        });
      const code = async (response: Response) => ((await response.json()) as Problem).code;
      await eventually('it is posted', async () => (await posted(second)).length === 1);

      // A stay holds the settlement, which goes on by itself when the decision applies again.
      await court('appealed', 'stayed');
      const settled = await accountedInVain(first);
      expect(await room.leftOf('VM', first)).toBe(43_000);
      await court('stayLifted');
      expect(await closed(settled)).toBe('completed');
      expect(await codesOf(settled)).toEqual([]);
      expect(await room.leftOf('VM', first)).toBe(33_000);

      const stopped = await room.settlementOf(caseId, second);
      await court('stayed');
      expect(await accountedInVain(second)).toBe(stopped);
      expect(await code(await reverse((await posted(first))[0]!))).toBe('ledger.settled');
      expect((await wish(caseId, 'cancel')).status).toBe(204);
      expect(await code(await wish(caseId, 'cancel'))).toBe('transfer.posted');

      // Annulled, everything can be undone, also what has been settled.
      await court('annulled');
      expect(await codesOf(caseId)).toContain('decision.annulled');
      expect((await wish(caseId, 'cancel')).status).toBe(204);
      expect(await closed(caseId)).toBe('closed');
      expect((await wish(stopped, 'cancel')).status).toBe(204);
      expect(await closed(stopped)).toBe('closed');
      for (const year of [first, second]) {
        for (const id of await posted(year)) expect((await reverse(id)).ok).toBe(true);
        expect(await room.leftOf('HM', year)).toBe(100_000);
        expect(await room.leftOf('VM', year)).toBe(0);
      }
      expect(await room.balance()).toBe(0);
      // Those whose money it was are told, though the case is over.
      const { number } = await room.read(caseId);
      for (const id of ['hm', 'vm']) {
        const told = await eventually(`the letters to ${id} about both years`, async () => {
          const subject = new RegExp(`^Pengar har gått tillbaka: .*${number}$`);
          const mails = await lettersTo(`${id}-sekreterare@sodertalje.example`, subject);
          return mails.length === 2 && mails;
        });
        expect(told[0]?.text).toContain('gått tillbaka');
      }

      // A higher court lets it apply after all: nothing moves by itself in what has ended, and a person is called.
      await court('restored');
      expect(await codesOf(caseId)).toContain('decision.restored');
      expect(await codesOf(caseId)).not.toContain('decision.annulled');
      expect((await states(caseId)).slice(0, 2).map(([state]) => state)).toEqual([
        'reversed',
        'reversed',
      ]);
    }, 240_000);
  });
});
