import { randomUUID } from 'node:crypto';
import type { Insertable, Selectable } from 'kysely';
import type { Turn } from '../../domain/follow-up/wheel';
import type { Tx } from '../database';
import type { WheelActTable, WheelTable } from '../tables';

export type Wheel = Selectable<WheelTable>;

/** A year of the wheel, with the follow-up that it has opened. */
export interface OpenedTurn extends Turn {
  caseId: string | null;
}

/** Begins the wheel of a municipality, once; tells whether it began now. */
export async function beginWheel(
  tx: Tx,
  municipalityId: string,
  begunOn: string,
): Promise<{ id: string; isNew: boolean }> {
  const known = await findWheel(tx, municipalityId);
  if (known) return { id: known.id, isNew: false };
  const id = randomUUID();
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('wheel')
    .values({ id, municipality_id: municipalityId, begun_on: begunOn })
    .onConflict((conflict) => conflict.column('municipality_id').doNothing())
    .executeTakeFirstOrThrow();
  return { id, isNew: numInsertedOrUpdatedRows === 1n };
}

/** A wheel that has laid out no year yet begins on a day. */
export async function beginAnew(tx: Tx, municipalityId: string, day: string): Promise<void> {
  if ((await turnsOf(tx, municipalityId)).length > 0) return;
  await tx
    .updateTable('wheel')
    .set({ begun_on: day })
    .where('municipality_id', '=', municipalityId)
    .execute();
}

export function findWheel(tx: Tx, municipalityId: string): Promise<Wheel | undefined> {
  return tx
    .selectFrom('wheel')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .executeTakeFirst();
}

/** The same, and nobody else turns it until the transaction ends. */
export function lockWheel(tx: Tx, municipalityId: string): Promise<Wheel | undefined> {
  return tx
    .selectFrom('wheel')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .forUpdate()
    .executeTakeFirst();
}

/** All years there are, oldest first. */
export async function turnsOf(tx: Tx, municipalityId: string): Promise<OpenedTurn[]> {
  const rows = await tx
    .selectFrom('wheel_turn')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .orderBy('year')
    .execute();
  return rows.map(({ year, opens_on: opensOn, state, case_id: caseId }) => ({
    ...{ year, opensOn, state, caseId },
  }));
}

/** The same, each with what has become of the follow-up that it has opened. */
export function turnsWithFollowUp(tx: Tx, municipalityId: string) {
  return tx
    .selectFrom('wheel_turn')
    .leftJoin('cases', 'cases.id', 'wheel_turn.case_id')
    .leftJoin('collection', (join) =>
      join
        .onRef('collection.case_id', '=', 'wheel_turn.case_id')
        .on('collection.kind', '=', 'followUp'),
    )
    .leftJoin('follow_up_report', (join) =>
      join
        .onRef('follow_up_report.case_id', '=', 'wheel_turn.case_id')
        .on('follow_up_report.frozen_at', 'is not', null),
    )
    .select(['wheel_turn.year', 'wheel_turn.opens_on', 'wheel_turn.state', 'wheel_turn.case_id'])
    .select(['cases.number', 'cases.closed_at', 'collection.opened_at', 'collection.deadline'])
    .select('collection.closed_at as answers_closed_at')
    .select(['follow_up_report.frozen_at', 'follow_up_report.published_at'])
    .where('wheel_turn.municipality_id', '=', municipalityId)
    .orderBy('wheel_turn.year')
    .execute();
}

/** The last days to vote for focus areas, and when each vote closed. */
export function lastDaysToVote(tx: Tx, municipalityId: string) {
  return tx
    .selectFrom('collection')
    .innerJoin('cases', 'cases.id', 'collection.case_id')
    .select(['collection.deadline', 'collection.closed_at as ended_at'])
    .select(['collection.case_id', 'cases.number'])
    .where('collection.municipality_id', '=', municipalityId)
    .where('collection.kind', '=', 'voteFocus')
    .execute();
}

/** The last days to evaluate the development plan, and when each was done; what was called off has none. */
export function lastDaysToEvaluate(tx: Tx, municipalityId: string) {
  return tx
    .selectFrom('task')
    .innerJoin('cases', 'cases.id', 'task.case_id')
    .select(['task.deadline', 'task.answered_at as ended_at', 'task.case_id', 'cases.number'])
    .where('task.municipality_id', '=', municipalityId)
    .where('task.kind', '=', 'evaluate')
    .where('task.state', 'in', ['open', 'answered'])
    .execute();
}

export async function planTurns(
  tx: Tx,
  municipalityId: string,
  turns: readonly Turn[],
): Promise<void> {
  if (turns.length === 0) return;
  await tx
    .insertInto('wheel_turn')
    .values(
      turns.map(({ year, opensOn: opens_on, state }) => ({
        ...{ municipality_id: municipalityId, year, opens_on, state, case_id: null },
      })),
    )
    .execute();
}

/** Writes down what has become of a year. The caller holds the wheel's lock. */
export async function changeTurn(
  tx: Tx,
  municipalityId: string,
  { year, opensOn, state, caseId }: OpenedTurn,
): Promise<void> {
  await tx
    .updateTable('wheel_turn')
    .set({ opens_on: opensOn, state, case_id: caseId })
    .where('municipality_id', '=', municipalityId)
    .where('year', '=', year)
    .execute();
}

export async function insertWheelAct(
  tx: Tx,
  municipalityId: string,
  act: Omit<Insertable<WheelActTable>, 'id' | 'municipality_id'>,
): Promise<void> {
  await tx
    .insertInto('wheel_act')
    .values({ ...act, id: randomUUID(), municipality_id: municipalityId })
    .execute();
}

/** What was done to the wheel's years and why, latest first, with the names of those who did it. */
export function wheelActs(tx: Tx, municipalityId: string) {
  return tx
    .selectFrom('wheel_act')
    .leftJoin('official', (join) =>
      join
        .onRef('official.subject', '=', 'wheel_act.by')
        .on('official.municipality_id', '=', municipalityId),
    )
    .select(['wheel_act.year', 'wheel_act.kind', 'wheel_act.from_day', 'wheel_act.to_day'])
    .select(['wheel_act.reason', 'wheel_act.at', 'official.name'])
    .where('wheel_act.municipality_id', '=', municipalityId)
    .orderBy('wheel_act.at', 'desc')
    .execute();
}
