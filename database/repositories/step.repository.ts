import type { Tx } from '../database';

/** What a step returned when it was recorded, or undefined when it has not been. */
export async function findStepResult<T>(
  tx: Tx,
  municipalityId: string,
  caseId: string,
  stepKey: string,
): Promise<T | undefined> {
  const row = await tx
    .selectFrom('step')
    .select('result')
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .where('step_key', '=', stepKey)
    .executeTakeFirst();
  return row?.result as T | undefined;
}

export async function insertStep(
  tx: Tx,
  municipalityId: string,
  caseId: string,
  stepKey: string,
  result: unknown,
): Promise<void> {
  await tx
    .insertInto('step')
    .values({
      municipality_id: municipalityId,
      case_id: caseId,
      step_key: stepKey,
      result: JSON.stringify(result),
    })
    .execute();
}
