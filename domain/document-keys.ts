import type { Language } from './language';
import type { DocumentKind, DocumentReference } from './process';

/** Which document a reference names: its kind, and which of them from 1. */
export function parseReference(reference: DocumentReference): { kind: DocumentKind; nth: number } {
  const [kind, nth = '1'] = reference.split('#');
  return { kind: kind as DocumentKind, nth: Number(nth) };
}

/** The reference of the nth document of a kind, from 1. */
export function nthOf(kind: DocumentKind, nth: number): DocumentReference {
  return nth === 1 ? kind : `${kind}#${nth}`;
}

/** The key a document is filed under: an agreement version's belongs to the municipality, all others to their case. */
export function documentKey(
  { kind, nth }: { kind: DocumentKind; nth: number },
  owner: { id: string; agreement_version_id: string | null },
  language: Language,
): string {
  return kind === 'agreement'
    ? `agreement/${owner.agreement_version_id}/${language}`
    : `case/${owner.id}/${kind}${nth === 1 ? '' : `/${nth}`}`;
}
