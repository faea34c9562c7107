import { randomUUID } from 'node:crypto';
import type { Tx } from '../database';
import { deleteSessionsOfLinks } from './link.repository';

/** What is wrong in a case's addresses, and what is right. */
export interface Correction {
  caseId: string;
  wrong: string;
  email: string;
  at: Date;
}

/**
 * Sends everything that went to one address of a case to another: letters that could not be delivered
 * and open questions too. Links that were mailed to the old address are dead. What the application
 * says stays. The caller holds the case's lock.
 */
export async function correctAddress(
  tx: Tx,
  municipalityId: string,
  correction: Correction,
): Promise<void> {
  const { caseId, wrong, email, at } = correction;
  await tx
    .insertInto('corrected_address')
    .values({
      id: randomUUID(),
      municipality_id: municipalityId,
      case_id: caseId,
      wrong_email: wrong,
      email,
      corrected_at: at,
    })
    .execute();
  await tx
    .updateTable('task')
    .set((set) => ({
      assignee_email: email,
      link_generation: set('link_generation', '+', 1),
    }))
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .where('assignee_email', '=', wrong)
    .where('state', 'in', ['open', 'waiting'])
    .execute();
  await tx
    .updateTable('party')
    .set({ coordinator_email: email })
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .where('coordinator_email', '=', wrong)
    .execute();
  await endMailedLinks(tx, municipalityId, correction);
}

/** Not the link on the receipt, which the sender was shown and nobody was mailed. */
async function endMailedLinks(
  tx: Tx,
  municipalityId: string,
  { caseId, wrong, at }: Correction,
): Promise<void> {
  const ended = await tx
    .updateTable('link')
    .set({ expires_at: at })
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .where('recipient_email', '=', wrong)
    .where('task_id', 'is', null)
    .where('issued_at', '>', (cases) =>
      cases
        .selectFrom('cases')
        .select('opened_at')
        .where('cases.municipality_id', '=', municipalityId)
        .where('cases.id', '=', caseId),
    )
    .returning('id')
    .execute();
  await deleteSessionsOfLinks(
    tx,
    municipalityId,
    ended.map(({ id }) => id),
  );
}

/** What has been corrected in a case: gives the address to use for one that it knows. */
export async function currentAddresses(
  tx: Tx,
  municipalityId: string,
  caseId: string,
): Promise<(email: string) => string> {
  const corrections = await tx
    .selectFrom('corrected_address')
    .select(['wrong_email', 'email'])
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .orderBy('position')
    .execute();
  return (email) =>
    corrections.reduce((now, each) => (each.wrong_email === now ? each.email : now), email);
}
