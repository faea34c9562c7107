import type { Insertable, Selectable } from 'kysely';
import type { Tx } from '../database';
import type { CommissionTable } from '../tables';

export type Commission = Selectable<CommissionTable>;

export async function insertCommission(
  tx: Tx,
  municipalityId: string,
  commission: Omit<Insertable<CommissionTable>, 'municipality_id'>,
): Promise<void> {
  await tx
    .insertInto('commission')
    .values({ ...commission, municipality_id: municipalityId })
    .execute();
}

/** What a case is that an office has been given a task in; undefined for every other case. */
export function findCommission(
  tx: Tx,
  municipalityId: string,
  caseId: string,
): Promise<Commission | undefined> {
  return tx
    .selectFrom('commission')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .executeTakeFirst();
}

/** What a committee's decisions in these cases of its own have given to offices, as they were given. */
export function commissionsOf(
  tx: Tx,
  municipalityId: string,
  matterCaseIds: readonly string[],
): Promise<Commission[]> {
  if (matterCaseIds.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom('commission')
    .innerJoin('cases', 'cases.id', 'commission.case_id')
    .selectAll('commission')
    .where('commission.municipality_id', '=', municipalityId)
    .where('commission.matter_case_id', 'in', matterCaseIds)
    .orderBy('cases.opened_at')
    .orderBy('cases.number')
    .execute();
}

/** The cases of tasks that have not ended, with the committee that gave them. */
export function openCommissions(
  tx: Tx,
  municipalityId: string,
): Promise<{ caseId: string; committee: string }[]> {
  return tx
    .selectFrom('commission')
    .innerJoin('cases', 'cases.id', 'commission.case_id')
    .select(['commission.case_id as caseId', 'commission.committee'])
    .where('commission.municipality_id', '=', municipalityId)
    .where('cases.closed_at', 'is', null)
    .execute();
}

/** The answer has been reported to a meeting of the committee. */
export async function reportCommission(
  tx: Tx,
  municipalityId: string,
  { caseId, on }: { caseId: string; on: string },
): Promise<void> {
  await tx
    .updateTable('commission')
    .set({ reported_on: on })
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .execute();
}
