import type { Insertable, Selectable } from 'kysely';
import type { Tx } from '../database';
import type { NewsletterTable } from '../tables';

export type Newsletter = Selectable<NewsletterTable>;

/** Keeps a newsletter as it was sent. */
export async function insertNewsletter(
  tx: Tx,
  municipalityId: string,
  { content, ...newsletter }: Omit<Newsletter, 'municipality_id'>,
): Promise<void> {
  await tx
    .insertInto('newsletter')
    .values({
      ...(newsletter satisfies Omit<Insertable<NewsletterTable>, 'municipality_id' | 'content'>),
      ...{ municipality_id: municipalityId, content: JSON.stringify(content) },
    })
    .execute();
}

/** Every newsletter that was sent, latest first. */
export function newslettersOf(tx: Tx, municipalityId: string): Promise<Newsletter[]> {
  return tx
    .selectFrom('newsletter')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .orderBy('published_at', 'desc')
    .orderBy('case_id')
    .execute();
}

export function findNewsletter(
  tx: Tx,
  municipalityId: string,
  caseId: string,
): Promise<Newsletter | undefined> {
  return tx
    .selectFrom('newsletter')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .executeTakeFirst();
}
