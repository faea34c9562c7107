import { randomUUID } from 'node:crypto';
import type { Insertable, Selectable } from 'kysely';
import type { Tx } from '../database';
import type { InterventionTable } from '../tables';

export type Intervention = Selectable<InterventionTable>;

/** Keeps what a person did to a case, with the reason; returns the id that the audit names. */
export async function insertIntervention(
  tx: Tx,
  municipalityId: string,
  intervention: Omit<Insertable<InterventionTable>, 'id' | 'municipality_id'>,
): Promise<string> {
  const id = randomUUID();
  await tx
    .insertInto('intervention')
    .values({ ...intervention, id, municipality_id: municipalityId })
    .execute();
  return id;
}

/** Oldest first. */
export function interventionsOfCase(
  tx: Tx,
  municipalityId: string,
  caseId: string,
): Promise<Intervention[]> {
  return tx
    .selectFrom('intervention')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .orderBy('at')
    .execute();
}
