import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { Tx } from '../database';
import { sha256 } from '../fingerprint';
import { newSecret } from '../secret';
import type { DraftTable } from '../tables';

export type Draft = Selectable<DraftTable>;

const linkLifetimeMs = 2 * 365 * 24 * 3600 * 1000;

export async function insertDraft(
  tx: Tx,
  municipalityId: string,
  draft: Pick<Draft, 'form_reference' | 'language' | 'answers' | 'touched_at'>,
): Promise<Draft> {
  return tx
    .insertInto('draft')
    .values({
      ...draft,
      id: randomUUID(),
      municipality_id: municipalityId,
      answers: JSON.stringify(draft.answers),
      revision: 1,
      email: null,
      links_asked: 0,
      links_sent: 0,
      link_failure: null,
      ended_at: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

export function findDraft(tx: Tx, municipalityId: string, id: string): Promise<Draft | undefined> {
  return tx
    .selectFrom('draft')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Locks the draft until the transaction ends, so that it is sent, filled and removed one at a time. */
export function lockDraft(tx: Tx, municipalityId: string, id: string): Promise<Draft | undefined> {
  return tx
    .selectFrom('draft')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** Drafts that are neither sent nor removed. */
export async function keptDrafts(tx: Tx, municipalityId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('draft')
    .select('id')
    .where('municipality_id', '=', municipalityId)
    .where('ended_at', 'is', null)
    .execute();
  return rows.map(({ id }) => id);
}

/** Saves what was typed; undefined when the draft is no longer at this revision. */
export function saveDraft(
  tx: Tx,
  municipalityId: string,
  id: string,
  change: { revision: number; answers: Record<string, unknown>; at: Date },
): Promise<Draft | undefined> {
  return tx
    .updateTable('draft')
    .set({
      answers: JSON.stringify(change.answers),
      revision: change.revision + 1,
      touched_at: change.at,
    })
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .where('revision', '=', change.revision)
    .where('ended_at', 'is', null)
    .returningAll()
    .executeTakeFirst();
}

/** Somebody works on it: it is kept from now on. */
export async function touchDraft(
  tx: Tx,
  municipalityId: string,
  id: string,
  at: Date,
): Promise<void> {
  await tx
    .updateTable('draft')
    .set({ touched_at: at })
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .execute();
}

/** Asks for a link to be mailed to an address. */
export function askForDraftLink(
  tx: Tx,
  municipalityId: string,
  id: string,
  { email, at }: { email: string; at: Date },
): Promise<Draft> {
  return tx
    .updateTable('draft')
    .set((set) => ({
      email,
      links_asked: set('links_asked', '+', 1),
      link_failure: null,
      touched_at: at,
    }))
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** The link that was asked for has gone, or can never go. */
export async function settleDraftLink(
  tx: Tx,
  municipalityId: string,
  id: string,
  { nth, failure }: { nth: number; failure: string | null },
): Promise<void> {
  await tx
    .updateTable('draft')
    .set({ links_sent: nth, link_failure: failure })
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .where('links_sent', '<', nth)
    .execute();
}

/** It has been sent: from now on the case holds what was in it. */
export async function endDraft(
  tx: Tx,
  municipalityId: string,
  id: string,
  at: Date,
): Promise<void> {
  await tx
    .updateTable('draft')
    .set({ answers: '{}', email: null, ended_at: at, touched_at: at })
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .execute();
  await tx
    .deleteFrom('draft_key')
    .where('municipality_id', '=', municipalityId)
    .where('draft_id', '=', id)
    .where('kind', '=', 'link')
    .execute();
}

/** Removes the draft with everything that opens it. Its uploads must be gone. */
export async function deleteDraft(tx: Tx, municipalityId: string, id: string): Promise<void> {
  await tx
    .deleteFrom('draft')
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .execute();
}

/** Makes a key to a draft and returns its secret, which exists nowhere else. */
export async function issueDraftKey(
  tx: Tx,
  municipalityId: string,
  key: { draftId: string; kind: 'link' | 'session'; at: Date; lifetimeMs?: number },
): Promise<string> {
  const secret = newSecret();
  await tx
    .insertInto('draft_key')
    .values({
      id: randomUUID(),
      municipality_id: municipalityId,
      draft_id: key.draftId,
      kind: key.kind,
      secret_sha256: sha256(secret),
      expires_at: new Date(key.at.getTime() + (key.lifetimeMs ?? linkLifetimeMs)),
    })
    .execute();
  return secret;
}

/** The draft that a secret opens now; sent ones too. */
export function findDraftByKey(
  tx: Tx,
  municipalityId: string,
  kind: 'link' | 'session',
  secret: string,
  now: Date,
): Promise<Draft | undefined> {
  return tx
    .selectFrom('draft_key')
    .innerJoin('draft', 'draft.id', 'draft_key.draft_id')
    .selectAll('draft')
    .where('draft_key.municipality_id', '=', municipalityId)
    .where('draft.municipality_id', '=', municipalityId)
    .where('draft_key.kind', '=', kind)
    .where('draft_key.secret_sha256', '=', sha256(secret))
    .where('draft_key.expires_at', '>', now)
    .executeTakeFirst();
}
