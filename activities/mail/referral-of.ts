import type { Tx } from '../../database/database';
import type { Case } from '../../database/repositories/case.repository';
import { findCommittee } from '../../database/repositories/committee.repository';
import { decisionsOfCases } from '../../database/repositories/decision.repository';
import { circulationsOf, mattersOf } from '../../database/repositories/matter.repository';
import { getSubmission } from '../../database/repositories/submission.repository';
import { isReferral } from '../../domain/committees/round';
import type { Language } from '../../domain/language';
import type { Referral } from './letters';

/** Which body has referred a case's matter back in its latest round; undefined where that is corrected since. */
export async function referralOf(
  tx: Tx,
  { municipality_id: municipalityId, id: caseId }: Case,
  language: Language,
): Promise<Referral | undefined> {
  const last = (await circulationsOf(tx, municipalityId, caseId)).at(-1);
  if (!last) return undefined;
  const matters = await mattersOf(tx, municipalityId, { caseId, round: last.round_key });
  const cases = matters.flatMap(({ case_id: id }) => id ?? []);
  const decisions = await decisionsOfCases(tx, municipalityId, cases);
  const back = decisions.find(({ outcome }) => isReferral(outcome));
  if (!back) return undefined;
  const { committee, meeting_day: day, submission_id: submission } = back;
  const body = await findCommittee(tx, municipalityId, { id: committee, day });
  const { referralReasons: reasons } = (await getSubmission(tx, municipalityId, submission))
    .answers;
  return {
    committee,
    name: body?.name[language] ?? committee,
    reasons: typeof reasons === 'string' ? reasons : '',
  };
}
