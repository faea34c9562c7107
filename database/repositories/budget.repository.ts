import { sql, type Selectable } from 'kysely';
import { noonOf } from '../../domain/calendar';
import { DomainError } from '../../domain/errors';
import type { LedgerConfiguration } from '../../domain/ledger/coding';
import { planState, type Cover, type PlannedYear, type PlanState } from '../../domain/ledger/plan';
import { budgetEntries, type Entry } from '../../domain/ledger/posting';
import type { Tx } from '../database';
import type { BudgetTable, PlannedTransferTable } from '../tables';
import { postTransaction } from './ledger.repository';
import { announceWord } from './outbox.repository';

export type Budget = Omit<Selectable<BudgetTable>, 'ore'> & { ore: number };

/** A budget as it is adopted. */
export interface NewBudget {
  committee: string;
  year: number;
  ore: number;
  /** How many versions there were when whoever records it looked: nobody records over another. */
  after: number;
  decidedOn: string;
  decision: string;
  caseId?: string | null;
  recordedBy: string;
}

/** All versions of a committee's budget for a year, oldest first. */
export async function budgetVersions(
  tx: Tx,
  municipalityId: string,
  committee: string,
  year: number,
): Promise<Budget[]> {
  const rows = await tx
    .selectFrom('budget')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('committee', '=', committee)
    .where('year', '=', year)
    .orderBy('version')
    .execute();
  return rows.map((row) => ({ ...row, ore: Number(row.ore) }));
}

/** How many versions of its budget each committee has in each year that has one. */
export function countBudgetVersions(
  tx: Tx,
  municipalityId: string,
): Promise<{ committee: string; year: number; versions: number }[]> {
  return tx
    .selectFrom('budget')
    .select((of) => ['committee', 'year', of.fn.max('version').as('versions')])
    .where('municipality_id', '=', municipalityId)
    .groupBy(['committee', 'year'])
    .execute();
}

/**
 * Records what a committee has been decided to have in a year, and posts what that changes. Throws
 * `budget.changed` where somebody else has recorded a version meanwhile, `budget.unchanged`, and
 * `budget.belowPosted` where more has been given away already than would be left.
 */
export async function adoptBudget(
  tx: Tx,
  municipalityId: string,
  budget: NewBudget,
  book: LedgerConfiguration,
): Promise<{ version: number }> {
  const { committee, year, ore, after, decidedOn, decision, recordedBy } = budget;
  const last = (await budgetVersions(tx, municipalityId, committee, year)).at(-1);
  if ((last?.version ?? 0) !== after) throw new DomainError('budget.changed');
  // A day or a paragraph that was written wrong is corrected by a version of its own, which posts nothing.
  const isSame = last?.decided_on === decidedOn && last.decision === decision;
  if (last?.ore === ore && isSame) throw new DomainError('budget.unchanged');
  const version = after + 1;
  const inserted = await tx
    .insertInto('budget')
    .values({
      municipality_id: municipalityId,
      ...{ committee, year, version, ore, decision },
      decided_on: decidedOn,
      case_id: budget.caseId ?? null,
      recorded_by: recordedBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('version')
    .executeTakeFirst();
  if (!inserted) throw new DomainError('budget.changed');
  const entries = budgetEntries({ committee, year, ore, before: last?.ore ?? 0 }, book.source);
  const key = { caseId: null, phase: 'budget', step: `${committee}/${year}/${version}` };
  const posting = {
    key,
    kind: 'budget' as const,
    postedOn: decidedOn,
    decision,
    recordedBy,
    entries,
  };
  try {
    if (entries.length > 0) await postTransaction(tx, municipalityId, posting, book);
  } catch (error) {
    throw belowPosted(error);
  }
  await wakePlanned(tx, municipalityId, { committee, year, at: noonOf(decidedOn) });
  return { version };
}

/** Transfers that wait for a budget, or for money in it, look again when it is there. */
export async function wakePlanned(
  tx: Tx,
  municipalityId: string,
  { committee, year, at }: { committee: string; year: number; at: Date },
): Promise<void> {
  const waiting = await tx
    .selectFrom('planned_transfer')
    .innerJoin('cases', 'cases.id', 'planned_transfer.case_id')
    .select('cases.id')
    .where('planned_transfer.municipality_id', '=', municipalityId)
    .where('planned_transfer.giver', '=', committee)
    .where('planned_transfer.year', '=', year)
    .where('cases.closed_at', 'is', null)
    .execute();
  for (const { id } of waiting) {
    await announceWord(tx, municipalityId, { caseId: id, kind: 'look', at });
  }
}

/** The same for those in which a body gives or receives, when it has ended or has not after all. */
export async function wakeTransfersOf(
  tx: Tx,
  municipalityId: string,
  { committee, at }: { committee: string; at: Date },
): Promise<void> {
  const waiting = await tx
    .selectFrom('planned_transfer')
    .innerJoin('cases', 'cases.id', 'planned_transfer.case_id')
    .select('cases.id')
    .distinct()
    .where('planned_transfer.municipality_id', '=', municipalityId)
    .where((where) => where.or([where('giver', '=', committee), where('receiver', '=', committee)]))
    .where('cases.closed_at', 'is', null)
    .execute();
  for (const { id } of waiting) {
    await announceWord(tx, municipalityId, { caseId: id, kind: 'look', at });
  }
}

/** The same for all who wait for money that has just been posted to a committee. */
export async function wakeForMoney(
  tx: Tx,
  municipalityId: string,
  entries: readonly Pick<Entry, 'committee' | 'year' | 'ore'>[],
  at: Date,
): Promise<void> {
  const got = entries.filter(({ ore }) => ore > 0);
  const pots = new Map(
    got.map(({ committee, year }) => [`${year} ${committee}`, { committee, year }]),
  );
  for (const pot of pots.values()) await wakePlanned(tx, municipalityId, { ...pot, at });
}

/** A budget that is too low says so in its own words. */
function belowPosted(error: unknown): unknown {
  return error instanceof DomainError && error.code === 'ledger.notCovered'
    ? new DomainError('budget.belowPosted', {}, {}, error.values)
    : error;
}

/** Keeps what a decided transfer moves year by year; once per case. Returns the years that are planned. */
export async function recordPlan(
  tx: Tx,
  municipalityId: string,
  caseId: string,
  decision: string,
  plan: readonly PlannedYear[],
): Promise<void> {
  if (plan.length === 0) return;
  await tx
    .insertInto('planned_transfer')
    .values(
      plan.map(({ lines, ...planned }) => ({
        municipality_id: municipalityId,
        case_id: caseId,
        decision,
        lines: JSON.stringify(lines),
        ...planned,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** A planned year and where it stands. */
export interface PlanStand extends PlannedYear {
  caseId: string;
  /** The case's number. */
  number: string;
  decision: string;
  state: PlanState;
  /** What the giver lacks, in öre, where the budget has become lower than the plan. */
  missing: number;
  /** What has been posted of it, in öre. */
  posted: number;
  /** How often it has been posted: anew where a court lets apply again what was taken back. */
  postings: number;
  cover: Cover;
}

/** The phase that planned years are posted in. */
export const plannedPhase = 'post';

/** The phase and step that the nth posting of a planned year is known by. */
export function plannedKey(caseId: string, year: number, nth = 1) {
  const step = nth === 1 ? String(year) : `${year}/${nth}`;
  return { caseId, phase: plannedPhase, step };
}

/**
 * The planned years of a case, or of all cases in which a committee gives or receives in a year. A year
 * that was taken back when a court had annulled the decision is to be posted anew once a higher court lets
 * it apply, and one that was taken back by mistake; unless it is settled or its case has closed: then a
 * person sees to it.
 */
export async function plannedYears(
  tx: Tx,
  municipalityId: string,
  of: { caseId: string } | { committee: string; year: number },
): Promise<PlanStand[]> {
  const chosen =
    'caseId' in of
      ? sql`planned.case_id = ${of.caseId}`
      : sql`planned.year = ${of.year} and ${of.committee} in (planned.giver, planned.receiver)`;
  const { rows } = await sql<PlanRow>`
    select planned.*, cases.number, balance.ore as available,
      exists (select from budget where budget.municipality_id = ${municipalityId}
        and budget.committee = planned.giver and budget.year = planned.year) as decided,
      (select sum(ore) from ledger_entry entry
        where entry.transaction_id = posted.id and entry.ore > 0) as posted,
      reversal.id is not null as reversed,
      reversal.id is not null and cases.closed_at is null
        and not exists (select from settled_year settled
          where settled.transfer_id = planned.case_id and settled.year = planned.year)
        and (exists (select from mistaken_reversal where reversal_id = reversal.id)
          or exists (select from matter
            join committee_decision decision on decision.case_id = matter.case_id
            join decision_event annulled on annulled.decision_id = decision.id
              and annulled.kind = 'annulled' and annulled.recorded_at < reversal.recorded_at
            join committee_decision same on same.task_id = decision.task_id
            join decision_event restored on restored.decision_id = same.id
              and (restored.kind = 'restored' or restored.corrects = annulled.id)
              and restored.recorded_at > reversal.recorded_at
          where matter.municipality_id = ${municipalityId}
            and matter.parent_case_id = planned.case_id and matter.part = 'decide')) as anew,
      coalesce(posted.postings, 0)::integer as postings,
      exists (select from dropped_year dropped where dropped.case_id = planned.case_id
        and dropped.year = planned.year) as dropped
    from planned_transfer planned
      join cases on cases.id = planned.case_id
      left join ledger_balance balance on balance.municipality_id = ${municipalityId}
        and balance.committee = planned.giver and balance.year = planned.year
      left join lateral (
        select transaction.id, count(*) over () as postings from ledger_transaction transaction
        where transaction.municipality_id = ${municipalityId}
          and transaction.case_id = planned.case_id and transaction.phase = ${plannedPhase}
          and split_part(transaction.step, '/', 1) = planned.year::text
        order by transaction.recorded_at desc limit 1) posted on true
      left join ledger_transaction reversal on reversal.reverses = posted.id
    where planned.municipality_id = ${municipalityId} and ${chosen}
    order by planned.year, cases.opened_at, cases.id
  `.execute(tx);
  return rows.map(standOf);
}

type PlanRow = Selectable<PlannedTransferTable> & {
  number: string;
  available: string | null;
  decided: boolean;
  posted: string | null;
  postings: number;
  reversed: boolean;
  anew: boolean;
  dropped: boolean;
};

function standOf(found: PlanRow): PlanStand {
  const { case_id: caseId, available, decided, reversed, dropped, anew, ...row } = found;
  const { giver, receiver, year, lines, number, decision, postings } = row;
  const ore = Number(row.ore);
  const posted = anew ? 0 : Number(row.posted ?? 0);
  const cover = { decided, ore: Number(available ?? 0) };
  const unposted = dropped ? 'dropped' : undefined;
  const taken = reversed && !anew ? 'reversed' : undefined;
  const ended = taken ?? (row.posted === null || anew ? unposted : 'posted');
  const stand = planState({ ore }, cover, ended);
  const planned = { giver, receiver, year, lines, ore, decision };
  return { caseId, number, ...planned, cover, posted, postings, ...stand };
}

/** Planned years of a case are not carried out any more; each is written once. */
export async function dropYears(
  tx: Tx,
  municipalityId: string,
  { caseId, years, at }: { caseId: string; years: readonly number[]; at: Date },
): Promise<void> {
  if (years.length === 0) return;
  await tx
    .insertInto('dropped_year')
    .values(
      years.map((year) => ({
        ...{ municipality_id: municipalityId, case_id: caseId, year, dropped_at: at },
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
