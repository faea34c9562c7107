import { sql } from 'kysely';
import type { YearLeft } from '../../domain/ledger/cover';
import type { Tx } from '../database';

/**
 * What a committee has left in each year that has a budget, less what decided transfers of other open
 * cases than `except` are to take from it and have not been posted.
 */
export async function yearsLeft(
  tx: Tx,
  municipalityId: string,
  { committee, except = null }: { committee: string; except?: string | null },
): Promise<YearLeft[]> {
  const { rows } = await sql<{ year: number; balance: string; reserved: string }>`
    select decided.year, coalesce(balance.ore, 0) as balance, coalesce(spoken.ore, 0) as reserved
    from (select distinct year from budget
        where municipality_id = ${municipalityId} and committee = ${committee}) decided
      left join ledger_balance balance on balance.municipality_id = ${municipalityId}
        and balance.committee = ${committee} and balance.year = decided.year
      left join (
        select planned.year, sum(planned.ore) as ore
        from planned_transfer planned join cases on cases.id = planned.case_id
        where planned.municipality_id = ${municipalityId} and planned.giver = ${committee}
          and cases.closed_at is null and planned.case_id is distinct from ${except}::uuid
          and not exists (select from dropped_year dropped
            where dropped.case_id = planned.case_id and dropped.year = planned.year)
          and not exists (select from ledger_transaction posted
            where posted.municipality_id = ${municipalityId} and posted.case_id = planned.case_id
              and posted.phase = 'post' and posted.step = planned.year::text)
        group by planned.year
      ) spoken on spoken.year = decided.year
    order by decided.year
  `.execute(tx);
  return rows.map(({ year, balance, reserved }) => ({
    year,
    ore: Number(balance) - Number(reserved),
    reserved: Number(reserved),
  }));
}
