import type { Tx } from '../../database/database';
import { auditOfCase } from '../../database/repositories/audit.repository';
import type { Case } from '../../database/repositories/case.repository';
import { findOfficial } from '../../database/repositories/official.repository';
import { tasksOfCase } from '../../database/repositories/task.repository';
import { DomainError } from '../../domain/errors';
import type { Official } from '../../domain/officials';
import type { TaskKind } from '../../domain/process';

/** What is answered with the request itself, changed or completed. */
const changesRequest: readonly string[] = ['adjust', 'complete'] satisfies TaskKind[];

/**
 * Nobody approves what they have requested: begun, or changed or completed when it was sent back, by a link
 * or from paper; throws `task.ownRequest`.
 */
export async function refuseOwnRequest(
  tx: Tx,
  { municipality_id: municipalityId, id }: Pick<Case, 'municipality_id' | 'id'>,
  official: Official,
): Promise<void> {
  const changed = (await tasksOfCase(tx, municipalityId, id)).filter(
    ({ kind, state }) => changesRequest.includes(kind) && state === 'answered',
  );
  const audit = await auditOfCase(tx, municipalityId, id);
  // Whoever only gave somebody more time, or asked somebody else, has requested nothing.
  const entries = audit.filter(
    ({ details }, i) =>
      i === 0 || (!details['intervention'] && changed.some((task) => task.id === details['task'])),
  );
  const subjects = new Set(entries.map(({ details }) => String(details['by'] ?? '')));
  const emails = changed.map(({ assignee_email: email }) => email);
  if (await isOneOf(tx, municipalityId, official, { subjects, emails }))
    throw new DomainError('task.ownRequest');
}

/** Whether an official is among these people, also with another sign-in that has the same mailbox. */
export async function isOneOf(
  tx: Tx,
  municipalityId: string,
  official: Official,
  { subjects, emails = [] }: { subjects: ReadonlySet<string>; emails?: readonly string[] },
): Promise<boolean> {
  if (subjects.has(official.subject)) return true;
  const mailboxes = new Set(emails.map((email) => email.toLowerCase()));
  for (const subject of subjects) {
    const other = await findOfficial(tx, municipalityId, subject);
    if (other) mailboxes.add(other.email.toLowerCase());
  }
  const own = official.email.toLowerCase();
  return own !== '' && mailboxes.has(own);
}
