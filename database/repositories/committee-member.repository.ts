import { randomUUID } from 'node:crypto';
import type { Insertable, Selectable } from 'kysely';
import type { Tx } from '../database';
import type { CommitteeMemberTable } from '../tables';

export type Member = Selectable<CommitteeMemberTable>;

/** Who sits in a body on a day, the chair first. */
export async function membersOn(
  tx: Tx,
  municipalityId: string,
  { committee, day }: { committee: string; day: string },
): Promise<Member[]> {
  const members = await membersOf(tx, municipalityId, committee);
  return members.filter(({ from_day, to_day }) => from_day <= day && (!to_day || day <= to_day));
}

/** Everybody who was or is to be elected to a body, as it is known now. */
export async function membersOf(
  tx: Tx,
  municipalityId: string,
  committee: string,
): Promise<Member[]> {
  const order = ['chair', 'viceChair', 'member', 'substitute'];
  const all = await allMembers(tx, municipalityId);
  const replaced = new Set(all.map(({ corrects }) => corrects));
  return all
    .filter(({ id, how }) => how !== 'struck' && !replaced.has(id))
    .filter((each) => each.committee === committee)
    .sort((a, b) => order.indexOf(a.seat) - order.indexOf(b.seat));
}

/** Every row of who sits where, also what stands no more. */
export function allMembers(tx: Tx, municipalityId: string): Promise<Member[]> {
  return tx
    .selectFrom('committee_member')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .orderBy('from_day')
    .orderBy('name')
    .execute();
}

/** Somebody sits in a body, or, with `corrects`, does so in another way than the row it points at says. */
export async function addMember(
  tx: Tx,
  municipalityId: string,
  member: Omit<Insertable<CommitteeMemberTable>, 'id' | 'municipality_id'>,
): Promise<void> {
  await tx
    .insertInto('committee_member')
    .values({ ...member, id: randomUUID(), municipality_id: municipalityId })
    .execute();
}
