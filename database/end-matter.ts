import type { Tx } from './database';
import { appendAudit } from './repositories/audit.repository';
import { lockCase, stopCase } from './repositories/case.repository';
import type { Matter } from './repositories/matter.repository';
import { announceWord } from './repositories/outbox.repository';
import { caseStand, closeRounds, readRounds } from './repositories/round.repository';
import { changeTask } from './repositories/task.repository';
import { act, changedTasks } from '../domain/asking/stand';

/**
 * Ends a body's case that nobody needs any more, and has it told; one that it has dealt with goes on to
 * its end.
 */
export async function endMatter(
  tx: Tx,
  matter: Matter,
  at: Date,
  tell: (caseId: string) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const { municipality_id: municipalityId, case_id: caseId } = matter;
  if (caseId === null) return;
  const current = await lockCase(tx, municipalityId, caseId);
  if (current.closed_at !== null || current.phase.phase !== 'decide') return;
  const rounds = await readRounds(tx, current);
  const before = caseStand(current, rounds);
  const result = act(before, { kind: 'end', how: 'cancelled' });
  if ('refused' in result) return;
  for (const { id, state } of changedTasks(before, result.stand)) {
    await changeTask(tx, municipalityId, id, { state, closed_at: at });
  }
  const keys = rounds.filter(({ state }) => state === 'open').map(({ key }) => key);
  await closeRounds(tx, current, keys, at);
  await stopCase(tx, current, result.stand, at);
  await appendAudit(tx, municipalityId, caseId, { at, actor: 'system', event: 'cancelled' });
  await tell(caseId);
  await announceWord(tx, municipalityId, { caseId, kind: 'look', at });
}
