import { getCase } from '../../database/repositories/case.repository';
import { findCommittee } from '../../database/repositories/committee.repository';
import { decisionsOfCases } from '../../database/repositories/decision.repository';
import {
  circulationsOf,
  mattersOf,
  type Matter,
} from '../../database/repositories/matter.repository';
import { getSubmission } from '../../database/repositories/submission.repository';
import type { CommitteeOutcome } from '../../domain/committees/committee';
import { translator } from '../../domain/texts';
import type { Recording } from './record-steps';

/** What another body has decided about a matter before it comes to the next one. */
export interface EarlierDecision {
  /** Its id. */
  decision: string;
  /** As it stands among the documents that the next body decides on. */
  line: string;
  wording: string;
  /** The body whose proposal it is: a working committee prepares for its committee (003). */
  isFor: string | undefined;
}

const supports: readonly CommitteeOutcome[] = ['support', 'supportWithChange'];

/** What bodies have decided about a body's matter before its turn came, in the order they decided. */
export async function earlierDecisions(
  recording: Recording,
  matter: Matter,
): Promise<EarlierDecision[]> {
  const { tx, municipality, current, processes } = recording;
  const language = municipality.defaultLanguage;
  const t = translator(language, 'document');
  const cases: string[] = [];
  for (const { round_key: round } of await circulationsOf(tx, municipality.id, current.id)) {
    const matters = await mattersOf(tx, municipality.id, { caseId: current.id, round });
    cases.push(...matters.flatMap(({ case_id: id }) => id ?? []));
  }
  const decisions = await decisionsOfCases(tx, municipality.id, cases);
  const found: EarlierDecision[] = [];
  for (const each of decisions.filter(({ outcome }) => outcome !== 'table')) {
    const { committee: id, meeting_day: day, outcome, paragraph } = each;
    const body = await findCommittee(tx, municipality.id, { id, day });
    const { number } = await getCase(tx, municipality.id, each.case_id);
    const { answers } = await getSubmission(tx, municipality.id, each.submission_id);
    const own = municipality.committees?.find((committee) => committee.id === id);
    // What a transfer comes to is in its request, not in anybody's words.
    const prepares = supports.includes(outcome) && !processes.get(current.process).followsChanges;
    found.push({
      decision: each.id,
      line: t('matter.earlier', {
        ...{ committee: body?.name[language] ?? id, day, paragraph, number },
        outcome: translator(language, 'common')(`committees.outcomes.${outcome}`),
      }),
      wording: typeof answers['wording'] === 'string' ? answers['wording'] : matter.proposal,
      isFor: prepares ? own?.preparesFor : undefined,
    });
  }
  return found;
}
