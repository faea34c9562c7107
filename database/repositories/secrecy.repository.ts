import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { Tx } from '../database';
import type { SecrecyMarkTable } from '../tables';

export type SecrecyMark = Selectable<SecrecyMarkTable>;

/** A whole case, or one of its records. */
export interface Marked {
  caseId: string;
  record: number | null;
}

/** The mark that stands on a case or a record of it. */
export function findSecrecyMark(
  tx: Tx,
  municipalityId: string,
  { caseId, record }: Marked,
): Promise<SecrecyMark | undefined> {
  return tx
    .selectFrom('secrecy_mark')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .where('record_number', 'is not distinct from', record)
    .where('lifted_at', 'is', null)
    .executeTakeFirst();
}

export async function markSecret(
  tx: Tx,
  municipalityId: string,
  { caseId, record }: Marked,
  { provision, at }: { provision: string; at: Date },
): Promise<void> {
  await tx
    .insertInto('secrecy_mark')
    .values({
      id: randomUUID(),
      municipality_id: municipalityId,
      case_id: caseId,
      record_number: record,
      provision,
      marked_at: at,
      lifted_at: null,
    })
    .execute();
}

export async function liftSecrecy(
  tx: Tx,
  municipalityId: string,
  id: string,
  at: Date,
): Promise<void> {
  await tx
    .updateTable('secrecy_mark')
    .set({ lifted_at: at })
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .execute();
}
