import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import { refusalKey } from '../../domain/letters';
import type { Tx } from '../database';
import type { MendingTable } from '../tables';
import type { Letter } from './letter.repository';
import { addToOutbox } from './outbox.repository';

export type Mending = Selectable<MendingTable>;

/** Letters of a case did not arrive: there is one task to see to them all. Its process is told to look. */
export async function openMending(
  tx: Tx,
  municipalityId: string,
  { caseId, at }: { caseId: string; at: Date },
): Promise<void> {
  await tx
    .insertInto('mending')
    .values({
      ...{ id: randomUUID(), municipality_id: municipalityId, case_id: caseId, opened_at: at },
      ...{ deadline: null, remind_at: null, told: '[]', last_moment: null, closed_at: null },
    })
    .onConflict((conflict) => conflict.column('case_id').where('closed_at', 'is', null).doNothing())
    .execute();
  await wakeMending(tx, municipalityId, { caseId, at });
}

/** Something has become of letters that did not arrive: whoever looks after them looks again. */
export async function wakeMending(
  tx: Tx,
  municipalityId: string,
  { caseId, at }: { caseId: string; at: Date },
): Promise<void> {
  const open = await findOpenMending(tx, municipalityId, caseId);
  if (open) await addToOutbox(tx, municipalityId, { mendingId: open.id, kind: 'look', at });
}

export function findOpenMending(
  tx: Tx,
  municipalityId: string,
  caseId: string,
): Promise<Mending | undefined> {
  return tx
    .selectFrom('mending')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
}

/** Nobody else looks at it until the transaction ends. */
export function lockMending(
  tx: Tx,
  municipalityId: string,
  id: string,
): Promise<Mending | undefined> {
  return tx
    .selectFrom('mending')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function changeMending(
  tx: Tx,
  municipalityId: string,
  id: string,
  values: Partial<Pick<Mending, 'deadline' | 'last_moment' | 'closed_at'>> & {
    remind_at?: readonly number[];
    told?: readonly string[];
  },
): Promise<void> {
  const { remind_at: remindAt, told, ...rest } = values;
  await tx
    .updateTable('mending')
    .set({
      ...rest,
      ...(remindAt && { remind_at: JSON.stringify(remindAt) }),
      ...(told && { told: JSON.stringify(told) }),
    })
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .execute();
}

/** The ids of those that nobody has seen to yet. */
export async function openMendings(tx: Tx, municipalityId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('mending')
    .select('id')
    .where('municipality_id', '=', municipalityId)
    .where('closed_at', 'is', null)
    .execute();
  return rows.map(({ id }) => id);
}

/** A letter that did not arrive and that nobody has seen to. */
export type RefusedLetter = Pick<
  Letter,
  'letter_key' | 'task_id' | 'recipient_email' | 'template' | 'failure_code'
>;

/** Letters of a case that did not arrive and that nobody has seen to, oldest first. */
export async function refusedLetters(
  tx: Tx,
  municipalityId: string,
  caseId: string,
): Promise<RefusedLetter[]> {
  const raised = await tx
    .selectFrom('attention')
    .select('attention_key')
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .where('resolved_at', 'is', null)
    .execute();
  const open = new Set(raised.map(({ attention_key: key }) => key));
  const failed = await tx
    .selectFrom('letter')
    .select(['letter_key', 'task_id', 'recipient_email', 'template', 'failure_code'])
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .where('state', '=', 'failed')
    .orderBy('position')
    .execute();
  return failed.filter(({ letter_key: key }) => open.has(refusalKey(key)));
}

/** Whether letters of a case are still to be sent. */
export async function isSending(tx: Tx, municipalityId: string, caseId: string): Promise<boolean> {
  const pending = await tx
    .selectFrom('letter')
    .select('id')
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .where('state', '=', 'pending')
    .limit(1)
    .executeTakeFirst();
  return pending !== undefined;
}
