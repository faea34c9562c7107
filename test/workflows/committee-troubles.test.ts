import type { Problem } from '../../domain/api/shapes';
import { dayAfter, dueDate, noonOf, stockholmDate } from '../../domain/calendar';
import { signIn } from '../support/officials';
import { CommitteeRoom, meetOn, meetToday, place, record } from '../support/committees';
import { databaseKinds } from '../support/databases';
import { eventually } from '../support/eventually';
import { pdfText } from '../support/pdf';
import { suiteNeeding } from '../support/suites';
import { startSystem, type System } from '../support/system';
import { comingYears } from '../support/years';
import { forward } from '../support/temporal';

/** What goes wrong among committees, and what becomes of it. */
suiteNeeding('poppler')('committees', () => {
  describe.each(databaseKinds())('on %s', (kind) => {
    let system: System;
    let room: CommitteeRoom;
    let now = new Date();
    const today = stockholmDate(now);

    beforeAll(async () => {
      system = await startSystem(kind, { clock: () => now });
      room = new CommitteeRoom(system);
      for (const committee of ['KFN', 'EN', 'HM', 'KF', 'DB']) await meetToday(system, committee);
    });
    afterAll(() => system.close());
    beforeEach(() => {
      now = new Date();
    });

    const codeOf = async (response: Response) => ((await response.json()) as Problem).code;

    async function sentTo(committee: string, part: 'opine' | 'decide' = 'opine') {
      const sent = await room.send({ order: 'atOnce', bodies: [place(committee, part)] });
      const matter = await room.matterOf(sent.caseId, committee);
      return { ...matter, parent: sent.caseId, task: await room.asked(matter.caseId, 'decide') };
    }

    const change = async (committee: string, kindOf: string, answers: Record<string, string>) =>
      (await room.as('secretary')).post(room.path('committees', committee, 'changes'), {
        kind: kindOf,
        answers,
      });

    it('have one record when two secretaries write at once, and the other one sees it', async () => {
      const { caseId, task } = await sentTo('KFN');
      const others = [
        await signIn(system.url, 'sodertalje', 'secretary'),
        await signIn(system.url, 'sodertalje', 'administrator'),
      ];
      const path = room.path('cases', caseId, 'tasks', task.id, 'signed-in-answer');
      const answers = { ...record(), meeting: today };
      const sent = await Promise.all(others.map((api) => api.post(path, { answers })));
      expect(sent.map(({ status }) => status).sort()).toEqual([204, 409]);
      const lost = sent.find(({ status }) => status === 409)!;
      const problem = (await lost.json()) as Problem;
      expect(problem.code).toBe('task.answeredBy');
      expect(problem.detail).toMatch(/^\S+ \S+ har redan svarat\./);
      const view = await room.read(caseId);
      expect(view.decisions).toHaveLength(1);
      expect(view.events.find(({ event }) => event === 'committeeDecided')?.by).toMatch(/\S/);
      // What has decided has met: that meeting is neither moved nor cancelled.
      const { meetings } = await (
        await room.as('secretary')
      ).read<{ meetings: { id: string; day: string }[] }>(room.path('committees', 'KFN'));
      const meeting = meetings.find(({ day }) => day === today)!.id;
      const held = await change('KFN', 'cancelMeeting', { meeting });
      expect(((await held.json()) as Problem).fields).toEqual({ meeting: 'meetingHeld' });
    });

    it('are not recorded by the link of a mail, which there is none of', async () => {
      const { caseId } = await sentTo('EN');
      const mail = await system.mail('en-sekreterare@sodertalje.example', /./);
      expect(mail.text).toContain(`/desk/cases/${caseId}`);
      const links = await system.server.database.transaction('sodertalje', (tx) =>
        tx.selectFrom('link').select('id').where('case_id', '=', caseId).execute(),
      );
      expect(links).toEqual([]);
    });

    it('refer nothing back by fewer than one third of those serving', async () => {
      const { caseId, task } = await sentTo('KF', 'decide');
      const path = room.path('cases', caseId, 'tasks', task.id, 'signed-in-answer');
      const serving = ['A', 'B', 'C', 'D'].map((name) => ({ name, seat: 'member' }));
      const byThird = (referralVotes: string) => ({
        ...record({ serving, outcome: 'referBackByThird', referralVotes }),
        ...{ meeting: today, referralReasons: 'Räkna om.' },
      });
      const secretary = await room.as('secretary');
      const refused = await secretary.post(path, { answers: byThird('1') });
      expect(await refused.json()).toMatchObject({ fields: { referralVotes: 'thirdTooFew' } });
      const among = {
        conflicts: [{ name: 'D' }],
        votes: [{ question: 'Ska ärendet avgöras i dag?', yes: '3', no: '1' }],
      };
      const counted = await secretary.post(path, { answers: { ...byThird('2'), ...among } });
      expect(((await counted.json()) as Problem).fields).toEqual({
        'conflicts.0.name': 'servesToo',
        'votes.0.yes': 'votesTooMany',
      });
      expect((await secretary.post(path, { answers: byThird('2') })).status).toBe(204);
    });

    it('are nobody’s business in another municipality', async () => {
      const { caseId, task } = await sentTo('HM');
      const other = await signIn(system.url, 'ekero', 'secretary');
      const answers = { ...record(), meeting: today };
      const path = `/api/ekero/desk/cases/${caseId}/tasks/${task.id}/signed-in-answer`;
      expect(await codeOf(await other.post(path, { answers }))).toBe('case.unknown');
      expect((await room.read(caseId)).decisions).toEqual([]);
    });

    it('meet on a working day to come that they do not meet on already', async () => {
      const faultOf = async (day: string) =>
        ((await (await change('JÄ', 'addMeeting', { day })).json()) as Problem).fields;
      expect(await faultOf('2018-06-19')).toEqual({ day: 'meetingPast' });
      expect(await faultOf(`${comingYears[0]}-01-06`)).toEqual({ day: 'meetingHoliday' });
      // No body of the configuration meets in July.
      const day = dueDate(noonOf(`${comingYears[0]}-07-06`), { days: 0 });
      expect((await change('JÄ', 'addMeeting', { day })).status).toBe(204);
      expect(await faultOf(day)).toEqual({ day: 'meetingTaken' });
    });

    it('take their matters along when a meeting is moved after the papers went out', async () => {
      const { caseId, parent, task } = await sentTo('VM');
      const meetingOf = async () =>
        (await room.read(parent)).circulations[0]!.places[0]!.meetingOn!;
      const before = await meetingOf();
      const { meetings } = await (
        await room.as('secretary')
      ).read<{ meetings: { id: string; day: string }[] }>(room.path('committees', 'VM'));
      const moved = dueDate(noonOf(dayAfter(noonOf(before), 1)), { workingDays: 1 });
      const meeting = meetings.find(({ day }) => day === before)!.id;
      expect((await change('VM', 'moveMeeting', { meeting, day: moved })).status).toBe(204);
      expect(await meetingOf()).toBe(moved);
      const view = await room.read(caseId);
      expect(view.tasks.find(({ id }) => id === task.id)!.deadline > task.deadline).toBe(true);
      expect(view.events.map(({ event }) => event)).toContain('meetingMoved');
    });

    it('are called in documents what they were called on the day', async () => {
      const { caseId } = await sentTo('DB');
      const from = dayAfter(now, 1);
      const names = { from, nameSv: 'Demokratinämnden', nameEn: 'Democracy Committee' };
      expect((await change('DB', 'rename', names)).status).toBe(204);
      await room.decide(caseId, { paragraph: '3' });
      const old = pdfText((await room.document(caseId, /^§ 3 /)).pdf);
      expect(old).toContain('Demokratiberedningens beslut');
      const after = dayAfter(now, 7);
      now = noonOf(after);
      await meetOn(system, 'DB', after);
      const next = await sentTo('DB');
      const recipients = 'Akten\nFöreningen Ax, info@ax.example\nLänsstyrelsen';
      await room.decide(next.caseId, { paragraph: '4', recipients });
      // What reaches nobody is said to those who see to it.
      const [decision] = (await room.read(next.caseId)).decisions;
      expect(decision?.unreached).toEqual(['Länsstyrelsen']);
      const renamed = pdfText((await room.document(next.caseId, /^§ 4 /)).pdf);
      expect(renamed).toContain('Demokratinämndens beslut');

      // What it decided is its own also when it is no more, and certified under its name.
      expect((await change('DB', 'end', { day: after, successor: 'EN' })).status).toBe(204);
      await room.minutes(next.caseId, after, after);
      const certify = () =>
        room.happen(next.caseId, { kind: 'certified', day: after }, 'registrar');
      await eventually('it is certified', async () => (await certify()).status === 204);
      const certified = await eventually('the certified extract is filed', async () => {
        const text = pdfText((await room.document(next.caseId, /^§ 4 /)).pdf);
        return !text.includes('Utkast') && text;
      });
      expect(certified).toContain('Demokratinämndens beslut');
      const letter = await system.mail('info@ax.example', /^Bestyrkt protokollsutdrag/);
      expect(letter.attachments).toHaveLength(1);
      // Nobody there can sign in at the desk: everything is in the extract.
      expect(letter.text).toContain('Allt som du behöver står i utdraget.');
      expect(letter.text).not.toContain('http');
      const own = new RegExp(`^Bestyrkt protokollsutdrag: .*${next.number}$`);
      const sender = await system.mail('officer@sodertalje.example', own);
      expect(sender.text).toContain(`/sodertalje/desk/cases/${next.caseId}`);
    }, 120_000);

    it('are reminded, then called overdue, then somebody else is told; nothing is assumed', async () => {
      const { caseId, number, parent } = await sentTo('JÄ');
      const subjects = async () =>
        (await system.mailsTo('ja-sekreterare@sodertalje.example'))
          .map(({ subject }) => subject)
          .filter((subject) => subject.includes(number));
      await eventually('the papers are there', async () => (await subjects()).length > 0);
      await forward(system.temporal.client, system.workflowId({ caseId }), '90 days');
      await eventually('they are reminded', async () => (await subjects()).length >= 3);
      const view = await room.read(caseId);
      expect(view.letters.map(({ template }) => template)).toEqual(
        expect.arrayContaining(['matterReminder', 'matterOverdue', 'escalated']),
      );
      expect(view.decisions).toEqual([]);
      const place = async () => (await room.read(parent)).circulations[0]!.places[0]!;
      expect((await place()).overdue).toBe(false);
      now = new Date(Date.now() + 90 * 24 * 3600 * 1000);
      expect((await place()).overdue).toBe(true);
      expect((await room.read(parent)).circulations[0]).toMatchObject({ state: 'open', done: 0 });
    }, 120_000);

    it('have their turn one after the other in Ekerö: working committee, executive, council', async () => {
      const ekero = new CommitteeRoom(system, 'ekero');
      const order = ['KSAU', 'KS', 'KF'] as const;
      for (const committee of order) {
        await meetOn(system, committee, today, 'ekero');
      }
      const sent = await ekero.send({
        order: 'inOrder',
        bodies: [place('KSAU', 'prepare'), place('KS', 'prepare'), place('KF', 'decide')],
      });
      for (const [i, committee] of order.entries()) {
        const { caseId } = await ekero.matterOf(sent.caseId, committee);
        const [round] = (await ekero.read(sent.caseId)).circulations;
        expect(round!.places.map(({ matter }) => matter !== null)).toEqual(
          order.map((_, j) => j <= i),
        );
        const outcome = committee === 'KF' ? 'approve' : 'support';
        await ekero.decide(caseId, { outcome, adjustment: 'immediate' });
      }
      await eventually('the policy is adopted', async () => {
        return (await ekero.read(sent.caseId)).state === 'completed';
      });
    }, 120_000);
  });
});
