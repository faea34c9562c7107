import type { Tx } from '../../database/database';
import { getCase } from '../../database/repositories/case.repository';
import { findCommittee } from '../../database/repositories/committee.repository';
import {
  decisionsOfCases,
  eventsOfRecord,
  eventsOfTasks,
} from '../../database/repositories/decision.repository';
import { circulationsOf, mattersOf } from '../../database/repositories/matter.repository';
import { getSubmission } from '../../database/repositories/submission.repository';
import type { BodyDecision } from '../../domain/api/shapes';
import type { CommitteeOutcome } from '../../domain/committees/committee';
import { readDecision } from '../../domain/committees/decision';
import type { Language } from '../../domain/language';

/** What asks for something else than was proposed. */
const changing: readonly CommitteeOutcome[] = [
  'supportWithChange',
  'approveWithChange',
  'referBack',
  'referBackByThird',
];

/** With whether a court has annulled it since. */
type RoundDecision = BodyDecision & { annulled: boolean };

interface Reading {
  municipalityId: string;
  caseId: string;
  language: Language;
}

/** What committees decided in a case's latest round that its request is to be changed by. */
export async function decisionsToFollow(tx: Tx, reading: Reading): Promise<BodyDecision[]> {
  const decisions = await decisionsOfLatestRound(tx, reading);
  return decisions
    .filter(({ outcome }) => changing.includes(outcome))
    .map(({ annulled: _, ...decision }) => decision);
}

/** What committees decided in a case's latest round, each by its last record and as it was called then. */
export async function decisionsOfLatestRound(
  tx: Tx,
  { municipalityId, caseId, language }: Reading,
): Promise<RoundDecision[]> {
  const last = (await circulationsOf(tx, municipalityId, caseId)).at(-1);
  if (!last) return [];
  const matters = await mattersOf(tx, municipalityId, { caseId, round: last.round_key });
  const cases = matters.flatMap(({ case_id: id }) => id ?? []);
  const decisions = await decisionsOfCases(tx, municipalityId, cases);
  const events = await eventsOfTasks(
    tx,
    municipalityId,
    decisions.map(({ task_id }) => task_id),
  );
  const views: RoundDecision[] = [];
  for (const decision of decisions) {
    const { committee: id, meeting_day: day } = decision;
    const body = await findCommittee(tx, municipalityId, { id, day });
    const { answers } = await getSubmission(tx, municipalityId, decision.submission_id);
    const reasons = answers['referralReasons'];
    views.push({
      name: body?.name[language] ?? id,
      number: (await getCase(tx, municipalityId, decision.case_id)).number,
      meetingOn: day,
      paragraph: decision.paragraph,
      outcome: decision.outcome,
      wording: typeof answers['wording'] === 'string' ? answers['wording'] : '',
      reasons: typeof reasons === 'string' ? reasons : null,
      annulled:
        readDecision(
          eventsOfRecord(
            events.filter(({ task_id }) => task_id === decision.task_id),
            decision.id,
          ),
        ).state === 'annulled',
    });
  }
  return views;
}
