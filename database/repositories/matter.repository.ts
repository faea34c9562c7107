import type { Selectable, Updateable } from 'kysely';
import type { Order, Part } from '../../domain/committees/committee';
import { isDone, type Place } from '../../domain/committees/round';
import type { Tx } from '../database';
import type { CirculationTable, MatterTable } from '../tables';
import { decisionsOfCases, eventsOfTasks } from './decision.repository';

export type Matter = Selectable<MatterTable>;
export type Circulation = Selectable<CirculationTable>;

export interface NewCirculation {
  caseId: string;
  /** The step that sends it. */
  round: string;
  order: Order;
  places: readonly { committee: string; part: Part; proposal: string }[];
  /** Which version of what was asked for it is about, from 1. */
  version: number;
  at: Date;
}

/** Sends a matter out: its bodies in their order, none of them with a case yet. */
export async function openCirculation(
  tx: Tx,
  municipalityId: string,
  { caseId, round, order, places, version, at }: NewCirculation,
): Promise<void> {
  await tx
    .insertInto('circulation')
    .values({
      municipality_id: municipalityId,
      case_id: caseId,
      round_key: round,
      turns: order,
      version,
      opened_at: at,
      ended_at: null,
    })
    .execute();
  await tx
    .insertInto('matter')
    .values(
      places.map((place, position) => ({
        ...place,
        municipality_id: municipalityId,
        parent_case_id: caseId,
        round_key: round,
        position,
        case_id: null,
        meeting_id: null,
      })),
    )
    .execute();
}

export async function endCirculation(
  tx: Tx,
  municipalityId: string,
  { caseId, round, at }: { caseId: string; round: string; at: Date },
): Promise<void> {
  await tx
    .updateTable('circulation')
    .set({ ended_at: at })
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .where('round_key', '=', round)
    .where('ended_at', 'is', null)
    .execute();
}

/** The circulations of a case, oldest first. */
export function circulationsOf(
  tx: Tx,
  municipalityId: string,
  caseId: string,
): Promise<Circulation[]> {
  return tx
    .selectFrom('circulation')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .orderBy('opened_at')
    .execute();
}

/** The bodies that a case's circulation goes to, in their order, but for places that were withdrawn. */
export function mattersOf(
  tx: Tx,
  municipalityId: string,
  { caseId, round }: { caseId: string; round: string },
): Promise<Matter[]> {
  return tx
    .selectFrom('matter')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('parent_case_id', '=', caseId)
    .where('round_key', '=', round)
    .where('withdrawn_at', 'is', null)
    .orderBy('position')
    .execute();
}

/** What a case is about in a body's diary; undefined for every other case. */
export function findMatter(
  tx: Tx,
  municipalityId: string,
  caseId: string,
): Promise<Matter | undefined> {
  return tx
    .selectFrom('matter')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .executeTakeFirst();
}

/** Matters that stand on a meeting's list. */
export function mattersAt(tx: Tx, municipalityId: string, meetingId: string): Promise<Matter[]> {
  return tx
    .selectFrom('matter')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('meeting_id', '=', meetingId)
    .execute();
}

/** Matters of a body that have a case which has not ended. */
export function openMattersOf(
  tx: Tx,
  municipalityId: string,
  committee: string,
): Promise<Matter[]> {
  return tx
    .selectFrom('matter')
    .innerJoin('cases', 'cases.id', 'matter.case_id')
    .selectAll('matter')
    .where('matter.municipality_id', '=', municipalityId)
    .where('matter.committee', '=', committee)
    .where('cases.closed_at', 'is', null)
    .execute();
}

/** Those of them that the body has not dealt with: one that waits for its appeal stays with whoever decided it. */
export async function undecidedMattersOf(
  tx: Tx,
  municipalityId: string,
  committee: string,
): Promise<Matter[]> {
  const open = await openMattersOf(tx, municipalityId, committee);
  const places = await placesOf(tx, municipalityId, open);
  return open.filter((_, i) => !isDone(places[i]?.outcome ?? null));
}

/** Matters that a body is still to get in rounds under way. */
export function mattersToCome(
  tx: Tx,
  municipalityId: string,
  committee: string,
): Promise<Matter[]> {
  return tx
    .selectFrom('matter')
    .innerJoin('circulation', (join) =>
      join
        .onRef('circulation.case_id', '=', 'matter.parent_case_id')
        .onRef('circulation.round_key', '=', 'matter.round_key'),
    )
    .selectAll('matter')
    .where('matter.municipality_id', '=', municipalityId)
    .where('matter.committee', '=', committee)
    .where('matter.case_id', 'is', null)
    .where('matter.withdrawn_at', 'is', null)
    .where('circulation.ended_at', 'is', null)
    .execute();
}

export async function changeMatter(
  tx: Tx,
  { municipality_id, parent_case_id, round_key, position }: Matter,
  changes: Partial<Pick<Matter, 'case_id' | 'meeting_id' | 'committee' | 'part' | 'proposal'>> &
    Pick<Updateable<MatterTable>, 'follows' | 'sent_proposal' | 'withdrawn_at'>,
): Promise<void> {
  await tx
    .updateTable('matter')
    .set(changes)
    .where('municipality_id', '=', municipality_id)
    .where('parent_case_id', '=', parent_case_id)
    .where('round_key', '=', round_key)
    .where('position', '=', position)
    .execute();
}

/** Lets further bodies, none of which is to already, deal with a round's matter, after those who are. */
export async function addPlaces(
  tx: Tx,
  { municipality_id, parent_case_id, round_key }: Matter,
  places: NewCirculation['places'],
): Promise<void> {
  const round = { caseId: parent_case_id, round: round_key };
  const last = await lastPosition(tx, municipality_id, round);
  await tx
    .insertInto('matter')
    .values(
      places.map((place, i) => ({
        ...place,
        ...{ municipality_id, parent_case_id, round_key, case_id: null, meeting_id: null },
        position: last + 1 + i,
      })),
    )
    .execute();
}

/** Of all places that a round has had. */
async function lastPosition(
  tx: Tx,
  municipalityId: string,
  { caseId, round }: { caseId: string; round: string },
): Promise<number> {
  const { last } = await tx
    .selectFrom('matter')
    .select(({ fn }) => fn.max('position').as('last'))
    .where('municipality_id', '=', municipalityId)
    .where('parent_case_id', '=', caseId)
    .where('round_key', '=', round)
    .executeTakeFirstOrThrow();
  return last;
}

/** Where each body of a circulation stands, as the rules of a round see it. */
export async function placesOf(
  tx: Tx,
  municipalityId: string,
  matters: readonly Matter[],
): Promise<Place[]> {
  const cases = matters.flatMap(({ case_id: id }) => id ?? []);
  const decisions = await decisionsOfCases(tx, municipalityId, cases);
  const tasks = decisions.map(({ task_id: id }) => id);
  const events = await eventsOfTasks(tx, municipalityId, tasks);
  return matters.map(({ position, part, case_id: caseId }) => {
    const latest = decisions.findLast((each) => each.case_id === caseId);
    return {
      position,
      part,
      begun: caseId !== null,
      outcome: latest?.outcome ?? null,
      adjusted: events.some(
        ({ task_id, kind }) => kind === 'adjusted' && task_id === latest?.task_id,
      ),
    };
  });
}
