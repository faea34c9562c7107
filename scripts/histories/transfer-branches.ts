import { stockholmDate } from '../../domain/calendar';
import type { TaskView } from '../../domain/api/shapes';
import { CommitteeRoom, meetToday, place } from '../../test/support/committees';
import { eventually } from '../../test/support/eventually';
import type { Mail, System } from '../../test/support/system';
import { forward } from '../../test/support/temporal';
import { amounts, TransferDesk } from '../../test/support/transfers';
import { Treasury } from '../../test/support/treasury';
import type { OtherBranch } from './other-branches';

const no = { outcome: 'refuse', reasons: 'Pengarna finns inte.' };

const less = amounts(['30 000', '80 000', '40 000'], ['3 000', '6 000', '3 000']);

/** Money that one committee asks another for, and tasks that a committee gives to offices. */
export const transferBranches: Record<string, OtherBranch> = {
  async 'transfer-refused'(system) {
    const desk = new TransferDesk(new CommitteeRoom(system));
    const { caseId } = await desk.begun();
    await desk.verify(caseId, no);
    return caseId;
  },

  async 'transfer-changed-and-refused'(system) {
    const desk = await meeting(system, ['KFN']);
    const { caseId, number } = await desk.begun();
    await desk.approve(caseId);
    await desk.decide(caseId, 'KFN', 'supportWithChange', { wording: 'Mindre till facilitator.' });
    await adjust(system, number, { amounts: less });
    await desk.verify(caseId, no);
    return caseId;
  },

  async 'transfer-asked-about-when-decided'(system) {
    const desk = await meeting(system, ['KFN', 'KS', 'KF']);
    const { caseId, number } = await desk.begun();
    await desk.approve(caseId);
    await desk.decide(caseId, 'KFN', 'support');
    await desk.decide(caseId, 'KS', 'support');
    await desk.decide(caseId, 'KF', 'approveWithChange', { wording: 'Mindre till facilitator.' });
    await adjust(system, number, { amounts: less });
    const questions = [{ about: 'whole', question: 'Gäller det också konferensen?' }];
    await desk.verify(caseId, { outcome: 'return', questions });
    const asked = await mailOf(system, `^Svara på frågor .*${number}$`);
    await forward(system.temporal.client, system.workflowId({ caseId }), '40 days');
    await answerAnew(system, asked, {});
    await desk.approve(caseId);
    await eventually('it is planned', async () => (await desk.plan(caseId)).length > 0);
    await wish(desk.room, caseId, 'cancel');
    return caseId;
  },

  async 'circulation-ended'(system) {
    const { room } = await meeting(system, ['KFN', 'HM']);
    const bodies = [place('KFN'), place('HM')];
    const { caseId } = await room.send({ order: 'atOnce', bodies });
    const decided = await room.matterOf(caseId, 'KFN');
    await room.decide(decided.caseId, { outcome: 'support' });
    const left = await room.matterOf(caseId, 'HM');
    await room.asked(left.caseId, 'decide');
    for (const kind of ['pause', 'resume', 'cancel']) await wish(room, caseId, kind);
    return caseId;
  },

  async 'matter-ended-with-its-round'(system) {
    const { room } = await meeting(system, ['HM']);
    const sent = await room.send({ order: 'atOnce', bodies: [place('HM')] });
    const { caseId } = await room.matterOf(sent.caseId, 'HM');
    await room.asked(caseId, 'decide');
    await wish(room, sent.caseId, 'cancel');
    return caseId;
  },

  async 'matter-ended-before-finality'(system) {
    const { room } = await meeting(system, ['KS']);
    const sent = await room.send({ order: 'atOnce', bodies: [place('KS', 'decide')] });
    const { caseId } = await room.matterOf(sent.caseId, 'KS');
    await room.decide(caseId, { outcome: 'approve' });
    await room.minutes(caseId, today(), today());
    await eventually('it waits for finality', async () => {
      const { tasks } = await room.read(caseId);
      return tasks.length === 2 && tasks.every(({ state }) => state === 'answered');
    });
    await wish(room, caseId, 'pause');
    await wish(room, caseId, 'cancel');
    return caseId;
  },

  async 'transfer-paused-before-it-began'(system) {
    const desk = new TransferDesk(new CommitteeRoom(system));
    await system.worker.stop();
    const { caseId } = await desk.begun();
    await wish(desk.room, caseId, 'pause');
    await system.worker.start();
    await eventually('the process has been held', () => isBegun(system, caseId));
    await wish(desk.room, caseId, 'resume');
    await desk.verify(caseId, no);
    return caseId;
  },

  async 'transfer-dropped'(system) {
    const desk = await meeting(system, ['KFN', 'KS', 'KF']);
    const { caseId } = await desk.begun();
    await desk.approve(caseId);
    await desk.decide(caseId, 'KFN', 'support');
    await desk.decide(caseId, 'KS', 'support');
    await desk.decide(caseId, 'KF', 'approve');
    await eventually('it is planned', async () => (await desk.plan(caseId)).length > 0);
    for (const kind of ['pause', 'resume', 'cancel']) await wish(desk.room, caseId, kind);
    return caseId;
  },

  async 'appropriation-tried-again'(system) {
    const room = new Treasury(system, () => new Date());
    const caseId = await room.requestRaise();
    const answer = { decision: 'KF 2026-11-23 § 211', reasons: 'Det finns inget utrymme.' };
    await room.say(caseId, 'appraise', { ...answer, outcome: 'table' });
    await eventually('it is asked about again', async () => {
      const { tasks } = await room.read(caseId);
      return tasks.filter(({ kind }) => kind === 'appraise').length === 2;
    });
    await room.say(caseId, 'appraise', { ...answer, outcome: 'refuse' });
    return caseId;
  },

  async 'commission-reported'(system) {
    const { room } = await meeting(system, ['KS']);
    const sent = await room.send({ order: 'atOnce', bodies: [place('KS', 'decide')] });
    const { caseId } = await room.matterOf(sent.caseId, 'KS');
    const commissions = [{ office: 'ks-kontoret', task: 'Ta fram riktlinjer.' }];
    await room.decide(caseId, { outcome: 'approve', commissions });
    await room.minutes(caseId, today(), today());
    const given = await eventually('the office has its task', async () => {
      const [own] = (await room.read(caseId)).commissions;
      return own?.deadline ? own : undefined;
    });
    const { email } = await system.server.database.transaction('sodertalje', (tx) =>
      tx
        .selectFrom('task')
        .select('assignee_email as email')
        .where('case_id', '=', given.caseId)
        .executeTakeFirstOrThrow(),
    );
    const asked = await system.mail(email, new RegExp(`${given.number}$`));
    await system.answer(asked, { answer: 'De är bifogade.', answeredBy: 'Siv Sand', files: [] });
    const task = await eventually('the report is asked for', async () =>
      (await room.read(given.caseId)).tasks.find(({ kind }) => kind === 'report'),
    );
    const secretary = await room.as('secretary');
    const path = room.path('cases', given.caseId, 'tasks', task.id, 'signed-in-answer');
    await secretary.post(path, { answers: { meeting: today() } });
    return given.caseId;
  },
};

/** The process has begun, and nothing has to tell it so any more. */
async function isBegun(system: System, caseId: string): Promise<boolean> {
  const waiting = await system.server.database.transaction('sodertalje', (tx) =>
    tx
      .selectFrom('outbox')
      .select('id')
      .where('case_id', '=', caseId)
      .where('kind', 'in', ['start', 'look'])
      .where('consumed_at', 'is', null)
      .execute(),
  );
  return waiting.length === 0;
}

/** Whoever asked sends the request again, changed as a committee has decided. */
async function adjust(system: System, number: string, changed: object): Promise<void> {
  await answerAnew(system, await mailOf(system, `^Ändra begäran .*${number}$`), changed);
}

function mailOf(system: System, subject: string): Promise<Mail> {
  return system.mail('officer@sodertalje.example', new RegExp(subject));
}

async function answerAnew(system: System, asked: Mail, changed: object): Promise<void> {
  const { api, target } = await system.follow(asked);
  const { completion } = await api.read<TaskView>(`/api/sodertalje/tasks/${target.id}`);
  await system.answer(asked, { ...completion?.answers, ...changed });
}

async function wish(room: CommitteeRoom, caseId: string, kind: string): Promise<void> {
  const officer = await room.as('officer');
  const path = room.path('cases', caseId, 'interventions');
  const response = await officer.post(path, { kind, reason: 'Frågan utreds vidare.' });
  if (!response.ok) throw new Error(await response.text());
}

const today = () => stockholmDate(new Date());

async function meeting(system: System, committees: readonly string[]): Promise<TransferDesk> {
  for (const committee of committees) await meetToday(system, committee);
  return new TransferDesk(new CommitteeRoom(system));
}
