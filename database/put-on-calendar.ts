import { dayAfter, noonOf, stockholmDate } from '../domain/calendar';
import type { Tx } from './database';
import { raiseAttention, resolveAttentionsAbout } from './repositories/attention.repository';
import { nextMeeting, type Meeting } from './repositories/committee.repository';
import { decisionsOfCases } from './repositories/decision.repository';
import { changeMatter, type Matter } from './repositories/matter.repository';

/** Under what a case says that its body has no meeting to deal with it at. */
const about = 'meeting';

/**
 * Puts the matter of a case on its body's next meeting: the first to come, and on a later day than the one
 * where it was tabled. Where the calendar has none, somebody is called to say when the body meets, until it
 * has one.
 */
export async function putOnCalendar(
  tx: Tx,
  matter: Matter,
  { caseId, at }: { caseId: string; at: Date },
): Promise<Meeting | undefined> {
  const { municipality_id: municipalityId, committee } = matter;
  const tabled = (await decisionsOfCases(tx, municipalityId, [caseId])).at(-1);
  const today = stockholmDate(at);
  const after = tabled ? dayAfter(noonOf(tabled.meeting_day), 1) : today;
  const from = after > today ? after : today;
  const meeting = await nextMeeting(tx, municipalityId, { committee, from });
  await changeMatter(tx, matter, { meeting_id: meeting?.id ?? null });
  if (meeting) {
    await resolveAttentionsAbout(tx, municipalityId, { caseId, about: [about], at });
  } else {
    const missing = { key: `${about}/${from}`, code: 'committee.noMeeting' };
    await raiseAttention(tx, municipalityId, { caseId, ...missing, at });
  }
  return meeting;
}
