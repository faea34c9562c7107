import type { Tx } from '../../database/database';
import { findCase } from '../../database/repositories/case.repository';
import {
  findSettlement,
  settlementsOf,
  type YearSettlement,
} from '../../database/repositories/settlement.repository';
import { latestAnswer } from '../../database/repositories/submission.repository';
import type { DeskCaseView } from '../../domain/api/desk';
import type { SettledQuestion } from '../../domain/forms/definitions/settled-corrections';
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
      ? {
          ...{ caseId: transfer.id, number: transfer.number },
          correctable: await correctableOf(tx, municipalityId, own),
        }
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

/** Of a settled year its account, and what somebody has recorded about its rest. */
async function correctableOf(
  tx: Tx,
  municipalityId: string,
  { caseId, settled }: YearSettlement,
): Promise<SettledQuestion[]> {
  if (!settled) return [];
  const rest = await latestAnswer(tx, municipalityId, { caseId, kind: 'rest' });
  return rest ? ['account', 'rest'] : ['account'];
}
