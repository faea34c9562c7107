import { randomUUID } from 'node:crypto';
import type { Tx } from '../../database/database';
import { appendAudit, type Actor } from '../../database/repositories/audit.repository';
import { resolveAttention } from '../../database/repositories/attention.repository';
import { lockCase, stopCase, type Case } from '../../database/repositories/case.repository';
import { insertIntervention } from '../../database/repositories/intervention.repository';
import { addToOutbox } from '../../database/repositories/outbox.repository';
import { collectionsOf, moveCollection } from '../../database/repositories/collection.repository';
import { caseStand, closeRounds, readRounds } from '../../database/repositories/round.repository';
import type { Task } from '../../database/repositories/task.repository';
import type { TimelineEvent } from '../../domain/api/shapes';
import { act, type Action, type CaseStand } from '../../domain/asking/stand';
import { cleanText } from '../../domain/forms/clean-text';
import { daysBetween, dueDate, movedReminders, noonOf, stockholmDate } from '../../domain/calendar';
import { DomainError } from '../../domain/errors';
import type { Invited } from '../../domain/first-agreement/first-agreement';
import type { Municipality } from '../../domain/municipality';
import { isCollected, type InterventionKind } from '../../domain/process';
import { reachedAt } from '../../domain/signatories';
import type { ServerContext } from '../context';
import { breakOff, comingMeetings, tellSecretary, waitsForOthers } from './end-waiting';
import { inviteLater } from './invite-later';
import { moveClosing } from './move-closing';
import { planNewLink } from './new-link';
import { handOverQuestion } from '../../database/hand-over-question';
import { writeTask, type Successor } from '../../database/write-task';

/** What a person does to a case beside answering. */
export type Wish =
  | { kind: 'extend'; task: string; deadline: string }
  | { kind: 'reassign' | 'delegate'; task: string; to: Successor }
  | { kind: 'conflict'; task: string; to: Successor | null }
  | { kind: 'resend'; task: string }
  | { kind: 'moveClosing'; deadline: string }
  | ({ kind: 'invite' } & Invited)
  | { kind: 'pause' | 'resume' | 'cancel' | 'withdraw' };

export interface Intervention {
  caseId: string;
  wish: Wish | { kind: 'retry' };
  reason: string;
  actor: Actor;
  /** The subject of whoever is signed in. */
  by?: string;
}

const events: Record<InterventionKind, TimelineEvent> = {
  extend: 'extended',
  reassign: 'reassigned',
  delegate: 'delegated',
  conflict: 'conflict',
  pause: 'paused',
  resume: 'resumed',
  cancel: 'cancelled',
  withdraw: 'withdrawn',
  resend: 'linkReissued',
  retry: 'retried',
  moveClosing: 'closingMoved',
  invite: 'organisationInvited',
};

/** Nobody withdraws what the municipality has begun: that is for the municipality to close. */
export function refuseUnlessWithdrawable(
  { processes }: Pick<ServerContext, 'processes'>,
  { process }: Case,
): void {
  if (processes.get(process).begunBy !== undefined) throw new DomainError('case.unknown');
}

/**
 * Does what a person wishes with a case, in the caller's transaction: the rows, the reason, the
 * line in the audit and word to the workflow together, so it needs no Temporal either. Whoever ends a case
 * calls off the meetings of it that are still to come.
 * @throws {DomainError} with the rule that forbids it
 */
export async function intervene(
  tx: Tx,
  municipality: Municipality,
  { caseId, wish, reason, actor, by }: Intervention,
  now: Date,
): Promise<void> {
  const current = await lockCase(tx, municipality.id, caseId);
  const task = 'task' in wish ? wish.task : null;
  const event = await done(tx, municipality, current, wish, now);
  const id = await insertIntervention(tx, municipality.id, {
    case_id: caseId,
    task_id: task,
    kind: wish.kind,
    actor,
    by: by ?? null,
    reason: cleanText(reason),
    at: now,
  });
  await appendAudit(tx, municipality.id, caseId, {
    at: now,
    actor,
    event,
    details: { intervention: id, ...(task && { task }), ...(by !== undefined && { by }) },
  });
  if (wish.kind === 'cancel') {
    for (const meeting of await comingMeetings(tx, current, now)) {
      const same = { wish, reason, actor, ...(by !== undefined && { by }) };
      await intervene(tx, municipality, { caseId: meeting, ...same }, now);
    }
  }
  // A letter sent again changes nothing that the process waits for, and may be of a closed case.
  if (wish.kind !== 'resend') {
    const kind = wish.kind === 'retry' ? 'retry' : 'look';
    await addToOutbox(tx, municipality.id, { caseId, kind, at: now });
  }
  await addToOutbox(tx, municipality.id, { caseId, kind: 'deliver', at: now });
}

/** Does it, and says what has happened. */
async function done(
  tx: Tx,
  municipality: Municipality,
  current: Case,
  wish: Intervention['wish'],
  now: Date,
): Promise<TimelineEvent> {
  if (wish.kind === 'retry') {
    await resolveAttention(tx, municipality.id, current.id, now);
    return events.retry;
  }
  if (wish.kind === 'moveClosing') {
    await moveClosing(tx, current, wish.deadline, now);
    return events.moveClosing;
  }
  if (wish.kind === 'invite') {
    const { name, email, postal, language } = wish;
    const reached = reachedAt(email, postal || undefined);
    await inviteLater(tx, current, { name, language, ...reached }, now);
    return events.invite;
  }
  const isOpen = current.closed_at === null && current.ending === null;
  if (wish.kind === 'cancel' && isOpen) {
    const { goesOn } = await breakOff(tx, current, now);
    if (goesOn) {
      await stopCase(tx, current, { paused: false, ended: null }, now);
      return 'yearsDropped';
    }
  }
  await carryOut(tx, current, wish, now);
  if (wish.kind === 'cancel') await tellSecretary(tx, municipality, current, now);
  return events[wish.kind];
}

async function carryOut(
  tx: Tx,
  current: Case,
  wish: Exclude<Wish, { kind: 'moveClosing' | 'invite' }>,
  now: Date,
): Promise<void> {
  const rounds = await readRounds(tx, current);
  const rows = rounds.flatMap(({ tasks }) => tasks);
  const before = {
    ...caseStand(current, rounds),
    waits: await waitsForOthers(tx, current, rounds),
  };
  const action = actionFor(wish, current, rows, now);
  const result = act(before, action);
  if ('refused' in result) throw new DomainError(result.refused, { case: current.id });
  const { stand } = result;
  const to = 'to' in wish ? wish.to : null;
  if (action.kind === 'handOver' && to !== null) {
    await handOverQuestion(tx, current.municipality_id, action.task, { to, at: now });
    return;
  }
  for (const [id, after] of tasksById(stand)) {
    if (tasksById(before).get(id) === after) continue;
    await writeTask(tx, { rows, id, after, to, now });
  }
  await closeRounds(tx, current, closedKeys(before, stand), now);
  await stopCase(tx, current, stand, now);
  if (wish.kind === 'resume') await moveCollections(tx, current, now);
  if (wish.kind === 'resend') {
    const task = rows.find(({ id }) => id === wish.task);
    if (task) await planNewLink(tx, task, now);
  }
}

function actionFor(
  wish: Exclude<Wish, { kind: 'moveClosing' | 'invite' }>,
  { paused_at: pausedAt }: Case,
  rows: readonly Task[],
  now: Date,
): Action {
  switch (wish.kind) {
    case 'extend':
      return { ...wish, today: stockholmDate(now) };
    case 'reassign':
      // One of many is known by the task that asks it: an answer to another would be nobody's.
      if (rows.some(({ id, kind }) => id === wish.task && isCollected(kind))) {
        return { kind: 'handOver', task: wish.task };
      }
      return { kind: 'passOn', task: wish.task, because: 'reassigned', to: randomUUID() };
    case 'delegate':
      return { kind: 'passOn', task: wish.task, because: 'delegated', to: randomUUID() };
    case 'conflict':
      return {
        kind: 'passOn',
        task: wish.task,
        because: 'conflict',
        to: wish.to === null ? null : randomUUID(),
      };
    case 'resend':
      return { kind: 'reissue', task: wish.task };
    case 'pause':
      return { kind: 'pause' };
    case 'resume':
      return { kind: 'resume', deadlines: laterDeadlines(rows, pausedAt ?? now, now) };
    case 'cancel':
    case 'withdraw':
      return { kind: 'end', how: wish.kind === 'cancel' ? 'cancelled' : 'withdrawn' };
  }
}

/** A pause takes nobody's time: whoever is asked has as many days left as before. */
function laterDeadlines(rows: readonly Task[], since: Date, now: Date): Record<string, string> {
  const days = daysBetween(stockholmDate(since), stockholmDate(now));
  const open = rows.filter(({ state }) => state === 'open' || state === 'waiting');
  return Object.fromEntries(
    open.map(({ id, deadline }) => [id, dueDate(noonOf(deadline), { days })]),
  );
}

/** What is asked of many closes as much later as it has been paused. */
async function moveCollections(tx: Tx, current: Case, now: Date): Promise<void> {
  const { municipality_id: municipalityId, id: caseId, paused_at: since } = current;
  const days = daysBetween(stockholmDate(since ?? now), stockholmDate(now));
  for (const { step_key: key, ...each } of await collectionsOf(tx, municipalityId, caseId)) {
    if (each.closed_at) continue;
    const deadline = dueDate(noonOf(each.deadline), { days });
    const remindAt = movedReminders(each.remind_at, days, deadline, now);
    await moveCollection(tx, municipalityId, { caseId, key }, { deadline, remindAt });
  }
}

function tasksById(stand: CaseStand) {
  return new Map(stand.rounds.flatMap(({ tasks }) => tasks).map((task) => [task.id, task]));
}

function closedKeys(before: CaseStand, after: CaseStand): string[] {
  return after.rounds
    .filter(({ state }, i) => state === 'closed' && before.rounds[i]?.state === 'open')
    .map(({ key }) => key);
}
