import { randomUUID } from 'node:crypto';
import type { Insertable, Selectable } from 'kysely';
import { standingEvents } from '../../domain/committees/corrected-events';
import type { Tx } from '../database';
import type { CommitteeDecisionTable, DecisionEventTable } from '../tables';

export type CommitteeDecision = Selectable<CommitteeDecisionTable>;
export type DecisionEventRow = Selectable<DecisionEventTable>;

/** Keeps what a body decided; a record is never changed, a wrong one is pointed at by another. */
export async function recordCommitteeDecision(
  tx: Tx,
  municipalityId: string,
  decision: Omit<Insertable<CommitteeDecisionTable>, 'id' | 'municipality_id'>,
): Promise<CommitteeDecision> {
  return tx
    .insertInto('committee_decision')
    .values({ ...decision, id: randomUUID(), municipality_id: municipalityId })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** What was decided in these cases, oldest first, each with what a later record corrects left out. */
export async function decisionsOfCases(
  tx: Tx,
  municipalityId: string,
  caseIds: readonly string[],
): Promise<CommitteeDecision[]> {
  if (caseIds.length === 0) return [];
  const rows = await tx
    .selectFrom('committee_decision')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('case_id', 'in', caseIds)
    .orderBy('meeting_day')
    .orderBy('at')
    .execute();
  const corrected = new Set(rows.map(({ corrects }) => corrects));
  return rows.filter(({ id }) => !corrected.has(id));
}

/** Whether there is a record of a body's, that no other one corrects, of a meeting on a day. */
export async function hasDecidedOn(
  tx: Tx,
  municipalityId: string,
  { committee, day }: { committee: string; day: string },
): Promise<boolean> {
  const found = await tx
    .selectFrom('committee_decision as decision')
    .leftJoin('committee_decision as correction', 'correction.corrects', 'decision.id')
    .select('decision.id')
    .where('decision.municipality_id', '=', municipalityId)
    .where('decision.committee', '=', committee)
    .where('decision.meeting_day', '=', day)
    .where('correction.id', 'is', null)
    .executeTakeFirst();
  return found !== undefined;
}

/** One record of what a body decided. */
export function findDecision(
  tx: Tx,
  municipalityId: string,
  id: string,
): Promise<CommitteeDecision | undefined> {
  return tx
    .selectFrom('committee_decision')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** The same with every record, also those that were corrected. */
export function allDecisionsOf(
  tx: Tx,
  municipalityId: string,
  caseId: string,
): Promise<CommitteeDecision[]> {
  return tx
    .selectFrom('committee_decision')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .orderBy('meeting_day')
    .orderBy('at')
    .execute();
}

export type DecisionEventOfTask = DecisionEventRow & { task_id: string };

/** What holds of all that was recorded about what these tasks decided, and was not said to be wrong since. */
export async function eventsOfTasks(tx: Tx, municipalityId: string, taskIds: readonly string[]) {
  return standingEvents(await allEventsOfTasks(tx, municipalityId, taskIds));
}

/**
 * What was recorded afterwards about what these tasks decided, right or wrong, in the order it was recorded;
 * a record that corrects another one has what happened to that.
 */
export function allEventsOfTasks(
  tx: Tx,
  municipalityId: string,
  taskIds: readonly string[],
): Promise<DecisionEventOfTask[]> {
  if (taskIds.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom('decision_event')
    .innerJoin('committee_decision', 'committee_decision.id', 'decision_event.decision_id')
    .selectAll('decision_event')
    .select('committee_decision.task_id')
    .where('decision_event.municipality_id', '=', municipalityId)
    .where('committee_decision.task_id', 'in', taskIds)
    .orderBy('decision_event.position')
    .execute();
}

/** What happened to one record: an extract that was certified before it was corrected is not its own. */
export function eventsOfRecord<E extends Pick<DecisionEventRow, 'kind' | 'decision_id'>>(
  events: readonly E[],
  recordId: string,
): E[] {
  return events.filter(({ kind, decision_id: id }) => kind !== 'certified' || id === recordId);
}

/** A case's records as they were made, each correction after what it corrects. */
export function inOrderOfRecording(decisions: readonly CommitteeDecision[]): CommitteeDecision[] {
  return [...decisions].sort((a, b) => a.at.getTime() - b.at.getTime());
}

export async function addDecisionEvent(
  tx: Tx,
  municipalityId: string,
  event: Omit<Insertable<DecisionEventTable>, 'id' | 'municipality_id' | 'corrects'> & {
    corrects?: string;
  },
): Promise<string> {
  const id = randomUUID();
  await tx
    .insertInto('decision_event')
    .values({ ...event, id, municipality_id: municipalityId })
    .execute();
  return id;
}
