import type { Tx } from '../../database/database';
import { appendAudit } from '../../database/repositories/audit.repository';
import { resolveAttentionsAbout } from '../../database/repositories/attention.repository';
import {
  adoptBudget,
  budgetVersions,
  plannedYears,
  wakeForMoney,
} from '../../database/repositories/budget.repository';
import { lockCase } from '../../database/repositories/case.repository';
import {
  findTransaction,
  findReversal,
  findTransactionByKey,
  reverseTransaction,
  type LedgerTransaction,
} from '../../database/repositories/ledger.repository';
import { officialNames } from '../../database/repositories/official.repository';
import { addToOutbox } from '../../database/repositories/outbox.repository';
import { resettleYears } from '../../database/resettle-years';
import { hasLostGround } from '../../database/repositories/resting.repository';
import { settlementsOf } from '../../database/repositories/settlement.repository';
import type { BudgetRequest, ReversalRequest } from '../../domain/api/ledger';
import { stockholmDate } from '../../domain/calendar';
import { DomainError } from '../../domain/errors';
import { budgetFaults } from '../../domain/ledger/budget-faults';
import { reversedEntries } from '../../domain/ledger/posting';
import type { Municipality } from '../../domain/municipality';
import type { Official } from '../../domain/officials';
import type { ServerContext } from '../context';
import { accountOf, bookOf } from './ledger-statement';

/** Who changes the ledger, and when. */
interface Actor {
  official: Official;
  now: Date;
}

/** Records what the council has decided that a committee has in a year; of two who do so the other one reads who was first. */
export async function recordBudget(
  tx: Tx,
  municipality: Municipality,
  { kronor, ...budget }: BudgetRequest,
  { official, now }: Actor,
): Promise<{ version: number }> {
  const book = bookOf(municipality);
  accountOf(book, budget.committee);
  const isAhead = budget.decidedOn > stockholmDate(now);
  const faults = {
    ...budgetFaults({ ...budget, kronor }),
    ...(isAhead && { decidedOn: 'dayAhead' }),
  };
  if (Object.keys(faults).length > 0) throw new DomainError('form.invalid', {}, faults);
  const recorded = { ...budget, ore: kronor * 100, recordedBy: official.subject };
  try {
    return await adoptBudget(tx, municipality.id, recorded, book);
  } catch (error) {
    const isLate = error instanceof DomainError && error.code === 'budget.changed';
    const name = isLate && (await nameOfRecorder(tx, municipality.id, budget));
    throw name ? new DomainError('budget.changedBy', {}, {}, { name }) : error;
  }
}

/** Who has recorded a budget last. */
async function nameOfRecorder(
  tx: Tx,
  municipalityId: string,
  { committee, year }: Pick<BudgetRequest, 'committee' | 'year'>,
): Promise<string | undefined> {
  const last = (await budgetVersions(tx, municipalityId, committee, year)).at(-1);
  return (
    last && (await officialNames(tx, municipalityId, [last.recorded_by])).get(last.recorded_by)
  );
}

/** Takes a transaction back by a decision of its own; a budget is changed by a new version instead. */
export async function reversePosted(
  tx: Tx,
  municipality: Municipality,
  id: string,
  { decision }: ReversalRequest,
  { official, now, forms }: Actor & Pick<ServerContext, 'forms'>,
): Promise<{ id: string }> {
  const found = await findTransaction(tx, municipality.id, id);
  if (!found) throw new DomainError('ledger.unknown');
  if (found.kind === 'budget') throw new DomainError('ledger.notReversible');
  // Before anything is read: its process may be about to settle the year.
  if (found.caseId !== null) await lockCase(tx, municipality.id, found.caseId);
  await refuseReversedByOther(tx, municipality.id, found, { decision, official });
  const undone = await undoCarryOver(tx, municipality, found, { decision, official, now, forms });
  if (undone) return undone;
  await refuseSettled(tx, municipality, found);
  const reversal = {
    id,
    key: { caseId: found.caseId, phase: 'reverse', step: id },
    postedOn: stockholmDate(now),
    decision,
    recordedBy: official.subject,
  };
  const reversed = await reverseTransaction(tx, municipality.id, reversal, bookOf(municipality));
  // Pressed twice: what it says and whom it wakes is said and woken once.
  if (reversed.again) return reversed;
  await noteReversal(tx, municipality, found, { official, now });
  await tellWhoWaits(tx, municipality, found, now);
  return reversed;
}

/** The same reversal by the same person is the same posting; anybody else reads who was first. */
async function refuseReversedByOther(
  tx: Tx,
  municipalityId: string,
  { id }: NonNullable<LedgerTransaction>,
  { decision, official }: Pick<Actor, 'official'> & ReversalRequest,
): Promise<void> {
  const reversal = await findReversal(tx, municipalityId, id);
  if (!reversal) return;
  const isSame = reversal.decision === decision && reversal.recordedBy === official.subject;
  if (isSame || reversal.recordedBy === 'system') return;
  const names = await officialNames(tx, municipalityId, [reversal.recordedBy]);
  const name = names.get(reversal.recordedBy);
  throw name
    ? new DomainError('ledger.reversedBy', {}, {}, { name })
    : new DomainError('ledger.alreadyReversed');
}

/** What was taken back stands in the timeline of the case that had posted it. */
async function noteReversal(
  tx: Tx,
  { id: municipalityId }: Municipality,
  { caseId, kind, entries }: NonNullable<LedgerTransaction>,
  { official, now }: Actor,
): Promise<void> {
  const [first] = entries;
  if (caseId === null || kind !== 'transfer' || !first) return;
  await appendAudit(tx, municipalityId, caseId, {
    ...{ at: now, actor: 'official', event: 'yearReversed' },
    details: { by: official.subject, year: first.year },
  });
}

/** Those whose money it was, or who wait for money where it has come back, look again. */
async function tellWhoWaits(
  tx: Tx,
  { id: municipalityId }: Municipality,
  { caseId, entries }: NonNullable<LedgerTransaction>,
  at: Date,
): Promise<void> {
  await wakeForMoney(tx, municipalityId, reversedEntries(entries), at);
  // One that has ended looks at its years as well, and tells its parties.
  if (caseId !== null) await addToOutbox(tx, municipalityId, { caseId, kind: 'look', at });
}

/**
 * Takes back money that was taken along to the next year by a decision that does not hold: it goes back to
 * whoever it came from, and the years after it are settled without it. Undefined for anything else.
 */
async function undoCarryOver(
  tx: Tx,
  municipality: Municipality,
  { id, kind, caseId }: NonNullable<LedgerTransaction>,
  { decision, official, now, forms }: Actor & ReversalRequest & Pick<ServerContext, 'forms'>,
): Promise<{ id: string } | undefined> {
  if (kind !== 'carryOver' || caseId === null) return undefined;
  if (await hasLostGround(tx, municipality.id, caseId)) return undefined;
  await lockCase(tx, municipality.id, caseId);
  const changed = await resettleYears(tx, municipality, {
    ...{ forms, transferId: caseId, because: decision, recordedBy: official.subject, at: now },
    plan: await plannedYears(tx, municipality.id, { caseId }),
  });
  for (const settlement of changed) {
    const annulled = { caseId: settlement.caseId, about: ['decision.annulled'], at: now };
    await resolveAttentionsAbout(tx, municipality.id, annulled);
    await appendAudit(tx, municipality.id, caseId, {
      ...{ at: now, actor: 'official', event: 'yearResettled' },
      details: { by: official.subject, year: settlement.year },
    });
  }
  if (changed.length > 0) {
    await addToOutbox(tx, municipality.id, { caseId, kind: 'look', at: now });
  }
  const key = { caseId, phase: 'reverse', step: id };
  const reversal = await findTransactionByKey(tx, municipality.id, key);
  return reversal === undefined ? undefined : { id: reversal };
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
