import type { Tx } from '../../database/database';
import {
  findDocumentByKey,
  type StoredDocument,
} from '../../database/repositories/document.repository';
import type { Language } from '../../domain/language';
import type { DocumentKind } from '../../domain/process';

/** The key a document is filed under: an agreement version's belongs to the municipality, all others to their case. */
export function documentKey(
  kind: DocumentKind,
  owner: { id: string; agreement_version_id: string | null },
  language: Language,
): string {
  return kind === 'agreement'
    ? `agreement/${owner.agreement_version_id}/${language}`
    : `case/${owner.id}/${kind}`;
}

/** The Swedish agreement, the version that is signed. */
export function findAgreementDocument(
  tx: Tx,
  owner: { id: string; municipality_id: string; agreement_version_id: string | null },
): Promise<StoredDocument | undefined> {
  return findDocumentByKey(tx, owner.municipality_id, documentKey('agreement', owner, 'sv'));
}
