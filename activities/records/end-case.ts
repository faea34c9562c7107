import type { Tx } from '../../database/database';
import { appendAudit } from '../../database/repositories/audit.repository';
import { lockCase, stopCase, type Case } from '../../database/repositories/case.repository';
import { insertIntervention } from '../../database/repositories/intervention.repository';
import { announceWord } from '../../database/repositories/outbox.repository';
import { caseStand, closeRounds, readRounds } from '../../database/repositories/round.repository';
import { changeTask } from '../../database/repositories/task.repository';
import { act, changedTasks } from '../../domain/asking/stand';
import { translator } from '../../domain/texts';
import type { Recording } from './record-steps';

/**
 * Ends another case for a reason that its texts have, with what is open in it, and tells its process. One
 * that is over, or is just being decided, is left alone.
 */
export async function endCase(
  { tx, municipality, at }: Recording,
  otherId: string,
  reason: 'closing.partyEnded' | 'settlement.outdated',
): Promise<void> {
  const other = await lockCase(tx, municipality.id, otherId);
  const { municipality_id: municipalityId, id: caseId, process } = other;
  const rounds = await readRounds(tx, other);
  const before = caseStand(other, rounds);
  const result = act(before, { kind: 'end', how: 'cancelled' });
  if ('refused' in result) return;
  const { stand } = result;
  for (const { id, state } of changedTasks(before, stand)) {
    await changeTask(tx, municipalityId, id, { state, closed_at: at });
  }
  const closed = stand.rounds.filter(({ state }, i) => state !== before.rounds[i]?.state);
  await closeRounds(
    tx,
    other,
    closed.map(({ key }) => key),
    at,
  );
  await stopCase(tx, other, stand, at);
  const t = translator(municipality.defaultLanguage, 'document', process);
  const intervention = await insertIntervention(tx, municipalityId, {
    ...{ case_id: caseId, task_id: null, kind: 'cancel', actor: 'system', by: null, at },
    reason: t(reason),
  });
  const details = { intervention };
  await appendAudit(tx, municipalityId, caseId, {
    ...{ at, actor: 'system', event: 'cancelled', details },
  });
  await tell(tx, other, at);
}

/** Word to the other case's workflow, as after any intervention. */
async function tell(tx: Tx, { municipality_id, id: caseId }: Case, at: Date): Promise<void> {
  await announceWord(tx, municipality_id, { caseId, kind: 'look', at });
  await announceWord(tx, municipality_id, { caseId, kind: 'deliver', at });
}
