import { randomUUID } from 'node:crypto';
import { sql, type Selectable } from 'kysely';
import type { Language } from '../../domain/language';
import type { Tx } from '../database';
import type { ForumRegistrationTable } from '../tables';

export type ForumRegistration = Selectable<ForumRegistrationTable>;

/** What somebody says who registers for a forum. */
export interface NewRegistration {
  caseId: string;
  name: string;
  email: string;
  organisation: string | null;
  language: Language;
  needs: string | null;
  interpretation: string | null;
  at: Date;
}

/**
 * Keeps who comes to a forum. The same address again changes what it has said; `isNew` tells whether it
 * is there for the first time.
 */
export async function register(
  tx: Tx,
  municipalityId: string,
  { caseId, name, email, organisation, language, needs, interpretation, at }: NewRegistration,
): Promise<{ id: string; isNew: boolean }> {
  const said = { name, email, organisation, language, needs, interpretation };
  const id = randomUUID();
  const kept = await tx
    .insertInto('forum_registration')
    .values({
      ...{ ...said, id, municipality_id: municipalityId, case_id: caseId },
      ...{ email_key: email.toLowerCase(), registered_at: at },
    })
    .onConflict((conflict) => conflict.columns(['case_id', 'email_key']).doUpdateSet(said))
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id: kept.id, isNew: kept.id === id };
}

/** Who has registered for a forum, in the order they did; whoever was forgotten is left out. */
export function registrationsOf(
  tx: Tx,
  municipalityId: string,
  caseId: string,
): Promise<ForumRegistration[]> {
  return tx
    .selectFrom('forum_registration')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .where('email', '<>', '')
    .orderBy('registered_at')
    .orderBy('id')
    .execute();
}

/** The forum has been, or will not be. */
export async function forgetNeeds(tx: Tx, municipalityId: string, caseId: string): Promise<void> {
  await tx
    .updateTable('forum_registration')
    .set({ needs: null, interpretation: null })
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .execute();
}

/**
 * Nobody is named any more who had registered for a forum whose case was closed by then: neither in the
 * registration, nor in the letters about it. That somebody had is still known. Returns how many were.
 */
export async function forgetRegistrations(
  tx: Tx,
  municipalityId: string,
  closedBy: Date,
): Promise<number> {
  const old = await tx
    .selectFrom('forum_registration')
    .innerJoin('cases', 'cases.id', 'forum_registration.case_id')
    .select(['forum_registration.id', 'forum_registration.case_id'])
    .where('forum_registration.municipality_id', '=', municipalityId)
    .where('forum_registration.email', '<>', '')
    .where('cases.closed_at', '<=', closedBy)
    .execute();
  for (const { id, case_id: caseId } of old) {
    await tx
      .updateTable('letter')
      .set({ recipient_name: '', recipient_email: '', recipient_postal: null, bounce_text: null })
      .where('municipality_id', '=', municipalityId)
      .where('case_id', '=', caseId)
      .where(sql<boolean>`letter_key like ${`%registered/${id}`}`)
      .execute();
    await tx
      .updateTable('forum_registration')
      .set({ name: '', email: '', email_key: id, organisation: null })
      .set({ needs: null, interpretation: null })
      .where('municipality_id', '=', municipalityId)
      .where('id', '=', id)
      .execute();
  }
  return old.length;
}
