import type { Selectable } from 'kysely';
import type { Tx } from '../database';
import type { CaseTable, OutboxTable } from '../tables';

export type OutboxRow = Selectable<OutboxTable>;

export interface Word {
  caseId: string;
  taskId?: string;
  kind: OutboxRow['kind'];
  at: Date;
}

/** Leaves word for the relay, in the transaction that made the change. */
export async function addToOutbox(tx: Tx, municipalityId: string, word: Word): Promise<void> {
  await tx.insertInto('outbox').values(outboxValues(municipalityId, word)).execute();
}

export function outboxValues(municipalityId: string, { caseId, taskId, kind, at }: Word) {
  return {
    municipality_id: municipalityId,
    case_id: caseId,
    task_id: taskId ?? null,
    kind,
    created_at: at,
    sent_at: null,
    consumed_at: null,
  };
}

/** Word for the workflow of a case, with what is needed to start it where it is not running. */
export type WordToRelay = Pick<OutboxRow, 'id' | 'case_id' | 'kind'> &
  Pick<Selectable<CaseTable>, 'process' | 'phase'>;

/** Rows the workflow has not consumed and that were not sent since `sentBefore`, oldest first. */
export function rowsToRelay(
  tx: Tx,
  municipalityId: string,
  sentBefore: Date,
  limit: number,
): Promise<WordToRelay[]> {
  return tx
    .selectFrom('outbox')
    .innerJoin('cases', 'cases.id', 'outbox.case_id')
    .select(['outbox.id', 'outbox.case_id', 'outbox.kind', 'cases.process', 'cases.phase'])
    .where('outbox.municipality_id', '=', municipalityId)
    .where('cases.municipality_id', '=', municipalityId)
    .where('outbox.consumed_at', 'is', null)
    .where((where) =>
      where.or([where('outbox.sent_at', 'is', null), where('outbox.sent_at', '<', sentBefore)]),
    )
    .orderBy('outbox.id')
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

/** The workflow has seen it: the rows of a kind in a case end here. */
export async function consumeOutbox(
  tx: Tx,
  municipalityId: string,
  { caseId, kind }: Pick<Word, 'caseId' | 'kind'>,
  at: Date,
): Promise<void> {
  await tx
    .updateTable('outbox')
    .set({ consumed_at: at })
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .where('kind', '=', kind)
    .where('consumed_at', 'is', null)
    .execute();
}
