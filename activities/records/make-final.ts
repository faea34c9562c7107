import {
  addDecisionEvent,
  decisionsOfCases,
  eventsOfTasks,
} from '../../database/repositories/decision.repository';
import { findMatter } from '../../database/repositories/matter.repository';
import { announceWord } from '../../database/repositories/outbox.repository';
import { stockholmDate } from '../../domain/calendar';
import { readDecision } from '../../domain/committees/decision';
import { beginCommissions } from './begin-commissions';
import type { Recording } from './record-steps';

/** Nobody can appeal what a body decided any more; the process that rests on it is told. */
export async function makeFinal(recording: Recording): Promise<void> {
  const { tx, current, at } = recording;
  const { municipality_id: municipalityId, id } = current;
  const decision = (await decisionsOfCases(tx, municipalityId, [id])).at(-1);
  if (!decision) throw new Error('decision.unknown');
  const stand = readDecision(await eventsOfTasks(tx, municipalityId, [decision.task_id]));
  // A court may have got it since the process looked: its word is the last one.
  if (stand.state === 'appealed' || stand.state === 'annulled') return;
  await addDecisionEvent(tx, municipalityId, {
    decision_id: decision.id,
    kind: 'final',
    day: stockholmDate(at),
    note: null,
    recorded_by: null,
    at,
  });
  const matter = await findMatter(tx, municipalityId, id);
  if (!matter) return;
  // Its record may have been corrected since the process looked, and nothing looks after this.
  await beginCommissions(recording, matter, decision);
  await announceWord(tx, municipalityId, { caseId: matter.parent_case_id, kind: 'look', at });
}
