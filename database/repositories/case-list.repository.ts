import { sql, type ExpressionBuilder, type RawBuilder, type SelectQueryBuilder } from 'kysely';
import type { CaseState } from '../../domain/api/shapes';
import type { ListView } from '../../domain/api/desk';
import { normalizeNumber } from '../../domain/numbering';
import type { Tx } from '../database';
import type { Tables } from '../tables';

/** What the list looks for. `today` is the day in Sweden, `YYYY-MM-DD`. */
export interface ListSearch {
  text: string;
  /** Whether the reader may see what is marked as secret; without it such a case is found by number alone. */
  maySeeSecrets: boolean;
  view: ListView;
  today: string;
}

export type ListedCase = Awaited<ReturnType<typeof listCases>>[number];

/** Where a page ends: the next one begins behind it. */
export interface ListPosition {
  rank: number;
  due: string;
  openedAt: Date;
  id: string;
}

/** An announced forum is in this state and waits for nobody's reply: only what does is in the view. */
export const waitingView = 'awaitingReplies' satisfies ListView;

/** A case that waits for nobody sorts behind all that have a deadline. */
const never = '9999-12-31';

/** One page of the list, in its order. */
export function listCases(
  tx: Tx,
  municipalityId: string,
  search: ListSearch,
  { after, limit }: { after: ListPosition | undefined; limit: number },
) {
  return listed(tx, municipalityId, search)
    .$call((query) => inView(query, search.view))
    .$if(after !== undefined, (query) => query.where(isBehind(after as ListPosition)))
    .selectAll()
    .orderBy('rank')
    .orderBy('due')
    .orderBy('opened_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** How many cases of each state a search finds, apart by what stands in them. */
export function countCases(tx: Tx, municipalityId: string, search: ListSearch) {
  return listed(tx, municipalityId, search)
    .select(['state', 'is_closed', 'needs_a_look', 'waits'])
    .select((count) => count.fn.countAll<string>().as('count'))
    .groupBy(['state', 'is_closed', 'needs_a_look', 'waits'])
    .execute();
}

function listed(tx: Tx, municipalityId: string, search: ListSearch) {
  const { text, today, maySeeSecrets } = search;
  const isShown = sql<boolean>`(secret.case_id is null or ${sql.lit(maySeeSecrets)})`;
  const isOverdue = sql<boolean>`coalesce(waiting.deadline < ${today}::date, false)`;
  const isFlagged = sql<boolean>`flagged.case_id is not null`;
  const found = tx
    .selectFrom('cases')
    .leftJoinLateral(waitingTask(municipalityId), (join) => join.onTrue())
    .leftJoinLateral(flag(municipalityId), (join) => join.onTrue())
    .leftJoin(secretCases(tx, municipalityId), 'secret.case_id', 'cases.id')
    .where('cases.municipality_id', '=', municipalityId)
    .$if(text !== '', (query) => query.where(matches(text, isShown)))
    .select([
      'cases.id',
      'cases.number',
      'cases.process',
      'cases.state',
      'cases.opened_at',
      'waiting.assignee_role',
      'waiting.assignee_name',
      'waiting.opened_at as waits_since',
      'waiting.deadline',
      sql<string | null>`case when ${isShown} then cases.organisation_name end`.as(
        'organisation_name',
      ),
      sql<string | null>`case when ${isShown} then cases.organisation_number end`.as(
        'organisation_number',
      ),
      sql<boolean>`secret.case_id is not null`.as('is_secret'),
      isOverdue.as('is_overdue'),
      isFlagged.as('is_flagged'),
      sql<boolean>`(${isOverdue} or ${isFlagged})`.as('needs_a_look'),
      sql<boolean>`cases.closed_at is not null`.as('is_closed'),
      sql<boolean>`waiting.opened_at is not null`.as('waits'),
      sql<number>`case when ${isOverdue} then 0 when ${isFlagged} then 1
        when cases.closed_at is null then 2 else 3 end`.as('rank'),
      sql<string>`coalesce(waiting.deadline, ${never}::date)`.as('due'),
    ]);
  return tx.selectFrom(found.as('listed'));
}

/**
 * Of each case the question with the nearest deadline. Looked up case by case: PGlite never gathers
 * the statistics that a better plan for all at once would need.
 */
function waitingTask(municipalityId: string) {
  return (where: ExpressionBuilder<Tables, 'cases'>) =>
    where
      .selectFrom('task')
      .select(['assignee_role', 'assignee_name', 'opened_at', 'deadline'])
      .where('task.municipality_id', '=', municipalityId)
      .whereRef('task.case_id', '=', 'cases.id')
      .where('task.state', '=', 'open')
      .orderBy('deadline')
      .orderBy('opened_at')
      .limit(1)
      .as('waiting');
}

function flag(municipalityId: string) {
  return (where: ExpressionBuilder<Tables, 'cases'>) =>
    where
      .selectFrom('attention')
      .select('case_id')
      .where('attention.municipality_id', '=', municipalityId)
      .whereRef('attention.case_id', '=', 'cases.id')
      .where('resolved_at', 'is', null)
      .limit(1)
      .as('flagged');
}

/** Few cases are marked as secret. */
function secretCases(tx: Tx, municipalityId: string) {
  return tx
    .selectFrom('secrecy_mark')
    .select('case_id')
    .where('municipality_id', '=', municipalityId)
    .where('record_number', 'is', null)
    .where('lifted_at', 'is', null)
    .as('secret');
}

/** A number in any style, or a part of the organisation's name or number. */
function matches(text: string, isShown: RawBuilder<boolean>) {
  // A record's number leads to its case.
  const key = normalizeNumber(text).replace(/-\d+$/, '');
  const digits = organisationDigits(text);
  return sql<boolean>`(cases.number_key = ${key}
    or cases.id in (select case_id from case_number where number_key = ${key})
    or (${isShown} and (cases.organisation_name ilike ${`%${escapeLike(text)}%`}
      or (${digits} <> '' and replace(cases.organisation_number, '-', '') like ${`%${digits}%`}))))`;
}

/** The digits of a text that can be an organisation number or a part of one; otherwise nothing. */
function organisationDigits(text: string): string {
  const digits = text.replace(/[\s-]/g, '');
  if (!/^\d{3,12}$/.test(digits)) return '';
  return digits.length === 12 ? digits.slice(2) : digits;
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}

type Narrowable = { state: CaseState; is_closed: boolean; needs_a_look: boolean; waits: boolean };

function inView<Db extends { listed: Narrowable }, Output>(
  query: SelectQueryBuilder<Db, 'listed', Output>,
  view: ListView,
): SelectQueryBuilder<Db, 'listed', Output> {
  if (view === 'all') return query;
  if (view === 'attention') return query.where(sql<boolean>`listed.needs_a_look`);
  if (view === 'open') return query.where(sql<boolean>`not listed.is_closed`);
  const inState = query.where(sql<boolean>`listed.state = ${view}`);
  return view === waitingView ? inState.where(sql<boolean>`listed.waits`) : inState;
}

function isBehind({ rank, due, openedAt, id }: ListPosition) {
  return sql<boolean>`((rank, due) > (${rank}::int, ${due}::date)
    or ((rank, due) = (${rank}::int, ${due}::date)
      and (opened_at < ${openedAt} or (opened_at = ${openedAt} and id > ${id}::uuid))))`;
}
