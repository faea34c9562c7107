import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { Tx } from '../database';
import { sha256 } from '../fingerprint';
import { newSecret } from '../secret';
import type { LinkTable } from '../tables';
import type { Task } from './task.repository';

export type Link = Selectable<LinkTable>;

const linkLifetimeMs = 2 * 365 * 24 * 3600 * 1000;

/** Issues a link and returns its token, which exists nowhere else: the row keeps only its hash. */
export async function issueLink(
  tx: Tx,
  municipalityId: string,
  link: Pick<
    Link,
    'case_id' | 'task_id' | 'generation' | 'recipient_email' | 'document_sha256' | 'issued_at'
  > & { part?: boolean },
): Promise<string> {
  const token = newSecret();
  await tx
    .insertInto('link')
    .values({
      ...link,
      id: randomUUID(),
      municipality_id: municipalityId,
      token_sha256: sha256(token),
      expires_at: new Date(link.issued_at.getTime() + linkLifetimeMs),
    })
    .execute();
  return token;
}

/** The link of a token, whatever its state; undefined when no such link was ever issued here. */
export function findLinkByToken(
  tx: Tx,
  municipalityId: string,
  token: string,
): Promise<Link | undefined> {
  return tx
    .selectFrom('link')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('token_sha256', '=', sha256(token))
    .executeTakeFirst();
}

/** How many links by which others fill in a task's form work now. */
export async function countPartLinks(
  tx: Tx,
  { municipality_id: municipalityId, id: taskId, link_generation: generation }: Task,
  now: Date,
): Promise<number> {
  const { count } = await tx
    .selectFrom('link')
    .select((count) => count.fn.countAll<string>().as('count'))
    .where('municipality_id', '=', municipalityId)
    .where('task_id', '=', taskId)
    .where('part', '=', true)
    .where('generation', '=', generation)
    .where('expires_at', '>', now)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** None of the links by which others fill in a task's form works any more. */
export async function endPartLinks(
  tx: Tx,
  { municipality_id: municipalityId, id: taskId }: Pick<Task, 'municipality_id' | 'id'>,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('link')
    .set({ expires_at: now })
    .where('municipality_id', '=', municipalityId)
    .where('task_id', '=', taskId)
    .where('part', '=', true)
    .where('expires_at', '>', now)
    .execute();
}

/** Opens a session for a link and returns the secret for its cookie. */
export async function openLinkSession(
  tx: Tx,
  { id: linkId, municipality_id: municipalityId }: Link,
  now: Date,
  expiresAt: Date,
): Promise<string> {
  const secret = newSecret();
  await tx
    .with('ended', (db) =>
      db
        .deleteFrom('link_session')
        .where('municipality_id', '=', municipalityId)
        .where('expires_at', '<=', now),
    )
    .insertInto('link_session')
    .values({
      id: randomUUID(),
      municipality_id: municipalityId,
      link_id: linkId,
      secret_sha256: sha256(secret),
      expires_at: expiresAt,
    })
    .execute();
  return secret;
}

/** The link behind a session's secret, unless the session has ended. */
export function findLinkBySession(
  tx: Tx,
  municipalityId: string,
  secret: string,
  now: Date,
): Promise<Link | undefined> {
  return tx
    .selectFrom('link_session')
    .innerJoin('link', 'link.id', 'link_session.link_id')
    .selectAll('link')
    .where('link_session.municipality_id', '=', municipalityId)
    .where('link.municipality_id', '=', municipalityId)
    .where('link_session.secret_sha256', '=', sha256(secret))
    .where('link_session.expires_at', '>', now)
    .executeTakeFirst();
}

/** Whoever is reading by one of these links has to open a new one. */
export async function deleteSessionsOfLinks(
  tx: Tx,
  municipalityId: string,
  linkIds: readonly string[],
): Promise<void> {
  if (linkIds.length === 0) return;
  await tx
    .deleteFrom('link_session')
    .where('municipality_id', '=', municipalityId)
    .where('link_id', 'in', linkIds)
    .execute();
}
