import { randomUUID } from 'node:crypto';
import type { Insertable, Selectable } from 'kysely';
import type { Tx } from '../database';
import type { LetterTable } from '../tables';

export type Letter = Selectable<LetterTable>;

type NewLetter = Omit<
  Insertable<LetterTable>,
  'id' | 'municipality_id' | 'state' | 'failure_code' | 'sent_at' | 'attachments'
> & { attachments: readonly string[] };

/** Plans a letter; a letter with the same key in the case is planned once. */
export async function planLetter(tx: Tx, municipalityId: string, letter: NewLetter): Promise<void> {
  await tx
    .insertInto('letter')
    .values({
      ...letter,
      attachments: JSON.stringify(letter.attachments),
      id: randomUUID(),
      municipality_id: municipalityId,
      failure_code: null,
      sent_at: null,
    })
    .onConflict((conflict) => conflict.columns(['case_id', 'letter_key']).doNothing())
    .execute();
}

export function pendingLetters(tx: Tx, municipalityId: string, caseId: string): Promise<Letter[]> {
  return tx
    .selectFrom('letter')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .where('state', '=', 'pending')
    .orderBy('position')
    .execute();
}

/** What became of a pending letter; returns false for one that is settled already. */
export async function settleLetter(
  tx: Tx,
  municipalityId: string,
  id: string,
  outcome: { state: 'sent'; at: Date } | { state: 'failed'; code: string },
): Promise<boolean> {
  const result = await tx
    .updateTable('letter')
    .set(
      outcome.state === 'sent'
        ? { state: 'sent', sent_at: outcome.at }
        : { state: 'failed', failure_code: outcome.code },
    )
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .where('state', '=', 'pending')
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** When the first letter with a link to a task was accepted for delivery. */
export async function firstLinkSentAt(
  tx: Tx,
  municipalityId: string,
  taskId: string,
): Promise<Date | undefined> {
  const row = await tx
    .selectFrom('letter')
    .select('sent_at')
    .where('municipality_id', '=', municipalityId)
    .where('task_id', '=', taskId)
    .where('link', '=', 'task')
    .where('sent_at', 'is not', null)
    .orderBy('sent_at')
    .limit(1)
    .executeTakeFirst();
  return row?.sent_at ?? undefined;
}

/** Every letter of a case in the order they were planned. */
export function lettersOfCase(tx: Tx, municipalityId: string, caseId: string): Promise<Letter[]> {
  return tx
    .selectFrom('letter')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .orderBy('position')
    .execute();
}
