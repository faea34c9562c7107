import type { Tx } from '../../database/database';
import {
  answeredAfterReport,
  isReportPutForward,
} from '../../database/repositories/report.repository';
import type { Task } from '../../database/repositories/task.repository';

/**
 * Whether an answer to a follow-up comes, or came, when the report had been put before whoever stands behind
 * it: it is kept and marked, and is in the report only if that is made anew.
 */
export async function comesAfterReport(
  tx: Tx,
  { municipality_id: municipalityId, case_id: caseId, id, kind, state }: Task,
): Promise<boolean> {
  if (kind !== 'followUp') return false;
  if (state === 'open') return isReportPutForward(tx, municipalityId, caseId);
  return (await answeredAfterReport(tx, municipalityId, caseId)).has(id);
}
