import type { Tx } from '../../database/database';
import {
  raiseAttention,
  resolveAttentions,
} from '../../database/repositories/attention.repository';
import { getCase } from '../../database/repositories/case.repository';
import { commissionsOf } from '../../database/repositories/commission.repository';
import type { CommitteeDecision } from '../../database/repositories/decision.repository';
import type { DecisionEventKind } from '../../domain/committees/decision-events';

const stopped = 'decision.stayed';
const undone = 'decision.annulled';

interface Meaning {
  flag?: string;
  /** Of a task that a person has ended meanwhile. */
  flagEnded?: string;
  over: readonly string[];
}

/** What a court's word means to the tasks that a decision has given: flagged, or not any more. */
const meanings: Partial<Record<DecisionEventKind, Meaning>> = {
  stayed: { flag: stopped, over: [] },
  annulled: { flag: undone, over: [stopped] },
  restored: { flagEnded: 'decision.restored', over: [undone] },
  stayLifted: { over: [stopped] },
  upheld: { over: [stopped] },
};

/**
 * Says at each open task of an office what a court has said of the decision that gave it, also when the
 * committee's own case has ended.
 */
export async function flagCommissions(
  tx: Tx,
  { municipality_id: municipalityId, case_id: matter, task_id: task }: CommitteeDecision,
  kind: DecisionEventKind,
  at: Date,
): Promise<void> {
  const meaning = meanings[kind];
  if (!meaning) return;
  const { over } = meaning;
  const given = await commissionsOf(tx, municipalityId, [matter]);
  for (const { case_id: caseId } of given.filter(({ task_id }) => task_id === task)) {
    await resolveAttentions(tx, municipalityId, { caseId, keys: over, at });
    const { closed_at: closed, ending } = await getCase(tx, municipalityId, caseId);
    const flag = closed === null ? meaning.flag : ending === null ? undefined : meaning.flagEnded;
    if (flag === undefined) continue;
    await raiseAttention(tx, municipalityId, { caseId, key: flag, code: flag, at });
  }
}
