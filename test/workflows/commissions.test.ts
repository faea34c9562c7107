import { dayAfter, dueDate, isWorkday, noonOf, stockholmDate } from '../../domain/calendar';
import { formatDate } from '../../domain/format';
import type { AnswerCorrectionView, SignedInTaskView } from '../../domain/api/desk';
import type { Problem } from '../../domain/api/shapes';
import type { OfficialRole } from '../../domain/officials';
import { workflowId } from '../../server/relay/wake-workflow';
import { ApiClient } from '../support/api-client';
import { CommitteeRoom, meetOn, place } from '../support/committees';
import { databaseKinds } from '../support/databases';
import { eventually } from '../support/eventually';
import { pdfText } from '../support/pdf';
import { suiteNeeding } from '../support/suites';
import { startSystem, tokenIn, type System } from '../support/system';
import { forward } from '../support/temporal';
import { aPdf } from '../support/uploads';

/** The tasks of 003 in our own words. */
const areas = 'Ta fram områden där samverkan kan utvecklas, och utse någon till samverkansorganet.';
const guidelines = 'Ta fram riktlinjer för idéburet offentligt partnerskap.';

suiteNeeding('poppler')('tasks that a committee gives to offices', () => {
  describe.each(databaseKinds())('on %s', (kind) => {
    let system: System;
    let room: CommitteeRoom;
    const today = stockholmDate(new Date());

    beforeAll(async () => {
      system = await startSystem(kind);
      room = new CommitteeRoom(system, 'ekero');
      for (const committee of ['KS', 'KSAU']) {
        await meetOn(system, committee, today, 'ekero');
      }
    });
    afterAll(() => system.close());

    /** The executive decides, and its minutes are adjusted and announced. */
    async function decided(commissions: Record<string, string>[], also: object = {}) {
      const sent = await room.send({ order: 'inOrder', bodies: [place('KS', 'decide')] });
      const { caseId, number } = await room.matterOf(sent.caseId, 'KS');
      await room.decide(caseId, { outcome: 'approve', commissions, ...also });
      await room.minutes(caseId, today, today);
      return { caseId, number, parent: sent.caseId };
    }

    /** The answer had been reported at the meeting before; of two who say so, the other reads who was first. */
    async function correctReport(own: string, task: string, caseId: string): Promise<void> {
      const right = dayAfter(new Date(), -7);
      await meetOn(system, 'KS', right, 'ekero');
      const path = room.path('cases', own, 'tasks', task, 'correction');
      const secretary = await room.as('secretary');
      const { corrects, answers, kind } = await secretary.read<AnswerCorrectionView>(path);
      expect([kind, answers]).toEqual(['report', { meeting: stockholmDate(new Date()) }]);
      const say = async (role: OfficialRole, said: Record<string, unknown>) => {
        const response = await (await room.as(role)).post(path, { corrects, answers: said });
        return response.ok ? response.status : ((await response.json()) as Problem);
      };
      expect(await say('secretary', { meeting: right })).toMatchObject({
        fields: { whyWrong: 'required' },
      });
      expect(await say('secretary', { ...answers, whyWrong: 'Fel dag.' })).toMatchObject({
        code: 'task.unchanged',
      });
      expect(await say('secretary', { meeting: right, whyWrong: 'Fel dag.' })).toBe(204);
      const late = await say('administrator', { meeting: right, whyWrong: 'Fel dag.' });
      expect(late).toMatchObject({ code: 'task.correctedBy' });
      const [recorded] = (await room.read(own)).recordedAnswers;
      const [first, second] = recorded!.versions;
      expect((late as Problem).detail).toContain(second!.by!);
      expect([first!.reason, second!.reason]).toEqual([null, 'Fel dag.']);
      expect(JSON.stringify(second!.sections)).toContain(formatDate(right, 'sv'));
      const shown = (await room.read(caseId)).commissions.find((each) => each.caseId === own);
      expect(shown?.reportedOn).toBe(right);
      expect((await room.read(own)).state).toBe('completed');
    }

    it('reach every office, and their answers come back and are reported', async () => {
      const due = restDayAfter(dayAfter(new Date(), 90));
      const deadline = dueDate(noonOf(due), { days: 0 });
      const { caseId, number, parent } = await decided([
        { office: 'all', task: areas },
        { office: 'samverkansorganet', task: guidelines, due },
      ]);
      const given = await eventually('every office has its task', async () => {
        const { commissions } = await room.read(caseId);
        return commissions.length === 6 && commissions.every(({ deadline }) => deadline !== null)
          ? commissions
          : undefined;
      });
      const ofBody = given.filter(({ office }) => office === 'Samverkansorganet');
      expect(ofBody.map(({ task }) => task).sort()).toEqual([areas, guidelines].sort());
      // The committee has set a day of rest: the office has until the working day after.
      const own = ofBody.find(({ task }) => task === guidelines)!;
      expect(own.deadline).toBe(deadline);
      expect(deadline > due).toBe(true);
      expect((await room.read(parent)).commissions).toHaveLength(6);
      const asked = await system.mail(
        'samverkansorganet@ekero.example',
        new RegExp(`^Svara på uppdraget senast ${dayAndMonth(deadline)}.*${own.number}$`),
      );
      const paper = await fetch(new URL(asked.attachments[0]!.url, system.inboxUrl));
      const text = pdfText(Buffer.from(await paper.arrayBuffer())).replace(/\s+/g, ' ');
      for (const part of ['Uppdrag från en nämnd', guidelines, number]) {
        expect(text).toContain(part);
      }
      const api = new ApiClient(system.url);
      const opened = await api.post('/api/ekero/links/exchange', { token: tokenIn(asked) });
      const target = (await opened.json()) as { id: string };
      const sent = await api.upload(
        `/api/ekero/tasks/${target.id}/files`,
        'riktlinjer.pdf',
        new Uint8Array(aPdf()),
      );
      const file: unknown = await sent.json();
      const answers = {
        answer: 'Ett förslag till riktlinjer är bifogat.',
        answeredBy: 'Siv Sand, samordnare',
        files: [file],
      };
      const answered = await api.post(`/api/ekero/tasks/${target.id}/answer`, { answers });
      expect(answered.status).toBe(200);
      const letter = await system.mail(
        'ks-sekreterare@ekero.example',
        new RegExp(`^Anmäl svaret .*${own.number}$`),
      );
      expect(letter.attachments).toHaveLength(1);
      const secretary = await room.as('secretary');
      const task = await eventually('the report is asked for', async () =>
        (await room.read(own.caseId)).tasks.find((each) => each.kind === 'report'),
      );
      const path = room.path('cases', own.caseId, 'tasks', task.id);
      const page = await secretary.read<SignedInTaskView>(`${path}/form`);
      expect(JSON.stringify(page.application)).toContain(answers.answer);
      const report = { answers: { meeting: today } };
      expect((await secretary.post(`${path}/signed-in-answer`, report)).status).toBe(204);
      await eventually('it has ended', async () => {
        return (await room.read(own.caseId)).state === 'completed';
      });
      const shown = (await room.read(caseId)).commissions.find(
        (each) => each.caseId === own.caseId,
      );
      expect(shown).toMatchObject({
        answer: { text: answers.answer, by: answers.answeredBy, files: ['riktlinjer.pdf'] },
        reportedOn: today,
        ended: true,
      });
      await correctReport(own.caseId, task.id, caseId);
    }, 120_000);

    it('are reminded of, escalated and extended; what a correction leaves out is flagged', async () => {
      const { caseId } = await decided([
        { office: 'social', task: areas },
        { office: 'barn-utbildning', task: areas },
      ]);
      const [social] = await eventually('both have their task', async () => {
        const { commissions } = await room.read(caseId);
        const own = commissions.filter(({ deadline }) => deadline !== null);
        return own.length === 2
          ? own.toSorted((a, b) => (a.office > b.office ? -1 : 1))
          : undefined;
      });
      const { caseId: own, number } = social!;
      const task = (await room.read(own)).tasks[0]!;
      const extended = await (
        await room.as('officer')
      ).post(room.path('cases', own, 'interventions'), {
        ...{ kind: 'extend', task: task.id, deadline: dueDate(new Date(), { days: 98 }) },
        reason: 'Kontoret behöver höra föreningarna.',
      });
      expect(extended.status).toBe(204);
      await forward(
        system.temporal.client,
        workflowId({ municipalityId: 'ekero', caseId: own }),
        '130 days',
      );
      const letters = await eventually('the secretary is told', async () => {
        const names = (await room.read(own)).letters.map(({ template }) => template);
        return names.includes('commissionEscalated') ? names : undefined;
      });
      expect(letters).toEqual(
        expect.arrayContaining(['commissionGiven', 'commissionReminder', 'commissionOverdue']),
      );
      await system.mail('ks-sekreterare@ekero.example', new RegExp(`^Försenat: .*${number}$`));
      const corrected = await room.correct(caseId, {
        commissions: [{ office: 'barn-utbildning', task: areas }],
      });
      expect(corrected.status).toBe(204);
      await eventually('the task that was left out is flagged', async () => {
        const { attentions } = await room.read(own);
        return attentions.some(({ code }) => code === 'commission.dropped');
      });
      expect((await room.read(caseId)).commissions).toHaveLength(2);
    }, 120_000);

    it('are not given while a court has stopped the decision, and are flagged when it does so later', async () => {
      const sent = await room.send({ order: 'inOrder', bodies: [place('KS', 'decide')] });
      const { caseId } = await room.matterOf(sent.caseId, 'KS');
      const commissions = [{ office: 'social', task: areas }];
      await room.decide(caseId, { outcome: 'approve', commissions });
      const court = async (...kinds: string[]) => {
        for (const each of kinds) {
          expect((await room.happen(caseId, { kind: each, day: today })).status).toBe(204);
        }
      };
      await court('appealed', 'stayed');
      await room.minutes(caseId, today, today);
      await room.heard(caseId);
      await court('takenDown');
      await room.heard(caseId);
      expect((await room.read(caseId)).commissions).toEqual([]);
      await court('stayLifted');
      const own = await eventually('the office has its task', async () => {
        const [given] = (await room.read(caseId)).commissions;
        return given?.deadline ? given.caseId : undefined;
      });
      await court('upheld');
      await eventually('the decision is final', async () => {
        return (await room.read(caseId)).state === 'completed';
      });
      const codes = async () => (await room.read(own)).attentions.map(({ code }) => code);
      await court('appealed', 'stayed');
      expect(await codes()).toEqual(['decision.stayed']);
      await court('annulled');
      expect(await codes()).toEqual(['decision.annulled']);
      expect((await room.read(caseId)).decisions[0]).toMatchObject({ state: 'annulled' });
      await court('restored');
      expect(await codes()).toEqual([]);
      expect((await room.read(caseId)).decisions[0]).toMatchObject({ state: 'final' });
    }, 120_000);

    it('are given when a higher court lets a decision apply that had been annulled before, also while letters wait', async () => {
      const sent = await room.send({ order: 'inOrder', bodies: [place('KS', 'decide')] });
      const { caseId } = await room.matterOf(sent.caseId, 'KS');
      await system.mailServer.stop();
      await room.decide(caseId, {
        outcome: 'approve',
        commissions: [{ office: 'social', task: areas }],
      });
      for (const kindOf of ['appealed', 'stayed', 'annulled']) {
        expect((await room.happen(caseId, { kind: kindOf, day: today })).status).toBe(204);
      }
      await room.minutes(caseId, today, today);
      await eventually('the case has closed', async () => {
        return (await room.read(caseId)).state === 'closed';
      });
      expect((await room.happen(caseId, { kind: 'restored', day: today })).status).toBe(204);
      await eventually('the office has its task, and the decision is final', async () => {
        const { commissions, state } = await room.read(caseId);
        return commissions.length === 1 && state === 'completed';
      });
      await system.mailServer.start();
      const { events, attentions } = await room.read(sent.caseId);
      expect(attentions.map(({ code }) => code)).toEqual(['decision.restored']);
      expect(events.length).toBeGreaterThan(0);
    }, 120_000);

    it('follow a record that is corrected when the decision is final, and so does its extract', async () => {
      const [kept, dropped] = ['barn-utbildning', 'social'].map((office) => ({
        office,
        task: areas,
      }));
      const { caseId } = await decided([kept!, dropped!], { recipients: 'Ax <info@ax.example>' });
      const happens = async (kindOf: string, role: 'secretary' | 'registrar' = 'secretary') => {
        const said = await room.happen(caseId, { kind: kindOf, day: today }, role);
        expect(said.status).toBe(204);
      };
      for (const kindOf of ['appealed', 'upheld']) await happens(kindOf);
      await happens('certified', 'registrar');
      await eventually('the case has ended', async () => {
        return (await room.read(caseId)).state === 'completed';
      });
      await system.mail('info@ax.example', /^Bestyrkt protokollsutdrag/);
      const added = { office: 'samverkansorganet', task: guidelines };
      const recipients = 'Bx <info@bx.example>';
      const corrected = await room.correct(caseId, { commissions: [kept, added], recipients });
      expect(corrected.status).toBe(204);
      const given = await eventually('the office that was added has its task', async () => {
        const { commissions, state } = await room.read(caseId);
        return commissions.length === 3 && state === 'completed' ? commissions : undefined;
      });
      const social = given.find(({ office }) => office.startsWith('Social'))!;
      const codes = async () => (await room.read(social.caseId)).attentions.map(({ code }) => code);
      expect(await codes()).toEqual(['commission.dropped']);
      const { events, decisions } = await room.read(caseId);
      expect(events.map(({ event }) => event)).toContain('takenUpAgain');
      expect(decisions[0]!.events.filter((each) => each.kind === 'final')).toHaveLength(1);
      // Whoever has the wrong extract gets the right one too.
      for (const reader of ['info@ax.example', 'info@bx.example']) {
        const letter = await system.mail(reader, /^Rättat protokollsutdrag/);
        expect(letter.text).not.toContain('http');
      }
      expect((await room.correct(caseId, { commissions: [kept, added, dropped] })).ok).toBe(true);
      await eventually('the task stands in it again', async () => (await codes()).length === 0);
      expect((await room.read(caseId)).commissions).toHaveLength(3);
    }, 120_000);

    it('are refused with a day that has been, and given by nobody who only prepares', async () => {
      const sent = await room.send({
        order: 'inOrder',
        bodies: [place('KSAU', 'prepare'), place('KS', 'decide')],
      });
      const council = await room.matterOf(sent.caseId, 'KSAU');
      await room.decide(council.caseId, {
        outcome: 'support',
        commissions: [{ office: 'all', task: areas }],
        adjustment: 'immediate',
      });
      const { caseId } = await room.matterOf(sent.caseId, 'KS');
      const { form } = await room.asked(caseId, 'decide');
      const meeting = form.pages[0]?.fields.find(({ id }) => id === 'meeting')?.options?.[0];
      const refused = await room.answer(caseId, 'decide', {
        ...{ meeting, paragraph: '32', report: '1', outcome: 'approve', adjustment: 'immediate' },
        serving: [{ name: 'Ada Ask', seat: 'chair' }],
        ...{ wording: 'Kommunstyrelsen godkänner inriktningen.', recipients: 'Samtliga nämnder' },
        commissions: [{ office: 'social', task: areas, due: '2020-01-01' }],
      });
      expect(await refused.json()).toMatchObject({
        status: 422,
        fields: { 'commissions.0.due': 'dayBehind' },
      });
      await room.minutes(council.caseId, today, today);
      await eventually('the working committee is done', async () => {
        return (await room.read(council.caseId)).state === 'completed';
      });
      expect((await room.read(sent.caseId)).commissions).toEqual([]);
    }, 120_000);
  });
});

/** The first day from one on that is no working day. */
function restDayAfter(day: string): string {
  return isWorkday(day) ? restDayAfter(dayAfter(noonOf(day), 1)) : day;
}

/** As subjects have it: "7 juni". */
function dayAndMonth(day: string): string {
  return formatDate(day, 'sv').replace(/ \d{4}$/, '');
}
