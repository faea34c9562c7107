import type { Selectable } from 'kysely';
import type { Actor as ProcessActor } from '../../domain/process';
import { announced, type Tx } from '../database';
import { fingerprint } from '../fingerprint';
import type { AuditTable } from '../tables';

export type AuditEntry = Selectable<AuditTable>;
/** `official` is somebody signed in; `details.by` then has their subject. */
export type Actor = ProcessActor | 'official';

/** Ids, codes and figures; never what a person wrote or who they are. */
export type AuditDetails = Record<string, string | number>;

const beginning = '0'.repeat(64);

/**
 * Appends to the case's chain: every entry carries the hash of the one before it, so a changed or
 * removed entry shows. The caller holds the case's lock. Watching pages hear of it at commit.
 */
export async function appendAudit(
  tx: Tx,
  municipalityId: string,
  caseId: string,
  entry: { at: Date; actor: Actor; event: string; details?: AuditDetails },
): Promise<void> {
  const last = await tx
    .selectFrom('audit')
    .select(['sequence', 'sha256'])
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  const content = {
    sequence: (last?.sequence ?? 0) + 1,
    at: entry.at,
    actor: entry.actor,
    event: entry.event,
    details: entry.details ?? {},
    previous_sha256: last?.sha256 ?? beginning,
  };
  await tx
    .insertInto('audit')
    .values({
      ...content,
      details: JSON.stringify(content.details),
      municipality_id: municipalityId,
      case_id: caseId,
      sha256: fingerprint({ ...content, municipalityId, caseId }),
    })
    .returning(announced({ what: 'changed', municipalityId, caseId }))
    .execute();
}

export function auditOfCase(tx: Tx, municipalityId: string, caseId: string): Promise<AuditEntry[]> {
  return tx
    .selectFrom('audit')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .orderBy('sequence')
    .execute();
}

/** The sequence number of the first entry that does not fit the chain, or null when it is whole. */
export function firstBrokenEntry(entries: readonly AuditEntry[]): number | null {
  let previous = beginning;
  for (const entry of entries) {
    const { municipality_id, case_id, sha256, sequence, at, actor, event, details } = entry;
    const expected = fingerprint({
      sequence,
      at,
      actor,
      event,
      details,
      previous_sha256: previous,
      municipalityId: municipality_id,
      caseId: case_id,
    });
    if (entry.previous_sha256 !== previous || sha256 !== expected) return sequence;
    previous = sha256;
  }
  return null;
}
