import type { Selectable } from 'kysely';
import type { Tx } from '../database';
import type { StatementRequestTable } from '../tables';
import { addToOutbox } from './outbox.repository';

export type StatementRequest = Omit<Selectable<StatementRequestTable>, 'municipality_id'>;

/** Keeps that a statement is wanted as a document, and leaves word for the worker. */
export async function requestStatement(
  tx: Tx,
  municipalityId: string,
  request: StatementRequest,
): Promise<void> {
  await tx
    .insertInto('statement_request')
    .values({ ...request, municipality_id: municipalityId })
    .execute();
  const at = request.requested_at;
  await addToOutbox(tx, municipalityId, { statementId: request.id, kind: 'start', at });
}

export function getStatementRequest(
  tx: Tx,
  municipalityId: string,
  id: string,
): Promise<StatementRequest> {
  return tx
    .selectFrom('statement_request')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}
