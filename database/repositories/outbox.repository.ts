import type { Selectable } from 'kysely';
import type { Tx } from '../database';
import type { OutboxTable } from '../tables';

export type OutboxRow = Selectable<OutboxTable>;

/** Leaves word for the relay, in the transaction that made the change. */
export async function addToOutbox(
  tx: Tx,
  municipalityId: string,
  row: { caseId: string; taskId?: string; kind: OutboxRow['kind']; at: Date },
): Promise<void> {
  await tx
    .insertInto('outbox')
    .values({
      municipality_id: municipalityId,
      case_id: row.caseId,
      task_id: row.taskId ?? null,
      kind: row.kind,
      created_at: row.at,
      sent_at: null,
      consumed_at: null,
    })
    .execute();
}

/** Rows the workflow has not consumed and that were not sent since `sentBefore`, oldest first. */
export function rowsToRelay(
  tx: Tx,
  municipalityId: string,
  sentBefore: Date,
  limit: number,
): Promise<OutboxRow[]> {
  return tx
    .selectFrom('outbox')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('consumed_at', 'is', null)
    .where((where) => where.or([where('sent_at', 'is', null), where('sent_at', '<', sentBefore)]))
    .orderBy('id')
    .limit(limit)
    .execute();
}

export async function markRelayed(
  tx: Tx,
  municipalityId: string,
  ids: readonly number[],
  at: Date,
): Promise<void> {
  await tx
    .updateTable('outbox')
    .set({ sent_at: at })
    .where('municipality_id', '=', municipalityId)
    .where('id', 'in', ids)
    .execute();
}

/** The workflow has seen it: rows of a kind in a case, or of one task, end here. */
export async function consumeOutbox(
  tx: Tx,
  municipalityId: string,
  match: { caseId: string; kind: OutboxRow['kind']; taskId?: string },
  at: Date,
): Promise<void> {
  let query = tx
    .updateTable('outbox')
    .set({ consumed_at: at })
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', match.caseId)
    .where('kind', '=', match.kind)
    .where('consumed_at', 'is', null);
  if (match.taskId) query = query.where('task_id', '=', match.taskId);
  await query.execute();
}
