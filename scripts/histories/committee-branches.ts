import { stockholmDate } from '../../domain/calendar';
import { CommitteeRoom, meetToday, place } from '../../test/support/committees';
import { eventually } from '../../test/support/eventually';
import type { System } from '../../test/support/system';
import { skipFreely } from '../../test/support/temporal';
import type { OtherBranch } from './other-branches';

const today = () => stockholmDate(new Date());

/** A matter among committees, and one body's case about it. */
export const committeeBranches: Record<string, OtherBranch> = {
  async 'circulation-decided'(system) {
    const room = await meeting(system, ['KFN', 'KS']);
    const bodies = [place('KFN'), place('KS', 'prepare')];
    const sent = await room.send({ order: 'byPart', bodies });
    for (const { committee } of bodies) {
      const { caseId } = await room.matterOf(sent.caseId, committee);
      await room.decide(caseId);
    }
    return sent.caseId;
  },

  async 'circulation-referred-back'(system) {
    const room = await meeting(system, ['EN', 'HM']);
    const sent = await room.send({ order: 'atOnce', bodies: [place('EN'), place('HM')] });
    const { caseId } = await room.matterOf(sent.caseId, 'EN');
    await room.decide(caseId, { outcome: 'referBack', referralReasons: 'Räkna om.' });
    return sent.caseId;
  },

  async 'matter-decided-and-final'(system) {
    const room = await meeting(system, ['KF']);
    const caseId = await decided(room, 'KF');
    await skipFreely(system.temporal.client, system.workflowId({ caseId }));
    return caseId;
  },

  async 'matter-tabled'(system) {
    const room = await meeting(system, ['VM']);
    const { caseId } = await matter(room, 'VM', 'opine');
    await room.decide(caseId, { outcome: 'table' });
    await eventually('it is put on another meeting', async () => {
      const { tasks } = await room.read(caseId);
      return tasks.filter(({ kind }) => kind === 'decide').length === 2;
    });
    await room.decide(caseId);
    await room.minutes(caseId, today(), today());
    return caseId;
  },

  async 'matter-annulled'(system) {
    const room = await meeting(system, ['JÄ']);
    const caseId = await decided(room, 'JÄ');
    for (const kind of ['appealed', 'stayed', 'annulled']) {
      await room.happen(caseId, { kind, day: today() });
    }
    return caseId;
  },

  /** A higher court lets the decision apply after all, when the case has closed. */
  async 'matter-restored'(system) {
    const room = await meeting(system, ['HM']);
    const caseId = await decided(room, 'HM');
    for (const kind of ['appealed', 'annulled']) {
      await room.happen(caseId, { kind, day: today() });
    }
    await eventually('it has closed', async () => (await room.read(caseId)).closedAt !== null);
    await room.happen(caseId, { kind: 'restored', day: today() });
    return caseId;
  },
};

async function meeting(system: System, committees: readonly string[]): Promise<CommitteeRoom> {
  for (const committee of committees) await meetToday(system, committee);
  return new CommitteeRoom(system);
}

async function matter(room: CommitteeRoom, committee: string, part: 'opine' | 'decide') {
  const sent = await room.send({ order: 'atOnce', bodies: [place(committee, part)] });
  return room.matterOf(sent.caseId, committee);
}

/** Decided, adjusted and announced: it can be appealed. */
async function decided(room: CommitteeRoom, committee: string): Promise<string> {
  const { caseId } = await matter(room, committee, 'decide');
  await room.decide(caseId, { outcome: 'approve' });
  await room.minutes(caseId, today(), today());
  await eventually('it can be appealed', async () =>
    (await room.read(caseId)).decisions.some(({ state }) => state === 'appealable'),
  );
  return caseId;
}
