import type { MovedLine, SettledLine } from '../../domain/ledger/settlement';
import type { Tx } from '../database';

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
  settled: { lines: readonly SettledLine[]; decision: string; at: Date } | null;
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
  {
    transferId,
    year,
    lines,
    decision,
    at,
  }: {
    transferId: string;
    year: number;
    lines: readonly SettledLine[];
    decision: string;
    at: Date;
  },
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
  return rows.map(({ lines, decision, settled_at: at, ...row }) => ({
    transferId: row.transfer_id,
    year: row.year,
    caseId: row.case_id,
    number: row.number,
    closed: row.closed_at !== null,
    moved: row.moved,
    openedAt: row.opened_at,
    settled: lines && decision !== null && at ? { lines, decision, at } : null,
  }));
}
