import { dayAfter, dueDate, noonOf, stockholmDate } from '../../domain/calendar';
import { databaseKinds } from '../support/databases';
import { CommitteeRoom, meetToday, place, record } from '../support/committees';
import { eventually } from '../support/eventually';
import { suiteNeeding } from '../support/suites';
import { startSystem, type System } from '../support/system';
import { skipFreely } from '../support/temporal';
import { runsOf } from '../support/walks';

const dayMs = 24 * 3600 * 1000;

/** A matter among committees, on the real server, with the calendar moved on. */
suiteNeeding('poppler')('a circulation', () => {
  describe.each(databaseKinds())('on %s', (kind) => {
    let system: System;
    let room: CommitteeRoom;
    let now = new Date();
    const today = stockholmDate(now);

    beforeAll(async () => {
      system = await startSystem(kind, { clock: () => now });
      room = new CommitteeRoom(system);
      for (const committee of ['DB', 'KFN', 'EN', 'HM', 'JÄ', 'KS', 'KF']) {
        await meetToday(system, committee);
      }
    });
    afterAll(() => system.close());
    beforeEach(() => {
      now = new Date();
    });

    const on = (day: string) => {
      now = new Date(`${day}T12:00:00+01:00`);
    };
    const size = async (caseId: string) =>
      (await runsOf(system, { caseId })).reduce(
        (sum, { events }) => sum + (events?.length ?? 0),
        0,
      );

    it('goes to those who give their opinion, then to the executive, then to the council', async () => {
      const sent = await room.send({
        order: 'byPart',
        bodies: [
          ...['DB', 'KFN', 'EN', 'HM', 'JÄ'].map((body) => place(body)),
          place('KS', 'prepare'),
          place('KF', 'decide'),
        ],
      });
      expect(sent.number).toMatch(/^KS \d\d\/\d+$/);
      const opining = [];
      for (const body of ['DB', 'KFN', 'EN', 'HM', 'JÄ']) {
        const matter = await room.matterOf(sent.caseId, body);
        expect(matter.number).toMatch(new RegExp(`^${body} \\d\\d/\\d+$`));
        opining.push(matter);
      }
      for (const { caseId } of opining) {
        expect((await room.read(sent.caseId)).circulations[0]!.places[5]!.matter).toBeNull();
        await room.decide(caseId);
      }
      const executive = await room.matterOf(sent.caseId, 'KS');
      const { answers: known } = await room.asked(executive.caseId, 'decide');
      const same = await room.answer(executive.caseId, 'decide', {
        ...{ ...record({ outcome: 'supportWithChange' }), meeting: today },
        ...{ report: known['report'], wording: known['wording'] },
      });
      expect(await same.json()).toMatchObject({ fields: { wording: 'wordingSame' } });
      const instead = 'Fullmäktige antar överenskommelsen från och med nästa år.';
      await room.decide(executive.caseId, { outcome: 'supportWithChange', wording: instead });
      const council = await room.matterOf(sent.caseId, 'KF');
      // What the executive proposes instead is what the council is to decide on.
      const proposed = (await room.read(sent.caseId)).circulations[0]!.places.at(-1)!.proposal;
      expect(proposed).toBe(instead);
      expect((await room.asked(council.caseId, 'decide')).answers['wording']).toBe(instead);
      await room.decide(council.caseId, { outcome: 'approve', wording: 'Fullmäktige antar den.' });
      expect((await room.read(sent.caseId)).state).toBe('awaitingDecision');
      await room.minutes(council.caseId, today, today);
      const done = await eventually('the circulation is done', async () => {
        const view = await room.read(sent.caseId);
        return view.state === 'completed' && view;
      });
      expect(done.circulations[0]).toMatchObject({ state: 'decided', done: 7 });
      for (const { caseId } of [...opining, executive]) {
        await room.minutes(caseId, today, today);
        await eventually('what only prepares ends with its minutes', async () => {
          return (await room.read(caseId)).state === 'completed';
        });
      }
      const lastDayOfAppeal = dueDate(noonOf(today), { days: 21 });
      const [decision] = (await room.read(council.caseId)).decisions;
      expect(decision).toMatchObject({
        outcome: 'approve',
        state: 'appealable',
        lastDayOfAppeal,
        finalOn: dayAfter(noonOf(lastDayOfAppeal), 1),
      });
      await skipFreely(system.temporal.client, system.workflowId(council));
      const final = await eventually('the decision is final', async () => {
        const view = await room.read(council.caseId);
        return view.state === 'completed' && view;
      });
      expect(final.decisions[0]).toMatchObject({ state: 'final' });
      let events = await size(sent.caseId);
      for (const { caseId } of [...opining, executive, council]) events += await size(caseId);
      expect(events).toBeLessThanOrEqual(400);
    }, 180_000);

    it('ends when one body refers the matter back, with the others told', async () => {
      const sent = await room.send({ order: 'atOnce', bodies: [place('KFN'), place('EN')] });
      const first = await room.matterOf(sent.caseId, 'KFN');
      const second = await room.matterOf(sent.caseId, 'EN');
      await room.asked(second.caseId, 'decide');
      await room.decide(first.caseId, {
        outcome: 'referBack',
        referralReasons: 'Kostnaden ska räknas om.',
      });
      await eventually('the round has ended', async () => {
        return (await room.read(sent.caseId)).state === 'closed';
      });
      await eventually('the other case has ended', async () => {
        return (await room.read(second.caseId)).state === 'closed';
      });
      const mailbox = 'en-sekreterare@sodertalje.example';
      const told = await system.mail(mailbox, /^Ärendet är avslutat/);
      expect(told.subject).toContain(second.number);
      const back = await system.mail('officer@sodertalje.example', /^Återremitterat av KFN/);
      expect(back.subject).toContain(sent.number);
      expect(back.text).toContain('Kultur- och fritidsnämnden har återremitterat ärendet');
      expect(back.text).toContain('Kostnaden ska räknas om.');
      const { state, places } = (await room.read(sent.caseId)).circulations[0]!;
      expect(state).toBe('referredBack');
      expect(places.map(({ decision }) => decision?.referralReasons)).toEqual([
        'Kostnaden ska räknas om.',
        undefined,
      ]);
    });

    it('comes back to the next meeting when it is tabled', async () => {
      const sent = await room.send({ order: 'atOnce', bodies: [place('VM')] });
      const { caseId } = await room.matterOf(sent.caseId, 'VM');
      await room.asked(caseId, 'decide');
      const before = (await room.read(sent.caseId)).circulations[0]!.places[0]!.meetingOn!;
      on(new Date(Date.parse(before) + dayMs).toISOString().slice(0, 10));
      await room.decide(caseId, { meeting: before, outcome: 'table' });
      await eventually('it is put on the next meeting', async () => {
        const [view] = (await room.read(sent.caseId)).circulations;
        return (view?.places[0]?.meetingOn ?? '') > before && view?.state === 'open';
      });
      await room.asked(caseId, 'decide');
    });
  });
});
