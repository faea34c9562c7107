import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { fileTypeFromBuffer } from 'file-type';
import type { Tx } from '../../database/database';
import { lockDraft, touchDraft, type Draft } from '../../database/repositories/draft.repository';
import {
  appendChunk,
  beginUpload,
  completeUpload,
  deleteUploads,
  uploadsOfDraft,
} from '../../database/repositories/upload.repository';
import { DomainError } from '../../domain/errors';
import type { FileAnswer } from '../../domain/forms/types';
import { uploadFault, uploadLimits } from '../../domain/uploads';
import type { ServerContext } from '../context';
import { findsEncryption } from './finds-encryption';
import { inPieces } from './in-pieces';

/** A file that is being sent. */
export interface Incoming {
  /** Without folders, tidy. */
  name: string;
  /** As the request announces; undefined when it does not. */
  announced: number | undefined;
  content: Readable;
}

/**
 * Takes a file into a draft, piece by piece: never more than one piece is in memory, and no
 * transaction waits for the sender. Its content says what it is. A file that is refused or breaks
 * off leaves nothing behind.
 */
export async function receiveUpload(
  context: ServerContext,
  draft: Draft,
  { name, announced, content }: Incoming,
): Promise<FileAnswer> {
  const { database, clock } = context;
  const { municipality_id: municipalityId, id: draftId } = draft;
  const refuse = (code: DomainError['code']) => new DomainError(code, {}, {}, { name });
  if ((announced ?? 0) > uploadLimits.bytes) {
    content.resume();
    throw refuse('file.tooLarge');
  }
  const id = await database.transaction(municipalityId, async (tx) => {
    await requireRoom(tx, draft, announced ?? 0);
    return beginUpload(tx, municipalityId, { draftId, name, at: clock() });
  });
  try {
    const store = (position: number, bytes: Buffer) =>
      database.transaction(municipalityId, (tx) =>
        appendChunk(tx, municipalityId, { uploadId: id, position, bytes }),
      );
    const { type, encrypted, size, sha256 } = await readFile(content, store);
    const fault = uploadFault({ name, type, bytes: size, encrypted });
    if (fault || type === undefined) throw refuse(fault ?? 'file.type');
    await database.transaction(municipalityId, async (tx) => {
      await requireRoom(tx, draft, size);
      await completeUpload(tx, municipalityId, id, { mediaType: type, size, sha256 });
      await touchDraft(tx, municipalityId, draftId, clock());
    });
    return { id, name, size, sha256 };
  } catch (error) {
    // What is still coming is let through unread, so that the sender hears the refusal.
    content.resume();
    await database.transaction(municipalityId, (tx) => deleteUploads(tx, municipalityId, [id]));
    throw isBrokenOff(error) ? refuse('file.interrupted') : error;
  }
}

/** The draft may still be filled, and there is room in it; at most so many uploads are under way. */
async function requireRoom(tx: Tx, draft: Draft, bytes: number): Promise<void> {
  const { municipality_id: municipalityId, id } = draft;
  const current = await lockDraft(tx, municipalityId, id);
  if (!current) throw new DomainError('session.missing');
  if (current.ended_at) throw new DomainError('draft.sent');
  const uploads = await uploadsOfDraft(tx, municipalityId, id);
  const all = uploads.reduce((sum, { size }) => sum + size, bytes);
  if (uploads.length > uploadLimits.files) throw new DomainError('file.tooMany');
  if (all > uploadLimits.bytesInAll) throw new DomainError('file.tooMuch');
}

/** Stores the pieces and learns what they are. Stops at the first one that is not worth storing. */
async function readFile(
  content: Readable,
  store: (position: number, bytes: Buffer) => Promise<void>,
) {
  const hash = createHash('sha256');
  const seesEncryption = findsEncryption();
  let type: string | undefined;
  let encrypted = false;
  let size = 0;
  let position = 0;
  for await (const piece of inPieces(content)) {
    size += piece.length;
    if (position === 0) type = (await fileTypeFromBuffer(piece))?.mime;
    if (type === 'application/pdf') encrypted ||= seesEncryption(piece);
    if (type === undefined || encrypted || size > uploadLimits.bytes) break;
    hash.update(piece);
    await store(position, piece);
    position += 1;
  }
  return { type, encrypted, size, sha256: hash.digest('hex') };
}

/** The sender went away. */
function isBrokenOff(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE';
}
