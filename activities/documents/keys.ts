import type { Tx } from '../../database/database';
import {
  findDocumentByKey,
  type StoredDocument,
} from '../../database/repositories/document.repository';
import { documentKey } from '../../domain/document-keys';

/** The Swedish agreement, the version that is signed. */
export function findAgreementDocument(
  tx: Tx,
  owner: { id: string; municipality_id: string; agreement_version_id: string | null },
): Promise<StoredDocument | undefined> {
  return findDocumentByKey(
    tx,
    owner.municipality_id,
    documentKey({ kind: 'agreement', nth: 1 }, owner, 'sv'),
  );
}
