import { appendAudit } from '../../database/repositories/audit.repository';
import { lockCase } from '../../database/repositories/case.repository';
import { closeCollection, findCollection } from '../../database/repositories/collection.repository';
import { consumeOutbox } from '../../database/repositories/outbox.repository';
import type { Ending } from '../../domain/asking/stand';
import { endOfDay } from '../../domain/calendar';
import type { CollectionTimes, ProcessState } from '../../domain/process';
import type { RecordDependencies } from './record-steps';

export interface LookAtCollectionInput {
  process: ProcessState;
  /** Process time in milliseconds since 1970. */
  at: number;
  /** The step that opened the collection. */
  key: string;
}

export type FoundCollection =
  | { state: 'open'; times: CollectionTimes }
  | { state: 'paused' }
  | { state: 'closed' }
  | { state: 'ended'; how: Ending };

/** How a collection stands; it closes here when its last day is over. Repeatable. */
export async function lookAtCollection(
  { database }: RecordDependencies,
  { process: { municipalityId, caseId }, at, key }: LookAtCollectionInput,
): Promise<FoundCollection> {
  return database.transaction(municipalityId, async (tx) => {
    const current = await lockCase(tx, municipalityId, caseId);
    const now = new Date(at);
    await consumeOutbox(tx, municipalityId, { caseId, kind: 'look' }, now);
    if (current.ending) return { state: 'ended', how: current.ending };
    if (current.paused_at) return { state: 'paused' };
    const collection = await findCollection(tx, municipalityId, { caseId, key });
    if (!collection) throw new Error('collection.unknown');
    if (collection.closed_at) return { state: 'closed' };
    const deadlineAt = endOfDay(collection.deadline).getTime();
    if (at < deadlineAt) {
      return { state: 'open', times: { deadlineAt, remindAt: collection.remind_at } };
    }
    await closeCollection(tx, municipalityId, { caseId, key }, now);
    const entry = { at: now, actor: 'system', event: 'collectionClosed' } as const;
    await appendAudit(tx, municipalityId, caseId, { ...entry, details: { step: key } });
    return { state: 'closed' };
  });
}
