import type { Insertable, Selectable } from 'kysely';
import type { Tx } from '../database';
import type { FocusListTable, FocusResultTable } from '../tables';

export type FocusList = Selectable<FocusListTable>;
export type StoredFocusResult = Selectable<FocusResultTable>;

/** What there was to choose between after the follow-up of a year, oldest first. */
export function focusListsOf(tx: Tx, municipalityId: string, year: number): Promise<FocusList[]> {
  return tx
    .selectFrom('focus_list')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('year', '=', year)
    .orderBy('version')
    .execute();
}

/** Keeps the next list of a year; returns its version, from 1. */
export async function insertFocusList(
  tx: Tx,
  municipalityId: string,
  { year, content, ...list }: Omit<FocusList, 'municipality_id' | 'version'>,
): Promise<number> {
  const version = (await focusListsOf(tx, municipalityId, year)).length + 1;
  await tx
    .insertInto('focus_list')
    .values({
      ...(list satisfies Partial<Insertable<FocusListTable>>),
      ...{ municipality_id: municipalityId, year, version, content: JSON.stringify(content) },
    })
    .execute();
  return version;
}

/** The results of all years, latest first. */
export function focusResults(tx: Tx, municipalityId: string): Promise<StoredFocusResult[]> {
  return tx
    .selectFrom('focus_result')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .orderBy('year', 'desc')
    .execute();
}

/** What was chosen in a case. */
export function focusResultOf(
  tx: Tx,
  municipalityId: string,
  caseId: string,
): Promise<StoredFocusResult | undefined> {
  return tx
    .selectFrom('focus_result')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .executeTakeFirst();
}

/** Keeps what was chosen after the follow-up of a year; what is kept already stays as it is. */
export async function insertFocusResult(
  tx: Tx,
  municipalityId: string,
  { content, ...result }: Omit<StoredFocusResult, 'municipality_id'>,
): Promise<void> {
  await tx
    .insertInto('focus_result')
    .values({
      ...(result satisfies Partial<Insertable<FocusResultTable>>),
      ...{ municipality_id: municipalityId, content: JSON.stringify(content) },
    })
    .onConflict((conflict) => conflict.columns(['municipality_id', 'year']).doNothing())
    .execute();
}
