import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { Localized } from '../../domain/language';
import type { Tx } from '../database';
import type { CommitteeNameTable } from '../tables';

export type CommitteeName = Selectable<CommitteeNameTable>;

/** What each body has been called, oldest first; what was corrected is not among them. */
export async function namesOf(tx: Tx, municipalityId: string): Promise<CommitteeName[]> {
  return standing(await allNames(tx, municipalityId));
}

/** What a body has been called, oldest first, and every name there was of it, also those corrected since. */
export async function namesOfCommittee(
  tx: Tx,
  municipalityId: string,
  committee: string,
): Promise<{ names: CommitteeName[]; all: CommitteeName[] }> {
  const all = (await allNames(tx, municipalityId)).filter((each) => each.committee === committee);
  return { names: standing(all), all };
}

function standing(all: readonly CommitteeName[]): CommitteeName[] {
  const corrected = new Set(all.map(({ corrects }) => corrects));
  return all.filter(({ id, struck }) => !struck && !corrected.has(id));
}

function allNames(tx: Tx, municipalityId: string): Promise<CommitteeName[]> {
  return tx
    .selectFrom('committee_name')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .orderBy('from_day')
    .execute();
}

/** A body is called something from a day on, perhaps instead of what was recorded before. */
export async function addName(
  tx: Tx,
  municipalityId: string,
  name: Pick<CommitteeName, 'committee' | 'from_day'> & { name: Localized } & Partial<
      Pick<CommitteeName, 'recorded_by' | 'at' | 'corrects' | 'struck' | 'reason'>
    >,
): Promise<void> {
  await tx
    .insertInto('committee_name')
    .values({
      ...{ recorded_by: null, at: null, corrects: null, struck: false, reason: null },
      ...name,
      name: JSON.stringify(name.name),
      id: randomUUID(),
      municipality_id: municipalityId,
    })
    .execute();
}
