import type { Tx } from '../../database/database';
import { appendAudit } from '../../database/repositories/audit.repository';
import { plannedKey, plannedYears } from '../../database/repositories/budget.repository';
import { lockCase, reopenCase, type Case } from '../../database/repositories/case.repository';
import {
  findMistake,
  findTransaction,
  findTransactionByKey,
  recordMistake,
} from '../../database/repositories/ledger.repository';
import { officialNames } from '../../database/repositories/official.repository';
import { addToOutbox } from '../../database/repositories/outbox.repository';
import { hasLostGround } from '../../database/repositories/resting.repository';
import { settlementsOf } from '../../database/repositories/settlement.repository';
import type { MistakenReversalRequest } from '../../domain/api/ledger';
import { DomainError } from '../../domain/errors';
import type { Municipality } from '../../domain/municipality';
import type { Official } from '../../domain/officials';

/**
 * A reversal was a mistake: it stays, and the year it had taken back is posted anew by the process of its
 * transfer, which goes on where it had closed. Throws `ledger.unknown`, `ledger.mistakenBy` and, for what
 * cannot be posted anew, `ledger.notMistaken`.
 */
export async function undoReversal(
  tx: Tx,
  municipality: Municipality,
  id: string,
  { reason }: MistakenReversalRequest,
  { official, now }: { official: Official; now: Date },
): Promise<void> {
  const found = await findTransaction(tx, municipality.id, id);
  if (!found) throw new DomainError('ledger.unknown');
  if (found.kind !== 'reversal' || found.caseId === null || found.reverses === null)
    throw new DomainError('ledger.notMistaken');
  const transfer = await lockCase(tx, municipality.id, found.caseId);
  if (await isUndone(tx, municipality.id, id, official)) return;
  const year = await yearTakenBack(tx, transfer, found.reverses);
  const mistake = { reversalId: id, reason, recordedBy: official.subject };
  await recordMistake(tx, municipality.id, mistake);
  if (transfer.closed_at !== null) {
    await reopenCase(tx, transfer, { phase: 'post', state: 'awaitingDecision' });
  }
  await appendAudit(tx, municipality.id, transfer.id, {
    ...{ at: now, actor: 'official', event: 'reversalUndone' },
    details: { by: official.subject, year },
  });
  await addToOutbox(tx, municipality.id, { caseId: transfer.id, kind: 'look', at: now });
}

/** Said twice by one person it is said once; anybody else reads who was first. */
async function isUndone(
  tx: Tx,
  municipalityId: string,
  id: string,
  { subject }: Official,
): Promise<boolean> {
  const mistake = await findMistake(tx, municipalityId, id);
  if (!mistake || mistake.recordedBy === subject) return mistake !== undefined;
  const names = await officialNames(tx, municipalityId, [mistake.recordedBy]);
  const name = names.get(mistake.recordedBy) ?? mistake.recordedBy;
  throw new DomainError('ledger.mistakenBy', {}, {}, { name });
}

/** The year that was taken back, where it can be posted anew; a statement that has gone to sum must go on to. */
async function yearTakenBack(
  tx: Tx,
  { municipality_id: municipalityId, id: caseId, ending }: Case,
  takenBack: string,
): Promise<number> {
  const taken = await findTransaction(tx, municipalityId, takenBack);
  const of = taken?.kind === 'transfer' ? taken.entries[0]?.year : undefined;
  const planned = await plannedYears(tx, municipalityId, { caseId });
  const stand = planned.find(({ year, state }) => year === of && state === 'reversed');
  const key = stand && plannedKey(caseId, stand.year, stand.postings);
  const last = key && (await findTransactionByKey(tx, municipalityId, key));
  const isLost = ending !== null || (await hasLostGround(tx, municipalityId, caseId));
  if (of === undefined || last !== takenBack || isLost) throw new DomainError('ledger.notMistaken');
  const settlements = await settlementsOf(tx, municipalityId, caseId);
  if (settlements.some(({ year }) => year >= of)) throw new DomainError('ledger.notMistaken');
  return of;
}
