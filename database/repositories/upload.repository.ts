import { randomUUID } from 'node:crypto';
import { sql, type Selectable } from 'kysely';
import type { FileAnswer } from '../../domain/forms/types';
import type { Tx } from '../database';
import { numberRecord } from './record.repository';
import type { CaseFileTable, UploadTable } from '../tables';

export type Upload = Selectable<UploadTable>;
export type CaseFile = Selectable<CaseFileTable>;

/** An upload all of which has arrived. */
export type CompleteUpload = Upload & { media_type: string; sha256: string };

/** Begins an upload to a draft, before any of it has arrived. */
export async function beginUpload(
  tx: Tx,
  municipalityId: string,
  upload: { draftId: string; name: string; at: Date },
): Promise<string> {
  const id = randomUUID();
  await tx
    .insertInto('upload')
    .values({
      id,
      municipality_id: municipalityId,
      draft_id: upload.draftId,
      name: upload.name,
      media_type: null,
      size: 0,
      sha256: null,
      begun_at: upload.at,
    })
    .execute();
  return id;
}

export async function appendChunk(
  tx: Tx,
  municipalityId: string,
  chunk: { uploadId: string; position: number; bytes: Buffer },
): Promise<void> {
  await tx
    .insertInto('upload_chunk')
    .values({
      municipality_id: municipalityId,
      upload_id: chunk.uploadId,
      position: chunk.position,
      bytes: chunk.bytes,
    })
    .execute();
}

/** Everything has arrived. */
export async function completeUpload(
  tx: Tx,
  municipalityId: string,
  id: string,
  facts: { mediaType: string; size: number; sha256: string },
): Promise<void> {
  await tx
    .updateTable('upload')
    .set({ media_type: facts.mediaType, size: facts.size, sha256: facts.sha256 })
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .execute();
}

/** The uploads of a draft, also those still under way, oldest first. */
export function uploadsOfDraft(tx: Tx, municipalityId: string, draftId: string): Promise<Upload[]> {
  return tx
    .selectFrom('upload')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('draft_id', '=', draftId)
    .orderBy('begun_at')
    .orderBy('id')
    .execute();
}

export function isComplete(upload: Upload): upload is CompleteUpload {
  return upload.sha256 !== null && upload.media_type !== null;
}

/** Removes uploads with their content; what has become a record stays. */
export async function deleteUploads(
  tx: Tx,
  municipalityId: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .deleteFrom('upload_chunk')
    .where('municipality_id', '=', municipalityId)
    .where('upload_id', 'in', ids)
    .execute();
  await tx
    .deleteFrom('upload')
    .where('municipality_id', '=', municipalityId)
    .where('id', 'in', ids)
    .execute();
}

/** One piece of a file's content; undefined after the last. */
export async function readChunk(
  tx: Tx,
  municipalityId: string,
  uploadId: string,
  position: number,
): Promise<Buffer | undefined> {
  const row = await tx
    .selectFrom('upload_chunk')
    .select('bytes')
    .where('municipality_id', '=', municipalityId)
    .where('upload_id', '=', uploadId)
    .where('position', '=', position)
    .executeTakeFirst();
  return row && Buffer.from(row.bytes);
}

/** Makes uploads of a draft records of a case; they keep their ids. */
export async function fileUploads(
  tx: Tx,
  municipalityId: string,
  uploads: readonly CompleteUpload[],
  { caseId, at, note = null }: { caseId: string; at: Date; note?: string | null },
): Promise<void> {
  if (uploads.length === 0) return;
  const ids = uploads.map(({ id }) => id);
  await tx
    .updateTable('upload')
    .set({ draft_id: null })
    .where('municipality_id', '=', municipalityId)
    .where('id', 'in', ids)
    .execute();
  await tx
    .insertInto('case_file')
    .values(
      uploads.map(({ id, name, media_type, size, sha256 }) => ({
        ...{ id, name, media_type, size, sha256 },
        municipality_id: municipalityId,
        case_id: caseId,
        upload_id: id,
        filed_at: at,
        note,
      })),
    )
    .execute();
  for (const id of ids) await numberRecord(tx, municipalityId, caseId, { case_file_id: id });
}

/** Files a copy of another case's file in a case, so that each has all of its records. */
export async function copyCaseFile(
  tx: Tx,
  { id: from, municipality_id: municipalityId, name, media_type, size, sha256 }: CaseFile,
  { caseId, at }: { caseId: string; at: Date },
): Promise<FileAnswer> {
  const id = randomUUID();
  const file = { id, municipality_id: municipalityId, name, media_type, size, sha256 };
  await tx
    .insertInto('upload')
    .values({ ...file, draft_id: null, begun_at: at })
    .execute();
  await sql`
    insert into upload_chunk (municipality_id, upload_id, position, bytes)
    select municipality_id, ${id}::uuid, position, bytes from upload_chunk
    where municipality_id = ${municipalityId} and upload_id = ${from}
  `.execute(tx);
  await tx
    .insertInto('case_file')
    .values({ ...file, case_id: caseId, upload_id: id, filed_at: at, note: null })
    .execute();
  await numberRecord(tx, municipalityId, caseId, { case_file_id: id });
  return { id, name, size, sha256 };
}

/** A file of a case. */
export function findCaseFile(
  tx: Tx,
  municipalityId: string,
  caseId: string,
  id: string,
): Promise<CaseFile | undefined> {
  return tx
    .selectFrom('case_file')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** The files of a case, by name. */
export function filesOfCase(tx: Tx, municipalityId: string, caseId: string): Promise<CaseFile[]> {
  return tx
    .selectFrom('case_file')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .orderBy('filed_at')
    .orderBy('name')
    .execute();
}
