import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import { readChunk } from '../../database/repositories/upload.repository';
import type { ServerContext } from '../context';
import { attachmentNamed } from './file-name';

/** A file that is on record, whether of a draft or of a case. */
interface Recorded {
  id: string;
  municipality_id: string;
  name: string;
  media_type: string;
  size: number;
}

/** Hands out a file piece by piece, no faster than the reader takes it. */
export async function sendUpload(
  { database }: ServerContext,
  response: Response,
  file: Recorded,
): Promise<void> {
  const { id, municipality_id: municipalityId } = file;
  response.set({
    'Content-Type': file.media_type,
    'Content-Length': String(file.size),
    'Content-Disposition': attachmentNamed(file.name),
    'X-Content-Type-Options': 'nosniff',
  });
  const pieces = async function* () {
    for (let position = 0; ; position += 1) {
      const bytes = await database.transaction(municipalityId, (tx) =>
        readChunk(tx, municipalityId, id, position),
      );
      if (!bytes) return;
      yield bytes;
    }
  };
  await pipeline(Readable.from(pieces(), { objectMode: false }), response).catch(
    (error: unknown) => {
      // A reader who stops reading is no fault.
      if ((error as { code?: string }).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
    },
  );
}
