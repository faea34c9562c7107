import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { Language } from '../../domain/language';
import type { CollectedKind } from '../../domain/process';
import type { Tx } from '../database';
import type { CollectionTable, RespondentTable } from '../tables';
import type { Case } from './case.repository';
import { closeRounds } from './round.repository';

export type Collection = Selectable<CollectionTable>;
export type Respondent = Selectable<RespondentTable>;

/** Which of a case's collections. */
export interface CollectionKey {
  caseId: string;
  key: string;
}

export type NewRespondent = Pick<Respondent, 'side' | 'kind' | 'name' | 'party_id' | 'office_id'> &
  Partial<Pick<Respondent, 'invited_id'>>;

/** Sets out to ask many: the collection and all who are to be asked, in this order. */
export async function openCollection(
  tx: Tx,
  { municipality_id: municipalityId, id: caseId }: Pick<Case, 'municipality_id' | 'id'>,
  collection: {
    key: string;
    kind: CollectedKind;
    deadline: string;
    remindAt: readonly number[];
    at: Date;
  },
  respondents: readonly NewRespondent[],
): Promise<void> {
  const { key, kind, deadline, remindAt, at } = collection;
  const common = { municipality_id: municipalityId, case_id: caseId, step_key: key };
  await tx
    .insertInto('collection')
    .values({
      ...{ ...common, kind, deadline, remind_at: JSON.stringify(remindAt) },
      ...{ opened_at: at, closed_at: null },
    })
    .execute();
  if (respondents.length === 0) return;
  await tx
    .insertInto('respondent')
    .values(
      respondents.map((each, i) => ({
        ...{ ...common, ...each, id: randomUUID(), position: i + 1, task_id: null },
      })),
    )
    .execute();
}

/** Adds one more to those who are asked, behind the others; the caller holds the case's lock. */
export async function addRespondent(
  tx: Tx,
  municipalityId: string,
  { caseId, key }: CollectionKey,
  respondent: NewRespondent,
): Promise<void> {
  const { last } = await tx
    .selectFrom('respondent')
    .select(({ fn }) => fn.max<number | null>('position').as('last'))
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .where('step_key', '=', key)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('respondent')
    .values({
      ...{ municipality_id: municipalityId, case_id: caseId, step_key: key, ...respondent },
      ...{ id: randomUUID(), position: (last ?? 0) + 1, task_id: null },
    })
    .execute();
}

export function findCollection(
  tx: Tx,
  municipalityId: string,
  { caseId, key }: CollectionKey,
): Promise<Collection | undefined> {
  return tx
    .selectFrom('collection')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .where('step_key', '=', key)
    .executeTakeFirst();
}

/** The collections of a case, oldest first. */
export function collectionsOf(
  tx: Tx,
  municipalityId: string,
  caseId: string,
): Promise<Collection[]> {
  return tx
    .selectFrom('collection')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .orderBy('opened_at')
    .execute();
}

/** Answers that come after this are late. Once. */
export async function closeCollection(
  tx: Tx,
  municipalityId: string,
  { caseId, key }: CollectionKey,
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('collection')
    .set({ closed_at: at })
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .where('step_key', '=', key)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Another last day for all who are asked from now on, and other reminders; those who were asked have their own. */
export async function moveCollection(
  tx: Tx,
  municipalityId: string,
  { caseId, key }: CollectionKey,
  { deadline, remindAt }: { deadline: string; remindAt: readonly number[] },
): Promise<void> {
  await tx
    .updateTable('collection')
    .set({ deadline, remind_at: JSON.stringify(remindAt) })
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .where('step_key', '=', key)
    .execute();
}

/** Whoever of a collection has been asked and has not answered has until this day. */
export async function moveRespondents(
  tx: Tx,
  municipalityId: string,
  { caseId, key }: CollectionKey,
  deadline: string,
): Promise<void> {
  const asked = tx
    .selectFrom('respondent')
    .select('respondent.task_id')
    .where('respondent.municipality_id', '=', municipalityId)
    .where('respondent.case_id', '=', caseId)
    .where('respondent.step_key', '=', key)
    .where('respondent.task_id', 'is not', null);
  await tx
    .updateTable('task')
    .set({ deadline })
    .where('municipality_id', '=', municipalityId)
    .where('state', '=', 'open')
    .where('id', 'in', asked)
    .execute();
}

/** A respondent who has not been asked, with the party's coordinator where it is one, or who is invited. */
export interface RespondentToAsk extends Respondent {
  coordinator_name: string | null;
  coordinator_email: string | null;
  coordinator_postal: string | null;
  ended_on: string | null;
  /** Of the party's accession. */
  language: Language | null;
  invited_email: string | null;
  invited_postal: string | null;
  invited_language: Language | null;
}

/** The next of those who have not been asked, in their order; parties that have left are not among them. */
export function nextToAsk(
  tx: Tx,
  municipalityId: string,
  { caseId, key }: CollectionKey,
  limit: number,
): Promise<RespondentToAsk[]> {
  return tx
    .selectFrom('respondent')
    .leftJoin('party', 'party.id', 'respondent.party_id')
    .leftJoin('cases', 'cases.id', 'party.case_id')
    .selectAll('respondent')
    .select(['party.coordinator_name', 'party.coordinator_email', 'party.coordinator_postal'])
    .select(['party.ended_on', 'cases.language'])
    .leftJoin('invited_organisation as invited', 'invited.id', 'respondent.invited_id')
    .select([
      'invited.email as invited_email',
      'invited.language as invited_language',
      'invited.postal as invited_postal',
    ])
    .where('respondent.municipality_id', '=', municipalityId)
    .where('respondent.case_id', '=', caseId)
    .where('respondent.step_key', '=', key)
    .where('respondent.task_id', 'is', null)
    .where('party.ended_on', 'is', null)
    .orderBy('respondent.position')
    .limit(limit)
    .execute();
}

/** They have been asked by these tasks. */
export async function markAsked(
  tx: Tx,
  municipalityId: string,
  asked: readonly { respondentId: string; taskId: string }[],
): Promise<void> {
  for (const { respondentId, taskId } of asked) {
    await tx
      .updateTable('respondent')
      .set({ task_id: taskId })
      .where('municipality_id', '=', municipalityId)
      .where('id', '=', respondentId)
      .execute();
  }
}

/** Whom a task asks as one of many. */
export function respondentOfTask(
  tx: Tx,
  municipalityId: string,
  taskId: string,
): Promise<Respondent | undefined> {
  return tx
    .selectFrom('respondent')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('task_id', '=', taskId)
    .executeTakeFirst();
}

/** Who was asked at once with others in a case: the names of parties, offices and companies by task. */
export async function respondentNames(
  tx: Tx,
  municipalityId: string,
  caseId: string,
): Promise<ReadonlyMap<string, string>> {
  const asked = await tx
    .selectFrom('respondent')
    .select(['task_id', 'name'])
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .execute();
  return new Map(asked.flatMap(({ task_id: id, name }) => (id === null ? [] : [[id, name]])));
}

/** What a party is asked in a case as one of many, and has not answered. */
export function openQuestionsTo(
  tx: Tx,
  municipalityId: string,
  { caseId, partyId }: { caseId: string; partyId: string },
) {
  return tx
    .selectFrom('respondent')
    .innerJoin('task', 'task.id', 'respondent.task_id')
    .select('task.id')
    .where('respondent.municipality_id', '=', municipalityId)
    .where('respondent.case_id', '=', caseId)
    .where('respondent.party_id', '=', partyId)
    .where('task.state', '=', 'open')
    .execute();
}

/** Those who have not answered, in their order, from a place on. */
export function silentRespondents(
  tx: Tx,
  municipalityId: string,
  { caseId, key }: CollectionKey,
  { after, limit }: { after: number; limit: number },
) {
  return tx
    .selectFrom('respondent')
    .innerJoin('task', 'task.id', 'respondent.task_id')
    .leftJoin('party', 'party.id', 'respondent.party_id')
    .selectAll('task')
    .select(['respondent.position as place', 'party.ended_on'])
    .where('respondent.municipality_id', '=', municipalityId)
    .where('respondent.case_id', '=', caseId)
    .where('respondent.step_key', '=', key)
    .where('respondent.position', '>', after)
    .where('task.state', '=', 'open')
    .orderBy('respondent.position')
    .limit(limit)
    .execute();
}

/** Everybody who was asked in a case, in their order, from a place on; parties that have left are not among them. */
export function askedRespondents(
  tx: Tx,
  municipalityId: string,
  caseId: string,
  { after, limit }: { after: number; limit: number },
) {
  return tx
    .selectFrom('respondent')
    .innerJoin('task', 'task.id', 'respondent.task_id')
    .leftJoin('party', 'party.id', 'respondent.party_id')
    .selectAll('task')
    .select('respondent.position as place')
    .where('respondent.municipality_id', '=', municipalityId)
    .where('respondent.case_id', '=', caseId)
    .where('respondent.position', '>', after)
    .where('party.ended_on', 'is', null)
    .orderBy('respondent.position')
    .limit(limit)
    .execute();
}

/** Everybody who was asked, with their answer where there is one. */
export function answersOf(tx: Tx, municipalityId: string, { caseId, key }: CollectionKey) {
  return tx
    .selectFrom('respondent')
    .leftJoin('task', 'task.id', 'respondent.task_id')
    .leftJoin('submission', 'submission.id', 'task.submission_id')
    .leftJoin('party', 'party.id', 'respondent.party_id')
    .select(['respondent.id', 'respondent.name', 'respondent.side', 'respondent.kind'])
    .select(['respondent.position', 'respondent.party_id', 'respondent.office_id'])
    .select(['respondent.task_id', 'task.state', 'task.answered_at', 'task.deadline'])
    .select(['submission.answers', 'submission.form_reference', 'party.ended_on'])
    .where('respondent.municipality_id', '=', municipalityId)
    .where('respondent.case_id', '=', caseId)
    .where('respondent.step_key', '=', key)
    .orderBy('respondent.position')
    .execute();
}

/** What a respondent answered to the latest collection of a kind before this one. */
export function previousAnswer(
  tx: Tx,
  municipalityId: string,
  { case_id, party_id, office_id }: Pick<Respondent, 'case_id' | 'party_id' | 'office_id'>,
  kind: CollectedKind,
) {
  return tx
    .selectFrom('respondent')
    .innerJoin('task', 'task.id', 'respondent.task_id')
    .innerJoin('submission', 'submission.id', 'task.submission_id')
    .selectAll('submission')
    .where('respondent.municipality_id', '=', municipalityId)
    .where('respondent.case_id', '<>', case_id)
    .where('task.kind', '=', kind)
    .where((where) =>
      party_id === null
        ? where('respondent.office_id', '=', office_id)
        : where('respondent.party_id', '=', party_id),
    )
    .orderBy('submission.submitted_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Nobody can answer any more: every question of the case's collections that is open is closed. */
export async function endCollections(
  tx: Tx,
  municipalityId: string,
  caseId: string,
  at: Date,
): Promise<void> {
  const keys = (await collectionsOf(tx, municipalityId, caseId)).map(({ step_key }) => step_key);
  for (const key of keys) await closeCollection(tx, municipalityId, { caseId, key }, at);
  if (keys.length === 0) return;
  await closeQuestions(tx, { municipality_id: municipalityId, id: caseId }, { at });
}

/** The cases in which a party is one of many who are asked, and has not answered; also where it is not asked yet. */
export async function casesAsking(
  tx: Tx,
  municipalityId: string,
  partyId: string,
): Promise<string[]> {
  const cases = await tx
    .selectFrom('respondent')
    .leftJoin('task', 'task.id', 'respondent.task_id')
    .select('respondent.case_id')
    .distinct()
    .where('respondent.municipality_id', '=', municipalityId)
    .where('respondent.party_id', '=', partyId)
    .where((where) =>
      where.or([where('respondent.task_id', 'is', null), where('task.state', '=', 'open')]),
    )
    .orderBy('respondent.case_id')
    .execute();
  return cases.map(({ case_id: caseId }) => caseId);
}

/**
 * Closes what is asked of many in a case and is open, of one party where it is given; returns the tasks'
 * ids. The caller holds the case's lock. Whoever has just answered has answered.
 */
export async function closeQuestions(
  tx: Tx,
  current: Pick<Case, 'municipality_id' | 'id'>,
  { at, partyId }: { at: Date; partyId?: string },
): Promise<string[]> {
  const { municipality_id: municipalityId, id: caseId } = current;
  const closed = await tx
    .updateTable('task')
    .set({ state: 'closed', closed_at: at })
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .where('state', '=', 'open')
    .where((where) =>
      where.exists(
        where
          .selectFrom('respondent')
          .select('respondent.id')
          .whereRef('respondent.task_id', '=', 'task.id')
          .$if(partyId !== undefined, (query) =>
            query.where('respondent.party_id', '=', partyId ?? null),
          ),
      ),
    )
    .returning(['id', 'step_key'])
    .execute();
  const keys = closed.map(({ step_key: key }) => key);
  await closeRounds(tx, current, keys, at);
  return closed.map(({ id }) => id);
}
