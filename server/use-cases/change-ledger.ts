import type { Tx } from '../../database/database';
import { adoptBudget } from '../../database/repositories/budget.repository';
import {
  findTransaction,
  reverseTransaction,
  type LedgerTransaction,
} from '../../database/repositories/ledger.repository';
import { hasLostGround } from '../../database/repositories/resting.repository';
import { settlementsOf } from '../../database/repositories/settlement.repository';
import type { BudgetRequest, ReversalRequest } from '../../domain/api/ledger';
import { stockholmDate } from '../../domain/calendar';
import { DomainError } from '../../domain/errors';
import type { Municipality } from '../../domain/municipality';
import type { Official } from '../../domain/officials';
import { accountOf, bookOf } from './ledger-statement';

/** Who changes the ledger, and when. */
interface Actor {
  official: Official;
  now: Date;
}

/** Records what the council has decided that a committee has in a year. */
export async function recordBudget(
  tx: Tx,
  municipality: Municipality,
  { kronor, ...budget }: BudgetRequest,
  { official }: Actor,
): Promise<{ version: number }> {
  const book = bookOf(municipality);
  accountOf(book, budget.committee);
  const recorded = { ...budget, ore: kronor * 100, recordedBy: official.subject };
  return adoptBudget(tx, municipality.id, recorded, book);
}

/** Takes a transaction back by a decision of its own; a budget is changed by a new version instead. */
export async function reversePosted(
  tx: Tx,
  municipality: Municipality,
  id: string,
  { decision }: ReversalRequest,
  { official, now }: Actor,
): Promise<{ id: string }> {
  const found = await findTransaction(tx, municipality.id, id);
  if (!found) throw new DomainError('ledger.unknown');
  if (found.kind === 'budget') throw new DomainError('ledger.notReversible');
  await refuseSettled(tx, municipality, found);
  const reversal = {
    id,
    key: { caseId: found.caseId, phase: 'reverse', step: id },
    postedOn: stockholmDate(now),
    decision,
    recordedBy: official.subject,
  };
  return reverseTransaction(tx, municipality.id, reversal, bookOf(municipality));
}

/**
 * What a settlement rests on, or has posted, stays: its statement must go on to sum. Where the transfer's
 * own decision does not hold there will be no statement, and everything can be undone (KL 13:15).
 */
async function refuseSettled(
  tx: Tx,
  { id: municipalityId }: Municipality,
  { caseId, entries }: NonNullable<LedgerTransaction>,
): Promise<void> {
  if (caseId === null) return;
  const settlements = await settlementsOf(tx, municipalityId, caseId);
  const years = new Set(entries.map(({ year }) => year));
  if (!settlements.some(({ year }) => years.has(year))) return;
  if (!(await hasLostGround(tx, municipalityId, caseId))) throw new DomainError('ledger.settled');
}
