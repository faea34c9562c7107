import type { Tx } from '../../database/database';
import type { Case } from '../../database/repositories/case.repository';
import {
  collectionsOf,
  moveCollection,
  moveRespondents,
} from '../../database/repositories/collection.repository';
import { daysBetween, movedReminders, stockholmDate } from '../../domain/calendar';
import { DomainError } from '../../domain/errors';

/**
 * Gives all of the many who are asked at once another last day (`YYYY-MM-DD`), later or sooner; today closes
 * it tonight. Reminders to come move along. The caller holds the case's lock. Throws `collection.closed`,
 * `case.closed`, `case.paused` and `deadline.past`.
 */
export async function moveClosing(
  tx: Tx,
  current: Case,
  deadline: string,
  now: Date,
): Promise<void> {
  const { municipality_id: municipalityId, id: caseId } = current;
  if (current.closed_at ?? current.ending) throw new DomainError('case.closed');
  if (current.paused_at) throw new DomainError('case.paused');
  if (deadline < stockholmDate(now)) throw new DomainError('deadline.past');
  const open = (await collectionsOf(tx, municipalityId, caseId)).find((each) => !each.closed_at);
  if (!open) throw new DomainError('collection.closed');
  const key = { caseId, key: open.step_key };
  const days = daysBetween(open.deadline, deadline);
  const remindAt = movedReminders(open.remind_at, days, deadline, now);
  await moveCollection(tx, municipalityId, key, { deadline, remindAt });
  await moveRespondents(tx, municipalityId, key, deadline);
}
