import type { Tx } from '../../database/database';
import { findCase } from '../../database/repositories/case.repository';
import { findSettlement, settlementsOf } from '../../database/repositories/settlement.repository';
import type { DeskCaseView } from '../../domain/api/desk';
import { sumsOfSettled } from '../../domain/ledger/settlement';
import { sumOf } from '../../domain/money';

/** How the years of a transfer are settled; and of a settlement, which transfer it is of. */
export async function readSettlements(
  tx: Tx,
  municipalityId: string,
  caseId: string,
): Promise<Pick<DeskCaseView, 'settlements' | 'settles'>> {
  const own = await findSettlement(tx, municipalityId, caseId);
  const settlements = own ? [own] : await settlementsOf(tx, municipalityId, caseId);
  const transfer = own && (await findCase(tx, municipalityId, own.transferId));
  return {
    settles: transfer
      ? { caseId: transfer.id, number: transfer.number, settled: own.settled !== null }
      : null,
    settlements: settlements.map(({ year, caseId: its, number, moved, settled }) => {
      const { moved: accounted, ...sums } = sumsOfSettled(settled?.lines ?? []);
      return {
        ...{ year, number, caseId: its },
        moved: settled ? accounted : sumOf(moved.map(({ ore }) => ore)),
        settled: settled && sums,
        changed: [...(settled?.causes ?? [])],
      };
    }),
  };
}
