import { raiseAttention } from '../../database/repositories/attention.repository';
import { nextMeeting, type Meeting } from '../../database/repositories/committee.repository';
import { decisionsOfCases } from '../../database/repositories/decision.repository';
import { changeMatter, findMatter } from '../../database/repositories/matter.repository';
import { dayAfter, noonOf, stockholmDate } from '../../domain/calendar';
import type { Recording } from './record-steps';

/**
 * Puts a body's matter on its next meeting: after the one where it was tabled, otherwise the first to
 * come. Where the calendar has none, somebody has to say when the body meets.
 */
export async function putOnMeeting(recording: Recording): Promise<Meeting | undefined> {
  const { tx, current, at } = recording;
  const { municipality_id: municipalityId, id: caseId } = current;
  const matter = await findMatter(tx, municipalityId, caseId);
  if (!matter) throw new Error('matter.unknown');
  const tabled = (await decisionsOfCases(tx, municipalityId, [caseId])).at(-1);
  const today = stockholmDate(at);
  const after = tabled ? dayAfter(noonOf(tabled.meeting_day), 1) : today;
  const from = after > today ? after : today;
  const meeting = await nextMeeting(tx, municipalityId, { committee: matter.committee, from });
  await changeMatter(tx, matter, { meeting_id: meeting?.id ?? null });
  if (!meeting) {
    const attention = { caseId, key: `meeting/${from}`, code: 'committee.noMeeting', at };
    await raiseAttention(tx, municipalityId, attention);
  }
  return meeting;
}
