import { randomUUID } from 'node:crypto';
import type { Insertable, Selectable } from 'kysely';
import type { GroupsOfDay } from '../../domain/asking/stand-ins';
import { sinceEver, type GroupMember } from '../../domain/groups/member';
import type { ToldTerm } from '../../domain/groups/notices';
import { sittingOn } from '../../domain/groups/seats';
import type { Group, SeatedMailbox } from '../../domain/municipality';
import type { Tx } from '../database';
import type { GroupActTable, GroupMemberTable } from '../tables';

/** A term as the record has it, with its group. */
export type GroupTerm = ToldTerm & { group: string };

/** Every term there was, is or is to come in the municipality's groups, by their order; or in one group. */
export async function groupTerms(
  tx: Tx,
  municipalityId: string,
  group?: string,
): Promise<GroupTerm[]> {
  const rows = await tx
    .selectFrom('group_member')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .$if(group !== undefined, (query) => query.where('group_id', '=', group ?? ''))
    .orderBy('position')
    .orderBy('from_day')
    .orderBy('id')
    .execute();
  return rows.map(termOfRow);
}

function termOfRow(row: Selectable<GroupMemberTable>): GroupTerm {
  const { id, side, represents, name, email, shared, role, position } = row;
  return {
    ...{ id, side, represents, name, email, shared, role, position },
    group: row.group_id,
    from: row.from_day,
    to: row.to_day,
    substituteFor: row.substitute_for,
    replaces: row.replaces,
    seatClosed: row.seat_closed,
    endTold: row.end_told,
  };
}

/** Who sits in each group on a day (`YYYY-MM-DD`). */
export async function groupsOn(tx: Tx, municipalityId: string, day: string): Promise<GroupsOfDay> {
  const terms = await groupTerms(tx, municipalityId);
  const groups = [...new Set(terms.map(({ group }) => group))];
  return Object.fromEntries(
    groups.map((id) => [
      id,
      sittingOn(
        terms.filter(({ group }) => group === id),
        day,
      ),
    ]),
  );
}

/** Whether several people read a mailbox that sits or sat in a group, as its latest term says. */
export async function isSharedInGroup(
  tx: Tx,
  municipalityId: string,
  email: string,
): Promise<boolean> {
  const row = await tx
    .selectFrom('group_member')
    .select('shared')
    .where('municipality_id', '=', municipalityId)
    .where('email', '=', email)
    .orderBy('from_day', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.shared === true;
}

/** Makes a configured group known with those who sit in it; one that is known stays as the record has it. */
export async function loadGroup(
  tx: Tx,
  municipalityId: string,
  id: string,
  { members, substitutes = [] }: Group,
): Promise<void> {
  const known = await tx
    .insertInto('member_group')
    .values({ municipality_id: municipalityId, id })
    .onConflict((conflict) => conflict.columns(['municipality_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!known) return;
  const seats = new Map<string, string>();
  for (const [position, member] of members.entries()) {
    const role = member.chair ? 'chair' : 'member';
    const term = { ...seatedAt(member, position), role, substituteFor: null } as const;
    seats.set(member.email, await insertTerm(tx, municipalityId, id, term));
  }
  for (const [i, member] of substitutes.entries()) {
    const substituteFor = seats.get(member.for ?? '') ?? null;
    const seat = seatedAt(member, members.length + i);
    await insertTerm(tx, municipalityId, id, { ...seat, role: 'substitute', substituteFor });
  }
}

function seatedAt(
  { name, email, shared, side, represents, from, to }: SeatedMailbox,
  position: number,
): Omit<GroupMember, 'id' | 'role' | 'substituteFor'> {
  return {
    ...{ name, email, position, replaces: null, seatClosed: false },
    shared: shared ?? false,
    side: side ?? 'municipality',
    represents: represents ?? '',
    from: from ?? sinceEver,
    to: to ?? null,
  };
}

/** Adds a term, and returns its id. */
export async function insertTerm(
  tx: Tx,
  municipalityId: string,
  group: string,
  term: Omit<GroupMember, 'id'>,
): Promise<string> {
  const { side, represents, name, email, shared, role, position, from, to } = term;
  const { id } = await tx
    .insertInto('group_member')
    .values({
      ...{ id: randomUUID(), municipality_id: municipalityId, group_id: group },
      ...{ side, represents, name, email, shared, role, position },
      ...{ from_day: from, to_day: to, substitute_for: term.substituteFor },
      ...{ replaces: term.replaces, seat_closed: term.seatClosed, end_told: null },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Locks a group against other changes; undefined for one that the installation has never met. */
export function lockGroup(tx: Tx, municipalityId: string, id: string) {
  return tx
    .selectFrom('member_group')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** Writes down what has become of a term. The caller holds the group's lock. */
export async function changeTerm(
  tx: Tx,
  municipalityId: string,
  id: string,
  changes: Partial<
    Pick<Selectable<GroupMemberTable>, 'email' | 'shared' | 'to_day' | 'seat_closed' | 'end_told'>
  >,
): Promise<void> {
  await tx
    .updateTable('group_member')
    .set(changes)
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .execute();
}

export async function insertGroupAct(
  tx: Tx,
  municipalityId: string,
  act: Omit<Insertable<GroupActTable>, 'id' | 'municipality_id'>,
): Promise<void> {
  await tx
    .insertInto('group_act')
    .values({ ...act, id: randomUUID(), municipality_id: municipalityId })
    .execute();
}

/** What was done to a group and why, latest first, with the names of those who did it. */
export function groupActs(tx: Tx, municipalityId: string, group: string) {
  return tx
    .selectFrom('group_act')
    .innerJoin('group_member', 'group_member.id', 'group_act.member_id')
    .leftJoin('official', (join) =>
      join
        .onRef('official.subject', '=', 'group_act.by')
        .on('official.municipality_id', '=', municipalityId),
    )
    .select(['group_act.kind', 'group_act.day', 'group_act.reason', 'group_act.at'])
    .select(['group_member.name as member', 'official.name'])
    .where('group_act.municipality_id', '=', municipalityId)
    .where('group_act.group_id', '=', group)
    .orderBy('group_act.at', 'desc')
    .execute();
}

/** A case in which questions to members of a group may have to go on. */
export interface CaseOfGroup {
  id: string;
  process: string;
}

/** The unfinished cases in which one of these kinds of questions is open, by their ids. */
export function casesAsking(
  tx: Tx,
  municipalityId: string,
  kinds: readonly string[],
): Promise<CaseOfGroup[]> {
  if (kinds.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom('cases')
    .select(['cases.id', 'cases.process'])
    .where('cases.municipality_id', '=', municipalityId)
    .where('cases.closed_at', 'is', null)
    .where((where) =>
      where.exists(
        where
          .selectFrom('task')
          .innerJoin('round', (join) =>
            join
              .onRef('round.case_id', '=', 'task.case_id')
              .onRef('round.step_key', '=', 'task.step_key'),
          )
          .select('task.id')
          .whereRef('task.case_id', '=', 'cases.id')
          .where('round.state', '=', 'open')
          .where('task.kind', 'in', kinds),
      ),
    )
    .orderBy('cases.id')
    .execute();
}
