import { randomUUID } from 'node:crypto';
import { issueLink } from '../../database/repositories/link.repository';
import { dayAfter, dueDate, noonOf, stockholmDate } from '../../domain/calendar';
import type { CorrectionView } from '../../domain/api/desk';
import type { Problem } from '../../domain/api/shapes';
import { ApiClient } from '../support/api-client';
import { CommitteeRoom, meetToday, place, record } from '../support/committees';
import { databaseKinds } from '../support/databases';
import { eventually } from '../support/eventually';
import { pdfText } from '../support/pdf';
import { startSystem, type System } from '../support/system';
import { forumMoney, verified } from '../support/transfers';
import { Treasury } from '../support/treasury';
import { comingYears, yearOf } from '../support/years';

describe.each(databaseKinds())(
  'a body that ends and leaves its matters to nobody, on %s',
  (kind) => {
    let system: System;
    let room: CommitteeRoom;
    const today = stockholmDate(new Date());

    beforeAll(async () => {
      system = await startSystem(kind);
      room = new CommitteeRoom(system);
      for (const committee of ['DB', 'HM', 'KFN', 'EN']) await meetToday(system, committee);
    });
    afterAll(() => system.close());

    const change = async (committee: string, kindOf: string, answers: Record<string, string>) =>
      (await room.as('secretary')).post(room.path('committees', committee, 'changes'), {
        ...{ kind: kindOf, answers },
      });
    const codes = async (caseId: string) =>
      (await room.read(caseId)).attentions.map(({ code }) => code);

    it('neither gives nor receives money where it has no account', async () => {
      const officer = await room.as('officer');
      const { form } = await officer.read<{ form: { pages: { fields: Choice[] }[] } }>(
        room.path('begin', 'budget-transfer', 'form'),
      );
      const options = form.pages[0]!.fields.find(({ id }) => id === 'from')!.options;
      expect(options).toContain('KS');
      expect(options).not.toContain('DB');
      // What every budget comes from has no budget of its own that a year could wait for.
      expect(options).not.toContain('KF');
      const refused = await officer.post(room.path('begin', 'budget-transfer'), {
        submissionKey: randomUUID(),
        answers: { from: 'KF', to: 'DB' },
      });
      expect(await refused.json()).toMatchObject({
        ...{ status: 422, fields: { from: 'choice', to: 'choice' } },
      });
    });

    it('calls a person, who chooses who goes on with what is there and what is to come', async () => {
      const { caseId } = await room.send({
        order: 'inOrder',
        bodies: [place('DB'), place('HM'), place('KFN')],
      });
      const matter = await room.matterOf(caseId, 'DB');
      await room.asked(matter.caseId, 'decide');
      for (const committee of ['DB', 'HM']) {
        expect((await change(committee, 'end', { day: today })).status).toBe(204);
      }
      expect(await codes(matter.caseId)).toEqual(['committee.endedWithout']);
      // Both for what the one has, and for what the other is to get.
      expect(await codes(caseId)).toEqual(['committee.endedWithout', 'committee.endedWithout']);
      const day = dueDate(new Date(), { days: 200 });
      expect((await change('DB', 'addMeeting', { day })).status).toBe(409);
      const chosen = await change('DB', 'handOver', { successor: 'VM' });
      expect(chosen.status).toBe(204);
      expect((await change('DB', 'handOver', { successor: 'EN' })).status).toBe(409);
      expect(await codes(matter.caseId)).toEqual([]);
      const { places } = (await room.read(caseId)).circulations[0]!;
      expect(places.map(({ committee }) => committee)).toEqual(['VM', 'HM', 'KFN']);
      await meetToday(system, 'VM');
      await room.decide(matter.caseId, { adjustment: 'immediate' });
      // The next one is no more, and nobody else gets its matter before somebody has said who.
      await eventually('the first one is done', async () => {
        return (await room.read(caseId)).circulations[0]!.done === 1;
      });
      expect(await codes(caseId)).toEqual(['committee.endedWithout']);
      expect((await change('HM', 'handOver', { successor: 'JÄ' })).status).toBe(204);
      expect(await room.matterOf(caseId, 'JÄ')).toMatchObject({
        number: expect.stringMatching(/^JÄ /) as string,
      });
      expect(await codes(caseId)).toEqual([]);
    }, 120_000);

    it('leaves what it decided as its own, and the rest to whoever takes over, who is told', async () => {
      const body = { order: 'atOnce', bodies: [place('EN')] };
      const [decided, waiting] = [await room.send(body), await room.send(body)];
      const own = await room.matterOf(decided.caseId, 'EN');
      const moved = await room.matterOf(waiting.caseId, 'EN');
      await room.decide(own.caseId, { paragraph: '12' });
      await room.asked(own.caseId, 'minutes');
      await room.asked(moved.caseId, 'decide');

      const early = await change('EN', 'end', { day: dayAfter(new Date(), 30), successor: 'KS' });
      expect(await early.json()).toMatchObject({ status: 422, fields: { day: 'endsAhead' } });
      expect((await change('EN', 'end', { day: today, successor: 'KS' })).status).toBe(204);

      const placeOf = async (caseId: string) =>
        (await room.read(caseId)).circulations[0]!.places[0]!;
      expect(await placeOf(decided.caseId)).toMatchObject({ committee: 'EN', meetingOn: today });
      const now = await placeOf(waiting.caseId);
      expect(now.committee).toBe('KS');
      const { deadline } = await room.asked(moved.caseId, 'decide');
      expect(deadline).toBe(dueDate(noonOf(now.meetingOn ?? ''), { workingDays: 5 }));

      const ofSuccessor = (subject: string, { number }: { number: string }) =>
        system.mail('ks-sekreterare@sodertalje.example', new RegExp(`^${subject}.*${number}$`));
      const asked = await ofSuccessor('För in beslutet senast', moved);
      expect(asked.attachments).toHaveLength(1);
      const papers = await fetch(new URL(asked.attachments[0]!.url, system.inboxUrl));
      const report = pdfText(Buffer.from(await papers.arrayBuffer())).replace(/\s+/g, ' ');
      expect(report).toContain('Förslag till beslut i Kommunstyrelsen');
      expect(report).not.toContain('Enhörna kommundelsnämnd');
      await ofSuccessor('Justering och anslag senast', own);
      const { decisions } = await room.read(own.caseId);
      const path = room.path('cases', own.caseId, 'decisions', decisions[0]!.id, 'correction');
      const correction = await (await room.as('secretary')).read<CorrectionView>(path);
      const meetings = correction.form.pages[0]?.fields.find(({ id }) => id === 'meeting');
      expect(meetings?.options).toContain(today);
    }, 120_000);

    it('leaves the money it received too: its successor accounts for it, and gets the orders', async () => {
      const treasury = new Treasury(system, () => new Date());
      for (const committee of ['JÄ', 'KS', 'KF']) await meetToday(system, committee);
      const [past, next] = [yearOf() - 1, comingYears[0]];
      await treasury.adopt('KS', past, 100_000);
      const moved = { years: [String(past), String(next)], lines: twoYears };
      const caseId = await treasury.begin({ from: 'KS', to: 'JÄ', amounts: moved });
      await treasury.say(caseId, 'verify', verified);
      await treasury.resolve(caseId, 'JÄ', { outcome: 'support' });
      await treasury.resolve(caseId, 'KS', { outcome: 'support' });
      await treasury.resolve(caseId, 'KF', { outcome: 'approve' });
      const settlement = await treasury.settlementOf(caseId, past);
      const { number } = await room.read(settlement);
      const { id } = await treasury.openTask(settlement, 'account');
      await system.mail('ja-sekreterare@sodertalje.example', new RegExp(`^Redovisa .*${number}$`));

      expect((await change('JÄ', 'end', { day: today })).status).toBe(204);
      expect(await codes(settlement)).toEqual(['committee.endedWithout']);
      expect((await change('JÄ', 'handOver', { successor: 'VM' })).status).toBe(204);
      expect(await codes(settlement)).toEqual([]);
      const successor = 'vm-sekreterare@sodertalje.example';
      await system.mail(successor, new RegExp(`^Redovisa .*${number}$`));
      const task = (await room.read(settlement)).tasks.find((each) => each.id === id)!;
      expect(task).toMatchObject({ state: 'open', email: successor });

      await treasury.adopt('KS', next, 100_000);
      const order = await system.mail(successor, /^Pengar är överförda/);
      expect(order.attachments.map((each) => each.filename)).toHaveLength(1);
      const orders = (await system.mailsTo('ja-sekreterare@sodertalje.example')).filter(
        ({ subject }) => subject.startsWith('Pengar är överförda'),
      );
      expect(orders).toHaveLength(1);
      const said = await treasury.account(settlement, {
        Facilitator: '40 000',
        Konferens: '3 000',
      });
      expect(said.status).toBe(204);
      await eventually('the year is settled', async () => {
        return (await room.read(settlement)).state === 'completed';
      });
    }, 120_000);

    it('never decides by a link, even one that was somehow made', async () => {
      const { caseId } = await room.send({ order: 'atOnce', bodies: [place('KFN')] });
      const matter = await room.matterOf(caseId, 'KFN');
      const { id } = await room.asked(matter.caseId, 'decide');
      const token = await system.server.database.transaction('sodertalje', (tx) =>
        issueLink(tx, 'sodertalje', {
          ...{ case_id: matter.caseId, task_id: id, generation: 1, document_sha256: null },
          recipient_email: 'kfn-sekreterare@sodertalje.example',
          issued_at: new Date(),
        }),
      );
      const api = new ApiClient(system.url, 'sv');
      await api.post('/api/sodertalje/links/exchange', { token });
      const answers = { meeting: today, ...record() };
      const refused = await api.post(`/api/sodertalje/tasks/${id}/answer`, { answers });
      expect(refused.status).toBe(403);
      const problem = (await refused.json()) as Problem;
      expect(problem.code).toBe('task.signInNeeded');
      expect(problem.detail).toBe(
        'Det här besvaras bara av den som har loggat in. Logga in och öppna ärendet.',
      );
      expect((await room.read(matter.caseId)).decisions).toEqual([]);
    }, 120_000);
  },
);

/** What is moved in each of two years. */
const twoYears = forumMoney.amounts.lines.map(({ name, amounts: [each] }) => ({
  name,
  amounts: [each, each],
}));

interface Choice {
  id: string;
  options?: string[];
}
