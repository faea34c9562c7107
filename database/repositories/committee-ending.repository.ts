import { randomUUID } from 'node:crypto';
import type { Insertable, Selectable } from 'kysely';
import { standingMoves } from '../../domain/committees/moves';
import type { Tx } from '../database';
import type { CommitteeEndingTable } from '../tables';
import type { Matter } from './matter.repository';

export type Ending = Selectable<CommitteeEndingTable>;

/** What has been said of a body's end, in the order it was. */
export function endingsOf(tx: Tx, municipalityId: string, committee: string): Promise<Ending[]> {
  return tx
    .selectFrom('committee_ending')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('committee', '=', committee)
    .orderBy('position')
    .execute();
}

/** The records that the last one goes back to: the end that was said first, and what was said of it since. */
export function sinceItEnded(endings: readonly Ending[], last: Ending | undefined): Ending[] {
  if (!last) return [];
  const before = endings.find(({ id }) => id === last.corrects);
  return [...sinceItEnded(endings, before), last];
}

/** A body ends, leaves what it had to another one, or lives after all; what was said before stays. */
export async function addEnding(
  tx: Tx,
  municipalityId: string,
  ending: Omit<Insertable<CommitteeEndingTable>, 'id' | 'municipality_id' | 'position'>,
): Promise<string> {
  const id = randomUUID();
  const { committee, how, ended_on: on, successor } = ending;
  await tx
    .insertInto('committee_ending')
    .values({ ...ending, id, municipality_id: municipalityId })
    .execute();
  const lives = how === 'struck';
  await tx
    .updateTable('committee')
    .set({ ended_on: lives ? null : on, successor: lives ? null : successor })
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', committee)
    .execute();
  return id;
}

/** A matter goes to a body by what was said of the end of another, or of its own. */
export async function addMove(
  tx: Tx,
  { municipality_id, parent_case_id, round_key, position: matter_position }: Matter,
  { ending, to, at }: { ending: string; to: string; at: Date },
): Promise<void> {
  await tx
    .insertInto('handed_over')
    .values({
      ...{ id: randomUUID(), municipality_id, ending_id: ending },
      ...{ parent_case_id, round_key, matter_position, received_by: to, at },
    })
    .execute();
}

/** The matters that went by some records of a body's end, each with the records it went by, in their order. */
export async function movedBy(
  tx: Tx,
  municipalityId: string,
  endings: readonly string[],
): Promise<{ matter: Matter; by: string[]; standing: string[] }[]> {
  if (endings.length === 0) return [];
  const matters = await tx
    .selectFrom('matter')
    .innerJoin('handed_over', (join) =>
      join
        .onRef('handed_over.parent_case_id', '=', 'matter.parent_case_id')
        .onRef('handed_over.round_key', '=', 'matter.round_key')
        .onRef('handed_over.matter_position', '=', 'matter.position'),
    )
    .selectAll('matter')
    .distinctOn(['matter.parent_case_id', 'matter.round_key', 'matter.position'])
    .where('matter.municipality_id', '=', municipalityId)
    .where('handed_over.ending_id', 'in', endings)
    .execute();
  const found = [];
  for (const matter of matters) {
    const moves = await movesOf(tx, matter);
    const by = moves.map(({ ending }) => ending);
    found.push({ matter, by, standing: standingMoves(moves) });
  }
  return found;
}

/** The body that a matter was for before others took over. */
export async function bodyAtFirst(tx: Tx, matter: Matter): Promise<string> {
  const [first] = await movesOf(tx, matter);
  return first?.body ?? matter.committee;
}

async function movesOf(
  tx: Tx,
  { municipality_id: municipalityId, parent_case_id, round_key, position }: Matter,
) {
  const rows = await tx
    .selectFrom('handed_over')
    .innerJoin('committee_ending', 'committee_ending.id', 'handed_over.ending_id')
    .select(['committee_ending.id', 'committee_ending.committee', 'committee_ending.how'])
    .where('handed_over.municipality_id', '=', municipalityId)
    .where('handed_over.parent_case_id', '=', parent_case_id)
    .where('handed_over.round_key', '=', round_key)
    .where('handed_over.matter_position', '=', position)
    .orderBy('committee_ending.position')
    .execute();
  return rows.map(({ id: ending, committee: body, how }) => ({
    ...{ ending, body, back: how === 'struck' },
  }));
}
