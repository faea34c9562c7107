import type { Selectable } from 'kysely';
import type { TransactionKind } from '../../domain/ledger/posting';
import type { ResettlingCause } from '../../domain/ledger/resettling';
import { carriedIn, type MovedLine, type SettledLine } from '../../domain/ledger/settlement';
import { settlementPhase } from '../../domain/ledger/settlement-keys';
import type { Tx } from '../database';
import type { SettledAgainTable } from '../tables';

/** The settlement of a year of a transfer, as far as it has come. */
export interface YearSettlement {
  transferId: string;
  year: number;
  /** The case in which it is asked. */
  caseId: string;
  number: string;
  closed: boolean;
  moved: readonly MovedLine[];
  openedAt: Date;
  /** Null until it is settled. */
  settled: Settled | null;
}

/** What became of a year, as it was changed last. */
export interface Settled {
  lines: readonly SettledLine[];
  decision: string;
  at: Date;
  /** From 1. */
  version: number;
  /** What is accounted for, as it was said last. */
  accounted: readonly MovedLine[];
  /** As it was settled first. */
  first: readonly SettledLine[];
  /** What may go along to the next year, and by which decision, as it was said last. */
  decided: { lines: readonly MovedLine[]; decision: string };
  /** Every time it was changed, oldest first, and why, each cause once. */
  changes: readonly SettlementChange[];
  causes: readonly ResettlingCause[];
}

export interface SettlementChange {
  /** From 2. */
  version: number;
  cause: ResettlingCause;
  at: Date;
}

/** A settlement of a year that is settled. */
export type YearSettled = YearSettlement & { settled: Settled };

export function isSettled(settlement: YearSettlement | undefined): settlement is YearSettled {
  return settlement !== undefined && settlement.settled !== null;
}

interface SettledYear {
  transferId: string;
  year: number;
  lines: readonly SettledLine[];
  decision: string;
  at: Date;
}

/** Begins the settlement of a year, or begins it anew in another case. */
export async function openSettlement(
  tx: Tx,
  municipalityId: string,
  {
    transferId,
    year,
    caseId,
    moved,
    openedAt,
  }: Pick<YearSettlement, 'transferId' | 'year' | 'caseId' | 'moved' | 'openedAt'>,
): Promise<void> {
  const now = { case_id: caseId, moved: JSON.stringify(moved), opened_at: openedAt };
  await tx
    .insertInto('year_settlement')
    .values({ municipality_id: municipalityId, transfer_id: transferId, year, ...now })
    .onConflict((conflict) =>
      conflict.columns(['municipality_id', 'transfer_id', 'year']).doUpdateSet(now),
    )
    .execute();
}

/** Keeps what became of a year; once. */
export async function keepSettled(
  tx: Tx,
  municipalityId: string,
  { transferId, year, lines, decision, at }: SettledYear,
): Promise<void> {
  await tx
    .insertInto('settled_year')
    .values({
      municipality_id: municipalityId,
      transfer_id: transferId,
      year,
      lines: JSON.stringify(lines),
      decision,
      settled_at: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Keeps what became of a settled year when that had to be changed; each version once. */
export async function keepSettledAgain(
  tx: Tx,
  municipalityId: string,
  {
    transferId,
    year,
    version,
    lines,
    decision,
    cause,
    accounted,
    decided,
    at,
  }: SettledYear & {
    /** From 2. */
    version: number;
    cause: ResettlingCause;
    /** Null where what is accounted for did not change. */
    accounted: readonly MovedLine[] | null;
    /** Null where what may go along did not change. */
    decided: readonly MovedLine[] | null;
  },
): Promise<void> {
  await tx
    .insertInto('settled_again')
    .values({
      municipality_id: municipalityId,
      transfer_id: transferId,
      ...{ year, version, decision, cause },
      lines: JSON.stringify(lines),
      accounted: accounted && JSON.stringify(accounted),
      decided: decided && JSON.stringify(decided),
      settled_at: at,
    })
    .execute();
}

/** What settlements of a transfer have posted and nobody has taken back; `ore` is what it moved. */
export async function standingPostings(
  tx: Tx,
  municipalityId: string,
  transferId: string,
): Promise<{ id: string; kind: TransactionKind; year: number; ore: number }[]> {
  const rows = await tx
    .selectFrom('ledger_transaction as posted')
    .innerJoin('ledger_entry as entry', 'entry.transaction_id', 'posted.id')
    .leftJoin('ledger_transaction as reversal', 'reversal.reverses', 'posted.id')
    .select((of) => [
      'posted.id',
      'posted.kind',
      'posted.step',
      of.fn.sum<string>('entry.ore').as('ore'),
    ])
    .where('posted.municipality_id', '=', municipalityId)
    .where('posted.case_id', '=', transferId)
    .where('posted.phase', '=', settlementPhase)
    .where('entry.ore', '>', '0')
    .where('reversal.id', 'is', null)
    .groupBy(['posted.id', 'posted.kind', 'posted.step'])
    .orderBy('posted.step')
    .execute();
  return rows.map(({ id, kind, step, ore }) => ({
    ...{ id, kind, ore: Number(ore), year: Number.parseInt(step, 10) },
  }));
}

/** The settled years of a transfer, oldest first. */
export async function settledYearsOf(
  tx: Tx,
  municipalityId: string,
  transferId: string,
): Promise<YearSettled[]> {
  const known = await settlementsOf(tx, municipalityId, transferId);
  return known.filter(isSettled);
}

/** The settlements of a transfer, oldest year first. */
export async function settlementsOf(
  tx: Tx,
  municipalityId: string,
  transferId: string,
): Promise<YearSettlement[]> {
  return read(tx, municipalityId, { transferId });
}

/** The cases of settlements that have not ended, with the committee that received the money. */
export function openSettlements(
  tx: Tx,
  municipalityId: string,
): Promise<{ caseId: string; committee: string }[]> {
  return tx
    .selectFrom('year_settlement as opened')
    .innerJoin('cases', 'cases.id', 'opened.case_id')
    .innerJoin('planned_transfer as planned', (join) =>
      join
        .onRef('planned.municipality_id', '=', 'opened.municipality_id')
        .onRef('planned.case_id', '=', 'opened.transfer_id'),
    )
    .select(['opened.case_id as caseId', 'planned.receiver as committee'])
    .distinct()
    .where('opened.municipality_id', '=', municipalityId)
    .where('cases.closed_at', 'is', null)
    .execute();
}

/** The settlement that a case is; undefined for every other case. */
export async function findSettlement(
  tx: Tx,
  municipalityId: string,
  caseId: string,
): Promise<YearSettlement | undefined> {
  return (await read(tx, municipalityId, { caseId }))[0];
}

async function read(
  tx: Tx,
  municipalityId: string,
  of: { transferId: string } | { caseId: string },
): Promise<YearSettlement[]> {
  const rows = await tx
    .selectFrom('year_settlement as opened')
    .innerJoin('cases', 'cases.id', 'opened.case_id')
    .leftJoin('settled_year as settled', (join) =>
      join
        .onRef('settled.municipality_id', '=', 'opened.municipality_id')
        .onRef('settled.transfer_id', '=', 'opened.transfer_id')
        .onRef('settled.year', '=', 'opened.year'),
    )
    .select(['opened.transfer_id', 'opened.year', 'opened.case_id', 'opened.moved'])
    .select(['opened.opened_at', 'cases.number', 'cases.closed_at'])
    .select(['settled.lines', 'settled.decision', 'settled.settled_at'])
    .where('opened.municipality_id', '=', municipalityId)
    .where((where) =>
      'transferId' in of
        ? where('opened.transfer_id', '=', of.transferId)
        : where('opened.case_id', '=', of.caseId),
    )
    .orderBy('opened.year')
    .execute();
  const again = await settledAgain(tx, municipalityId, rows);
  return rows.map(({ lines, decision, settled_at: at, ...row }) => ({
    transferId: row.transfer_id,
    year: row.year,
    caseId: row.case_id,
    number: row.number,
    closed: row.closed_at !== null,
    moved: row.moved,
    openedAt: row.opened_at,
    settled:
      lines && decision !== null && at
        ? asChanged(
            { lines, decision, at },
            again.filter(({ year }) => year === row.year),
          )
        : null,
  }));
}

/** What became of a year, from how it was settled first and every change of that. */
function asChanged(
  first: Pick<Settled, 'lines' | 'decision' | 'at'>,
  changes: readonly SettledAgain[],
): Settled {
  const now = changes.at(-1);
  const { lines, decision } = now ?? first;
  const said = changes.findLast(({ accounted }) => accounted)?.accounted;
  const rest = changes.findLast(({ decided }) => decided);
  return {
    ...{ lines, decision, first: first.lines },
    decided: {
      lines: rest?.decided ?? carriedIn(first.lines),
      decision: rest?.decision ?? first.decision,
    },
    at: now?.settled_at ?? first.at,
    version: now?.version ?? 1,
    accounted: said ?? first.lines.map(({ name, used: ore }) => ({ name, ore })),
    changes: changes.map(({ version, cause, settled_at: at }) => ({ version, cause, at })),
    causes: [...new Set(changes.map(({ cause }) => cause))],
  };
}

type SettledAgain = Selectable<SettledAgainTable>;

/** How the years of a transfer were changed after they had been settled, oldest first. */
async function settledAgain(
  tx: Tx,
  municipalityId: string,
  rows: readonly { transfer_id: string }[],
): Promise<SettledAgain[]> {
  const [first] = rows;
  if (!first) return [];
  return tx
    .selectFrom('settled_again')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('transfer_id', '=', first.transfer_id)
    .orderBy('version')
    .execute();
}
