import type { Tx } from '../../database/database';
import { correctedAnswersOf } from '../../database/repositories/corrected-answer.repository';
import type { Circulation } from '../../database/repositories/matter.repository';
import { tasksOfCase } from '../../database/repositories/task.repository';

/**
 * When the controller's check that a round was sent out by was put right for the last time; null where it was not,
 * or where nobody checked the matter.
 */
export async function checkCorrectedAt(
  tx: Tx,
  { municipality_id: municipalityId, case_id: caseId, opened_at: sentAt }: Circulation,
): Promise<Date | null> {
  const tasks = await tasksOfCase(tx, municipalityId, caseId);
  const check = tasks.findLast(
    ({ kind, answered_at: at }) => kind === 'verify' && at !== null && at <= sentAt,
  );
  if (!check) return null;
  const corrections = await correctedAnswersOf(tx, municipalityId, caseId);
  return corrections.findLast(({ task_id }) => task_id === check.id)?.at ?? null;
}
