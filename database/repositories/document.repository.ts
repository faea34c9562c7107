import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { Tx } from '../database';
import { sha256 } from '../fingerprint';
import { numberRecord } from './record.repository';
import type { DocumentTable } from '../tables';

export type StoredDocument = Selectable<DocumentTable>;
export type DocumentEntry = Omit<StoredDocument, 'bytes'>;

const entryColumns = [
  'id',
  'municipality_id',
  'case_id',
  'document_key',
  'kind',
  'language',
  'title',
  'size',
  'sha256',
  'created_at',
  'position',
] as const;

/**
 * Files a document under its key, as the next record of its case; the first one filed stays. Returns
 * whether this one was first. The caller holds the case's lock.
 */
export async function fileDocument(
  tx: Tx,
  municipalityId: string,
  document: Pick<
    StoredDocument,
    'case_id' | 'document_key' | 'kind' | 'language' | 'title' | 'bytes' | 'created_at'
  >,
): Promise<boolean> {
  const inserted = await tx
    .insertInto('document')
    .values({
      ...document,
      id: randomUUID(),
      municipality_id: municipalityId,
      size: document.bytes.length,
      sha256: sha256(document.bytes),
    })
    .onConflict((conflict) => conflict.columns(['municipality_id', 'document_key']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (inserted && document.case_id) {
    await numberRecord(tx, municipalityId, document.case_id, { document_id: inserted.id });
  }
  return inserted !== undefined;
}

export function findDocumentByKey(
  tx: Tx,
  municipalityId: string,
  documentKey: string,
): Promise<StoredDocument | undefined> {
  return tx
    .selectFrom('document')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('document_key', '=', documentKey)
    .executeTakeFirst();
}

/** Of what is printed to be posted: for its reader and the desk, not for everybody who has a link to the case. */
export const printedLetter = 'letter';

/** Documents of a case in the order they were filed, without their bytes; no printed letters. */
export async function sharedDocumentsOfCase(
  tx: Tx,
  municipalityId: string,
  caseId: string,
): Promise<DocumentEntry[]> {
  const documents = await documentsOfCase(tx, municipalityId, caseId);
  return documents.filter(({ kind }) => kind !== printedLetter);
}

/** Every document of a case in the order they were filed, without their bytes. */
export function documentsOfCase(
  tx: Tx,
  municipalityId: string,
  caseId: string,
): Promise<DocumentEntry[]> {
  return tx
    .selectFrom('document')
    .select(entryColumns)
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .orderBy('position')
    .execute();
}

export function findDocumentBySha256(
  tx: Tx,
  municipalityId: string,
  hash: string,
): Promise<DocumentEntry | undefined> {
  return tx
    .selectFrom('document')
    .select(entryColumns)
    .where('municipality_id', '=', municipalityId)
    .where('sha256', '=', hash)
    .limit(1)
    .executeTakeFirst();
}

export async function readDocumentBytes(
  tx: Tx,
  municipalityId: string,
  id: string,
): Promise<Buffer | undefined> {
  const row = await tx
    .selectFrom('document')
    .select('bytes')
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && Buffer.from(row.bytes);
}

/** Documents whose keys begin alike, in the order they were filed, without their bytes. */
export function documentsByPrefix(
  tx: Tx,
  municipalityId: string,
  prefix: string,
): Promise<DocumentEntry[]> {
  return tx
    .selectFrom('document')
    .select(entryColumns)
    .where('municipality_id', '=', municipalityId)
    .where(({ fn, val }) => fn('starts_with', ['document_key', val(prefix)]), '=', true)
    .orderBy('position')
    .execute();
}

/** Documents by the keys they are filed under, without their bytes. */
export async function documentsByKeys(
  tx: Tx,
  municipalityId: string,
  keys: readonly string[],
): Promise<DocumentEntry[]> {
  if (keys.length === 0) return [];
  return tx
    .selectFrom('document')
    .select(entryColumns)
    .where('municipality_id', '=', municipalityId)
    .where('document_key', 'in', keys)
    .execute();
}
