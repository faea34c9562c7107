import { randomUUID } from 'node:crypto';
import type { Insertable, Selectable } from 'kysely';
import type { Tx } from '../database';
import { canComeBack, letterStates } from '../../domain/letters';
import type { LetterTable } from '../tables';

export type Letter = Selectable<LetterTable>;

type NewLetter = Omit<
  Insertable<LetterTable>,
  | 'id'
  | 'municipality_id'
  | 'state'
  | 'failure_code'
  | 'sent_at'
  | 'document_id'
  | 'posted_at'
  | 'posted_by'
  | 'bounce_text'
  | 'attachments'
> & { attachments: readonly string[] };

/** Plans a letter; a letter with the same key in the case is planned once. */
export async function planLetter(tx: Tx, municipalityId: string, letter: NewLetter): Promise<void> {
  await planLetters(tx, municipalityId, [letter]);
}

/** The same for several letters, which go in this order. */
export async function planLetters(
  tx: Tx,
  municipalityId: string,
  letters: readonly NewLetter[],
): Promise<void> {
  if (letters.length === 0) return;
  await tx
    .insertInto('letter')
    .values(
      letters.map((letter) => ({
        ...letter,
        attachments: JSON.stringify(letter.attachments),
        id: randomUUID(),
        municipality_id: municipalityId,
        failure_code: null,
        sent_at: null,
      })),
    )
    .onConflict((conflict) => conflict.columns(['case_id', 'letter_key']).doNothing())
    .execute();
}

/** The next letters of a case that are to go, in the order they were planned, from a place on. */
export function pendingLetters(
  tx: Tx,
  municipalityId: string,
  caseId: string,
  { after, limit }: { after: number; limit: number },
): Promise<Letter[]> {
  return tx
    .selectFrom('letter')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .where('state', '=', 'pending')
    .where('position', '>', after)
    .orderBy('position')
    .limit(limit)
    .execute();
}

/** The letter that asked somebody first. */
export function letterThatAsked(
  tx: Tx,
  municipalityId: string,
  { taskId, template }: { taskId: string; template: string },
): Promise<Letter | undefined> {
  return tx
    .selectFrom('letter')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('task_id', '=', taskId)
    .where('template', '=', template)
    .orderBy('position')
    .limit(1)
    .executeTakeFirst();
}

/** How many letters of a template were planned for a task since an instant. */
export async function countLetters(
  tx: Tx,
  municipalityId: string,
  { taskId, template, since }: { taskId: string; template: string; since: Date },
): Promise<number> {
  const { count } = await tx
    .selectFrom('letter')
    .select((select) => select.fn.countAll().as('count'))
    .where('municipality_id', '=', municipalityId)
    .where('task_id', '=', taskId)
    .where('template', '=', template)
    .where('created_at', '>', since)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** What became of a pending letter; returns false for one that is settled already. */
export async function settleLetter(
  tx: Tx,
  municipalityId: string,
  id: string,
  outcome:
    | { state: 'sent'; at: Date }
    | { state: 'failed'; code: string }
    | { state: 'toPost'; documentId: string }
    | { state: 'dropped' },
): Promise<boolean> {
  const result = await tx
    .updateTable('letter')
    .set(settledValues(outcome))
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .where('state', '=', 'pending')
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** A letter that was thought to have arrived came back; returns false for one of which that cannot be. */
export async function returnLetter(
  tx: Tx,
  municipalityId: string,
  id: string,
  { code, text = null }: { code: string; text?: string | null },
): Promise<boolean> {
  const result = await tx
    .updateTable('letter')
    .set({ state: 'failed', failure_code: code, bounce_text: text })
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .where('state', 'in', letterStates.filter(canComeBack))
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

type Settlement = Parameters<typeof settleLetter>[3];

function settledValues(outcome: Settlement) {
  switch (outcome.state) {
    case 'sent':
      return { state: outcome.state, sent_at: outcome.at };
    case 'failed':
      return { state: outcome.state, failure_code: outcome.code };
    case 'toPost':
      return { state: outcome.state, document_id: outcome.documentId };
    case 'dropped':
      return { state: outcome.state };
  }
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

export function findLetter(
  tx: Tx,
  municipalityId: string,
  id: string,
): Promise<Letter | undefined> {
  return tx
    .selectFrom('letter')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Says that a printed letter has been posted, or with null that it has not after all. */
export async function markPosted(
  tx: Tx,
  municipalityId: string,
  id: string,
  posted: { at: Date; by: string } | null,
): Promise<void> {
  await tx
    .updateTable('letter')
    .set({
      state: posted ? 'posted' : 'toPost',
      posted_at: posted?.at ?? null,
      posted_by: posted?.by ?? null,
    })
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .execute();
}

/** Letters on paper that wait to be posted, oldest first, with their cases; those posted lately with `postedSince`. */
export function lettersOnPaper(tx: Tx, municipalityId: string, postedSince?: Date) {
  const letters = tx
    .selectFrom('letter')
    .innerJoin('cases', 'cases.id', 'letter.case_id')
    .selectAll('letter')
    .select(['cases.number as case_number', 'cases.organisation_name'])
    .where('letter.municipality_id', '=', municipalityId)
    .where('cases.municipality_id', '=', municipalityId);
  return postedSince
    ? letters
        .where('letter.state', '=', 'posted')
        .where('letter.posted_at', '>=', postedSince)
        .orderBy('letter.posted_at', 'desc')
        .orderBy('letter.position')
        .execute()
    : letters
        .where('letter.state', '=', 'toPost')
        .orderBy('letter.created_at')
        .orderBy('letter.position')
        .execute();
}

/**
 * A letter that came back has arrived after all; returns false for one that never went or is dealt with. What
 * a person read to know is forgotten.
 */
export async function takeAsArrived(tx: Tx, municipalityId: string, id: string): Promise<boolean> {
  const result = await tx
    .updateTable('letter')
    .set({ state: 'sent', failure_code: null, bounce_text: null })
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .where('state', '=', 'failed')
    .where('sent_at', 'is not', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Plans a letter that could not be delivered once more: to the same address, another one, or by post. */
export async function planAgain(
  tx: Tx,
  municipalityId: string,
  id: string,
  to: { email?: string; postal?: string | null } = {},
): Promise<void> {
  await tx
    .updateTable('letter')
    .set({
      state: 'pending',
      failure_code: null,
      bounce_text: null,
      ...(to.email !== undefined && { recipient_email: to.email }),
      ...(to.postal !== undefined && { recipient_postal: to.postal }),
    })
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .execute();
}
