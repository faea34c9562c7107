import type { Response } from 'express';
import type { Tx } from '../../database/database';
import {
  readDocumentBytes,
  type DocumentEntry,
} from '../../database/repositories/document.repository';
import { DomainError } from '../../domain/errors';
import type { ServerContext } from '../context';

/** Sends one of the documents that the caller may read; throws `document.unknown` for any other. */
export async function sendDocument(
  context: ServerContext,
  municipalityId: string,
  response: Response,
  documentId: string,
  readable: (tx: Tx) => Promise<DocumentEntry[]>,
): Promise<void> {
  const bytes = await context.database.transaction(municipalityId, async (tx) => {
    const entry = (await readable(tx)).find(({ id }) => id === documentId);
    return entry && readDocumentBytes(tx, municipalityId, entry.id);
  });
  if (!bytes) throw new DomainError('document.unknown');
  response.type('application/pdf').set('Content-Disposition', 'inline').send(bytes);
}
