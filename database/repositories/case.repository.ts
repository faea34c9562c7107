import type { Insertable, Selectable } from 'kysely';
import type { CaseState } from '../../domain/api/shapes';
import { normalizeNumber } from '../../domain/numbering';
import type { Tx } from '../database';
import type { CaseTable } from '../tables';
import { insertSteps, stepValues, type StepRow } from './step.repository';

export type Case = Selectable<CaseTable>;

export async function insertCase(
  tx: Tx,
  municipalityId: string,
  row: Omit<Insertable<CaseTable>, 'municipality_id'>,
): Promise<void> {
  await tx
    .insertInto('cases')
    .values({ ...row, municipality_id: municipalityId })
    .execute();
}

export function findCase(tx: Tx, municipalityId: string, id: string): Promise<Case | undefined> {
  return tx
    .selectFrom('cases')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function getCase(tx: Tx, municipalityId: string, id: string): Promise<Case> {
  const found = await findCase(tx, municipalityId, id);
  if (!found) throw new Error('case.unknown');
  return found;
}

/** Locks the case until the transaction ends, so that what is appended to it has one order. */
export async function lockCase(tx: Tx, municipalityId: string, id: string): Promise<Case> {
  return tx
    .selectFrom('cases')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

/** The case that has a number now or had it before, typed in any style. */
export function findCaseByNumber(
  tx: Tx,
  municipalityId: string,
  typed: string,
): Promise<Case | undefined> {
  const key = normalizeNumber(typed);
  return tx
    .selectFrom('cases')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where((where) =>
      where.or([
        where('number_key', '=', key),
        where(
          'id',
          'in',
          where
            .selectFrom('case_number')
            .select('case_id')
            .where('case_number.municipality_id', '=', municipalityId)
            .where('case_number.number_key', '=', key),
        ),
      ]),
    )
    .executeTakeFirst();
}

/** Gives a locked case another number; the one it had still finds it, and is never another case's. */
export async function renumberCase(
  tx: Tx,
  { municipality_id: municipalityId, id, ...had }: Case,
  { number, key, at }: { number: string; key: string; at: Date },
): Promise<void> {
  if (had.number_key !== key) {
    await tx
      .insertInto('case_number')
      .values({
        municipality_id: municipalityId,
        case_id: id,
        number: had.number,
        number_key: had.number_key,
        replaced_at: at,
      })
      .onConflict((conflict) => conflict.columns(['municipality_id', 'number_key']).doNothing())
      .execute();
  }
  await tx
    .updateTable('cases')
    .set({ number, number_key: key })
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .execute();
}

/** The numbers a case had before, oldest first. */
export async function earlierNumbers(
  tx: Tx,
  municipalityId: string,
  caseId: string,
): Promise<string[]> {
  const rows = await tx
    .selectFrom('case_number')
    .select('number')
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .orderBy('replaced_at')
    .execute();
  return rows.map(({ number }) => number);
}

/** The open case of an organisation in a process, by its number. */
export function findOpenCaseOfOrganisation(
  tx: Tx,
  municipalityId: string,
  process: string,
  organisationNumber: string,
): Promise<Case | undefined> {
  return tx
    .selectFrom('cases')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('process', '=', process)
    .where('organisation_number', '=', organisationNumber)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
}

/** Where the process of a case stands after some of its steps. */
export interface CaseChanges {
  phase: Case['phase'];
  state?: CaseState;
  closedAt?: Date;
  ending?: Case['ending'];
}

/**
 * Records steps of a locked case, each in a row of its own, and where its process stands after them,
 * if anything is different.
 */
export async function recordProgress(
  tx: Tx,
  { municipality_id: municipalityId, id, phase }: Case,
  steps: readonly StepRow[],
  changes: CaseChanges,
): Promise<void> {
  const { phase: next, state, closedAt, ending } = changes;
  const moves =
    next.phase !== phase.phase ||
    next.generation !== phase.generation ||
    next.lap !== phase.lap ||
    next.ending !== phase.ending;
  if (!moves && !state && !closedAt) return insertSteps(tx, municipalityId, id, steps);
  const set = {
    phase: JSON.stringify(next),
    ...(state && { state }),
    ...(closedAt && { closed_at: closedAt }),
    ...(ending && { ending }),
  };
  const recording =
    steps.length === 0
      ? tx
      : tx.with('recorded', (db) =>
          db.insertInto('step').values(stepValues(municipalityId, id, steps)),
        );
  await recording
    .updateTable('cases')
    .set(set)
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .execute();
}

/**
 * A locked case that had closed goes on in a phase; its steps are new ones (a generation of their own), and with
 * `again` its letters as well.
 */
export async function reopenCase(
  tx: Tx,
  { municipality_id: municipalityId, id, phase: before }: Case,
  { phase, state, again }: { phase: string; state: CaseState; again?: true },
): Promise<void> {
  const { generation, lap = 1 } = before;
  const next = { ...before, phase, generation: generation + 1, ...(again && { lap: lap + 1 }) };
  await tx
    .updateTable('cases')
    .set({ phase: JSON.stringify(next), state, closed_at: null })
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .execute();
}

/** Writes down whether a locked case is paused, or how a person has ended it. */
export async function stopCase(
  tx: Tx,
  { municipality_id: municipalityId, id, paused_at: pausedAt, ending }: Case,
  stand: { paused: boolean; ended: Case['ending'] },
  at: Date,
): Promise<void> {
  const paused = stand.paused ? (pausedAt ?? at) : null;
  if (paused === pausedAt && stand.ended === ending) return;
  await tx
    .updateTable('cases')
    .set({ paused_at: paused, ending: stand.ended })
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .execute();
}

/** What a locked case calls its organisation from now on. */
export async function nameOrganisation(
  tx: Tx,
  { municipality_id: municipalityId, id, organisation_name, organisation_number }: Case,
  { name, number }: { name: string; number: string | null },
): Promise<void> {
  if (name === organisation_name && number === organisation_number) return;
  await tx
    .updateTable('cases')
    .set({ organisation_name: name, organisation_number: number })
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .execute();
}

/** Cases whose workflow must be running: not closed, or with a letter still to go. */
export function unfinishedCases(
  tx: Tx,
  municipalityId: string,
): Promise<Pick<Case, 'id' | 'process' | 'phase'>[]> {
  return tx
    .selectFrom('cases')
    .select(['id', 'process', 'phase'])
    .where('municipality_id', '=', municipalityId)
    .where((where) =>
      where.or([
        where('closed_at', 'is', null),
        where.exists(
          where
            .selectFrom('letter')
            .select('letter.id')
            .whereRef('letter.case_id', '=', 'cases.id')
            .where('letter.municipality_id', '=', municipalityId)
            .where('letter.state', '=', 'pending'),
        ),
      ]),
    )
    .orderBy('opened_at')
    .execute();
}

/** Takes the next running number of a committee's year. Gaps cannot occur: it shares the case's transaction. */
export async function nextRunningNumber(
  tx: Tx,
  municipalityId: string,
  committee: string,
  year: number,
): Promise<number> {
  const row = await tx
    .insertInto('number_series')
    .values({ municipality_id: municipalityId, committee, year, last: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['municipality_id', 'committee', 'year'])
        .doUpdateSet((set) => ({ last: set('number_series.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return row.last;
}

/** What an organisation has chosen since it applied. */
export async function choosePublication(
  tx: Tx,
  { municipality_id: municipalityId, id }: Case,
  published: boolean,
): Promise<void> {
  await tx
    .updateTable('cases')
    .set({ contact_published: published })
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .execute();
}

/** The cases that were begun from another one, oldest first. */
export function casesBegunFrom(tx: Tx, municipalityId: string, caseId: string): Promise<Case[]> {
  return tx
    .selectFrom('cases')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('begun_from', '=', caseId)
    .orderBy('opened_at')
    .execute();
}

/** The cases of a process, newest first. */
export function casesOfProcess(tx: Tx, municipalityId: string, process: string): Promise<Case[]> {
  return tx
    .selectFrom('cases')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('process', '=', process)
    .orderBy('opened_at', 'desc')
    .execute();
}
