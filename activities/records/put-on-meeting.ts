import { putOnCalendar } from '../../database/put-on-calendar';
import type { Meeting } from '../../database/repositories/committee.repository';
import { findMatter } from '../../database/repositories/matter.repository';
import type { Recording } from './record-steps';

/** Puts a body's matter on its next meeting, from when its days are counted; undefined where it has none. */
export async function putOnMeeting({ tx, current, at }: Recording): Promise<Meeting | undefined> {
  const { municipality_id: municipalityId, id: caseId } = current;
  const matter = await findMatter(tx, municipalityId, caseId);
  if (!matter) throw new Error('matter.unknown');
  return putOnCalendar(tx, matter, { caseId, at });
}
