import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { CommitteeConfiguration } from '../../domain/committees/committee';
import type { Localized } from '../../domain/language';
import type { Tx } from '../database';
import type { CommitteeTable, MeetingTable } from '../tables';
import { addName, namesOf } from './committee-name.repository';

export type CommitteeRow = Selectable<CommitteeTable>;
/** A body with what it is called on a day. */
export type Committee = CommitteeRow & { name: Localized };
export type Meeting = Selectable<MeetingTable>;

/** Every body there is or was, by its letters, with what each is called on a day (`YYYY-MM-DD`). */
export async function committeesOn(
  tx: Tx,
  municipalityId: string,
  day: string,
): Promise<Committee[]> {
  const rows = await tx
    .selectFrom('committee')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .orderBy('id')
    .execute();
  const names = await namesOf(tx, municipalityId);
  return rows.map((row) => {
    const own = names.filter(({ committee }) => committee === row.id);
    // A body that got its first name later is called that also before.
    const name = own.findLast(({ from_day: from }) => from <= day) ?? own[0];
    return { ...row, name: name?.name ?? { sv: row.id, en: row.id } };
  });
}

/** Holds a body until the transaction is over: what several officials change in it is changed one by one. */
export async function lockCommittee(tx: Tx, municipalityId: string, id: string): Promise<void> {
  await tx
    .selectFrom('committee')
    .select('id')
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .execute();
}

export async function findCommittee(
  tx: Tx,
  municipalityId: string,
  { id, day }: { id: string; day: string },
): Promise<Committee | undefined> {
  return (await committeesOn(tx, municipalityId, day)).find((each) => each.id === id);
}

/** Makes a configured body known with its calendar; one that is known stays as the record has it. */
export async function loadCommittee(
  tx: Tx,
  municipalityId: string,
  { id, kind, name, numbers, secretary, meetings }: CommitteeConfiguration,
): Promise<void> {
  const known = await tx
    .insertInto('committee')
    .values({
      municipality_id: municipalityId,
      id,
      kind,
      number_style: JSON.stringify(numbers),
      secretary_name: secretary.name,
      secretary_email: secretary.email,
      secretary_shared: secretary.shared ?? false,
      ended_on: null,
      successor: null,
    })
    .onConflict((conflict) => conflict.columns(['municipality_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (known) await addName(tx, municipalityId, { committee: id, from_day: '0001-01-01', name });
  const calendar = await meetingsOf(tx, municipalityId, id, { cancelled: true });
  // A meeting that was cancelled or moved does not come back with the next start.
  const unknown = meetings.filter((day) => calendar.every((meeting) => meeting.day !== day));
  if (unknown.length > 0) await insertMeetings(tx, municipalityId, id, unknown).execute();
}

/**
 * The body that has now what a body had: itself, or whoever it was left to in the end. Undefined for one
 * that is unknown.
 */
export async function bodyNow(
  tx: Tx,
  municipalityId: string,
  id: string,
): Promise<Committee | undefined> {
  const body = await findCommittee(tx, municipalityId, { id, day: latest });
  return body?.successor ? bodyNow(tx, municipalityId, body.successor) : body;
}

/** Whether a body is another one, or has left what it had to it, at once or in the end. */
export async function isOrCameTo(
  tx: Tx,
  municipalityId: string,
  { id, other }: { id: string; other: string },
): Promise<boolean> {
  if (id === other) return true;
  const body = await findCommittee(tx, municipalityId, { id, day: latest });
  return body?.successor ? isOrCameTo(tx, municipalityId, { id: body.successor, other }) : false;
}

/** A body is written to as it is now, whatever day it is. */
const latest = '9999-12-31';

export async function addMeeting(
  tx: Tx,
  municipalityId: string,
  { committee, day }: { committee: string; day: string },
): Promise<Meeting> {
  return insertMeetings(tx, municipalityId, committee, [day])
    .returningAll()
    .executeTakeFirstOrThrow();
}

function insertMeetings(
  tx: Tx,
  municipalityId: string,
  committee: string,
  days: readonly string[],
) {
  const row = { municipality_id: municipalityId, committee, cancelled_at: null };
  return tx.insertInto('meeting').values(days.map((day) => ({ id: randomUUID(), ...row, day })));
}

/** A body's calendar, by day; with `cancelled` also what is not held. */
export function meetingsOf(
  tx: Tx,
  municipalityId: string,
  committee: string,
  { cancelled = false }: { cancelled?: boolean } = {},
): Promise<Meeting[]> {
  return tx
    .selectFrom('meeting')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('committee', '=', committee)
    .$if(!cancelled, (query) => query.where('cancelled_at', 'is', null))
    .orderBy('day')
    .execute();
}

/** The first meeting on a day or later. */
export async function nextMeeting(
  tx: Tx,
  municipalityId: string,
  { committee, from }: { committee: string; from: string },
): Promise<Meeting | undefined> {
  const meetings = await meetingsOf(tx, municipalityId, committee);
  return meetings.find(({ day }) => day >= from);
}

export function findMeeting(
  tx: Tx,
  municipalityId: string,
  id: string,
): Promise<Meeting | undefined> {
  return tx
    .selectFrom('meeting')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function changeMeeting(
  tx: Tx,
  municipalityId: string,
  id: string,
  changes: Partial<Pick<Meeting, 'day' | 'cancelled_at'>>,
): Promise<void> {
  await tx
    .updateTable('meeting')
    .set(changes)
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .execute();
}
