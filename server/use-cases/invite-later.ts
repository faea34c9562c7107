import type { Tx } from '../../database/database';
import type { Case } from '../../database/repositories/case.repository';
import { addRespondent, collectionsOf } from '../../database/repositories/collection.repository';
import { inviteOneMore, invitedTo } from '../../database/repositories/first-agreement.repository';
import { planLetter } from '../../database/repositories/letter.repository';
import { addToOutbox } from '../../database/repositories/outbox.repository';
import { endOfDay } from '../../domain/calendar';
import { DomainError } from '../../domain/errors';
import { isUnderWay, type Invited } from '../../domain/first-agreement/first-agreement';
import { firstAgreement } from '../../domain/processes/first-agreement';
import { comingMeetings } from './end-waiting';

/**
 * Invites one more organisation to the way to a first agreement: it gets the letter that all others got,
 * the survey while that is open, and an invitation to each meeting to come. The caller holds the case's
 * lock and tells the workflow to look. Throws `case.unknown`, `case.closed`, `case.busy` before all others
 * are invited, and `organisation.invited`.
 */
export async function inviteLater(
  tx: Tx,
  current: Case,
  { name, email, postal, language }: Invited,
  at: Date,
): Promise<void> {
  const { municipality_id: municipalityId, id: caseId } = current;
  if (current.process !== firstAgreement.name) throw new DomainError('case.unknown');
  if (!isUnderWay(current)) throw new DomainError('case.closed');
  if (!email && !postal) throw new DomainError('form.invalid', {}, { email: 'unreachable' });
  const invited = await invitedTo(tx, municipalityId, caseId);
  const last = invited.at(-1);
  if (!last) throw new DomainError('case.busy');
  const address = (email || postal || '').toLowerCase();
  if (invited.some((each) => (each.email || each.postal || '').toLowerCase() === address)) {
    throw new DomainError('organisation.invited');
  }
  const position = last.position + 1;
  const one = { name, email, ...(postal !== undefined && { postal }), language, position };
  const id = await inviteOneMore(tx, municipalityId, caseId, one, at);
  await planLetter(tx, municipalityId, {
    // As the workflow would name it, which writes to everybody once.
    ...{ case_id: caseId, task_id: null, letter_key: `firstInvited/${position}` },
    ...{ template: 'firstInvited', recipient_name: name, recipient_email: email, language },
    ...{ recipient_postal: postal ?? null },
    ...{ ordinal: 1, attachments: [], link: null, created_at: at },
  });
  await askToo(tx, current, { id, name }, at);
  for (const meeting of await comingMeetings(tx, current, at)) {
    await addToOutbox(tx, municipalityId, { caseId: meeting, kind: 'look', at });
  }
}

/** The survey while it is open: whoever has not been asked yet is asked when the workflow looks. */
async function askToo(
  tx: Tx,
  { municipality_id: municipalityId, id: caseId }: Case,
  { id, name }: { id: string; name: string },
  now: Date,
): Promise<void> {
  const open = (await collectionsOf(tx, municipalityId, caseId)).find(
    ({ closed_at: closed, deadline }) => closed === null && now < endOfDay(deadline),
  );
  if (!open) return;
  const key = { caseId, key: open.step_key };
  const respondent = { side: 'sector', kind: 'organisation', name } as const;
  const of = { party_id: null, office_id: null, invited_id: id };
  await addRespondent(tx, municipalityId, key, { ...respondent, ...of });
}
