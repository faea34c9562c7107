import { randomUUID } from 'node:crypto';
import type { Official } from '../../domain/officials';
import type { Tx } from '../database';
import { sha256 } from '../fingerprint';
import { newSecret } from '../secret';

/** Remembers who signs in, under the name they have today, and opens their session: its secret is the answer. */
export async function openOfficialSession(
  tx: Tx,
  municipalityId: string,
  { subject, name, email, roles }: Official,
  { openedAt, expiresAt }: { openedAt: Date; expiresAt: Date },
): Promise<string> {
  const known = { name, email, last_seen_at: openedAt };
  await tx
    .insertInto('official')
    .values({ municipality_id: municipalityId, subject, ...known })
    .onConflict((conflict) => conflict.columns(['municipality_id', 'subject']).doUpdateSet(known))
    .execute();
  const secret = newSecret();
  await tx
    .insertInto('official_session')
    .values({
      id: randomUUID(),
      municipality_id: municipalityId,
      subject,
      roles: JSON.stringify(roles),
      secret_sha256: sha256(secret),
      opened_at: openedAt,
      expires_at: expiresAt,
    })
    .execute();
  return secret;
}

/** Who a session's secret belongs to, unless the session has ended. */
export function findOfficialBySession(
  tx: Tx,
  municipalityId: string,
  secret: string,
  now: Date,
): Promise<Official | undefined> {
  return tx
    .selectFrom('official_session')
    .innerJoin('official', 'official.subject', 'official_session.subject')
    .select(['official.subject', 'official.name', 'official.email', 'official_session.roles'])
    .where('official_session.municipality_id', '=', municipalityId)
    .where('official.municipality_id', '=', municipalityId)
    .where('official_session.secret_sha256', '=', sha256(secret))
    .where('official_session.expires_at', '>', now)
    .executeTakeFirst();
}

/** Ends the session of a secret, and forgets all that have ended by themselves. */
export async function endOfficialSessions(
  tx: Tx,
  municipalityId: string,
  now: Date,
  secret?: string,
): Promise<void> {
  await tx
    .deleteFrom('official_session')
    .where('municipality_id', '=', municipalityId)
    .where((where) =>
      where.or([
        where('expires_at', '<=', now),
        ...(secret === undefined ? [] : [where('secret_sha256', '=', sha256(secret))]),
      ]),
    )
    .execute();
}

/** The names of officials, by subject. */
/** Somebody who has signed in here at some time. */
export function findOfficial(tx: Tx, municipalityId: string, subject: string) {
  return tx
    .selectFrom('official')
    .select(['subject', 'name', 'email'])
    .where('municipality_id', '=', municipalityId)
    .where('subject', '=', subject)
    .executeTakeFirst();
}

export async function officialNames(
  tx: Tx,
  municipalityId: string,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (subjects.length === 0) return new Map();
  const rows = await tx
    .selectFrom('official')
    .select(['subject', 'name'])
    .where('municipality_id', '=', municipalityId)
    .where('subject', 'in', subjects)
    .execute();
  return new Map(rows.map(({ subject, name }) => [subject, name]));
}
