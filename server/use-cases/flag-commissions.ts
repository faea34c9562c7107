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

/** What a court's word means to the tasks that a decision has given: flagged, or not any more. */
const meanings: Partial<Record<DecisionEventKind, { flag?: string; over: readonly string[] }>> = {
  stayed: { flag: stopped, over: [] },
  annulled: { flag: 'decision.annulled', over: [stopped] },
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
  const { flag, over } = meaning;
  const given = await commissionsOf(tx, municipalityId, [matter]);
  for (const { case_id: caseId } of given.filter(({ task_id }) => task_id === task)) {
    await resolveAttentions(tx, municipalityId, { caseId, keys: over, at });
    const { closed_at: closed } = await getCase(tx, municipalityId, caseId);
    if (flag === undefined || closed !== null) continue;
    await raiseAttention(tx, municipalityId, { caseId, key: flag, code: flag, at });
  }
}
