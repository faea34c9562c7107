import {
  addDecisionEvent,
  decisionsOfCases,
} from '../../database/repositories/decision.repository';
import { findMatter } from '../../database/repositories/matter.repository';
import { announceWord } from '../../database/repositories/outbox.repository';
import { stockholmDate } from '../../domain/calendar';
import type { Recording } from './record-steps';

/** Nobody can appeal what a body decided any more; the process that rests on it is told. */
export async function makeFinal({ tx, current, at }: Recording): Promise<void> {
  const { municipality_id: municipalityId, id } = current;
  const decision = (await decisionsOfCases(tx, municipalityId, [id])).at(-1);
  if (!decision) throw new Error('decision.unknown');
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
  await announceWord(tx, municipalityId, { caseId: matter.parent_case_id, kind: 'look', at });
}
