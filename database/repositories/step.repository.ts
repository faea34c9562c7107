import type { Tx } from '../database';

/** What steps returned when they were recorded, by key; a key that is missing has not been recorded. */
export async function findStepResults<T>(
  tx: Tx,
  municipalityId: string,
  caseId: string,
  stepKeys: readonly string[],
): Promise<ReadonlyMap<string, T>> {
  const rows = await tx
    .selectFrom('step')
    .select(['step_key', 'result'])
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .where('step_key', 'in', stepKeys)
    .execute();
  return new Map(rows.map((row) => [row.step_key, row.result as T]));
}

export interface StepRow {
  key: string;
  result: unknown;
}

/** Records steps, each in a row of its own. */
export async function insertSteps(
  tx: Tx,
  municipalityId: string,
  caseId: string,
  steps: readonly StepRow[],
): Promise<void> {
  if (steps.length === 0) return;
  await tx
    .insertInto('step')
    .values(stepValues(municipalityId, caseId, steps))
    .execute();
}

export function stepValues(municipalityId: string, caseId: string, steps: readonly StepRow[]) {
  return steps.map(({ key, result }) => ({
    municipality_id: municipalityId,
    case_id: caseId,
    step_key: key,
    result: JSON.stringify(result),
  }));
}
