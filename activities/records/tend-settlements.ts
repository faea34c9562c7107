import { appendAudit } from '../../database/repositories/audit.repository';
import {
  openAttentions,
  raiseAttention,
  resolveAttentions,
} from '../../database/repositories/attention.repository';
import type { PlanStand } from '../../database/repositories/budget.repository';
import { announceWord } from '../../database/repositories/outbox.repository';
import {
  openSettlement,
  settledYearsOf,
  settlementsOf,
  type YearSettlement,
} from '../../database/repositories/settlement.repository';
import { tasksOfCase } from '../../database/repositories/task.repository';
import { tendRest } from '../../database/rest-of-year';
import { timesFrom } from '../../domain/asking/times';
import { endOfDay, startOfDay } from '../../domain/calendar';
import { budgetSettlement as settlementForm } from '../../domain/forms/definitions/budget-settlement';
import { isOver, stoppedByCourt } from '../../domain/ledger/plan';
import {
  asAmounts,
  carriedIn,
  movedInYear,
  settlesOn,
  type MovedLine,
} from '../../domain/ledger/settlement';
import { budgetSettlement } from '../../domain/processes/budget-settlement';
import { translator } from '../../domain/texts';
import { endCase } from './end-case';
import { openCase } from './open-case';
import type { Recording } from './record-steps';

/** How the settlements of a transfer stand. */
export interface SettlementsStand {
  /** Every year that had money has been settled. */
  settled: boolean;
  /** When to look again, in milliseconds since 1970, though nobody has said anything. */
  until?: number;
}

/** A year that had money, and what the receiver got for it. */
interface YearWithMoney {
  year: number;
  moved: MovedLine[];
}

/**
 * Begins the settlement of each year of a transfer when it is over: one year after the other, as the next
 * one may get what is left. A year that nobody accounts for is flagged, never assumed. Repeatable.
 */
export async function tendSettlements(
  recording: Recording,
  years: readonly PlanStand[],
): Promise<SettlementsStand> {
  const { tx, municipality, current, at } = recording;
  if (!municipality.processes[budgetSettlement.name]) return { settled: true };
  const known = await settlementsOf(tx, municipality.id, current.id);
  await unflag(recording, known);
  for (const settlement of await settledYearsOf(tx, municipality.id, current.id))
    await tendRest(tx, municipality.id, settlement, at);
  const next = nextToSettle(years, known);
  const outdated = known.find((each) => !each.closed && !each.settled && !isOf(each, next));
  if (outdated) {
    // It tells the transfer when it has ended, and what is left to account for is asked anew.
    await endCase(recording, outdated.caseId, 'settlement.outdated');
    return { settled: false };
  }
  if (!next) return { settled: true };
  const open = known.find(({ year }) => year === next.year);
  if (open && !open.closed) {
    await wakeStopped(recording, open);
    return { settled: false, ...(await flagIfLate(recording, open)) };
  }
  const from = startOfDay(settlesOn(next.year, municipality.ledger?.settlesFrom));
  if (from > at) return { settled: false, until: from.getTime() };
  await begin(recording, next, years);
  return { settled: false, ...untilLate(recording, at) };
}

/** The first year that had money and is not settled, if any. */
function nextToSettle(
  planned: readonly PlanStand[],
  known: readonly YearSettlement[],
): YearWithMoney | undefined {
  const along = known.flatMap(({ year, settled }) =>
    carriedIn(settled?.lines ?? []).map((line) => ({ year: year + 1, ...line })),
  );
  const years = [...new Set([...planned, ...along].map(({ year }) => year))].sort((a, b) => a - b);
  for (const year of years) {
    if (known.some((each) => each.year === year && each.settled)) continue;
    const plan = planned.find((each) => each.year === year);
    // What is not posted yet has moved nothing: the years after it can wait with it.
    if (plan && !isOver(plan)) return undefined;
    const transferred = plan?.state === 'posted' ? plan.lines : [];
    const moved = movedInYear(
      transferred,
      along.filter((each) => each.year === year),
    );
    if (moved.length > 0) return { year, moved };
  }
  return undefined;
}

/** Whether what is asked is still what there is to account for. */
function isOf({ year, moved }: YearSettlement, next: YearWithMoney | undefined): boolean {
  if (year !== next?.year || moved.length !== next.moved.length) return false;
  return next.moved.every(({ name, ore }) =>
    moved.some((line) => line.name === name && line.ore === ore),
  );
}

async function begin(
  recording: Recording,
  { year, moved }: YearWithMoney,
  years: readonly PlanStand[],
): Promise<void> {
  const { tx, municipality, current, at } = recording;
  const [plan] = years;
  if (!plan) throw new Error('transfer.unplanned');
  const language = municipality.defaultLanguage;
  const title = translator(language, 'document')('settlement.title', {
    year,
    title: current.organisation_name,
  });
  const { giver: from, receiver: to } = plan;
  const amounts = asAmounts(year, moved);
  const answers = { title, transfer: current.number, from, to, amounts };
  const details = { from: current.id };
  const id = await openCase(recording, {
    ...{ process: budgetSettlement, title, form: settlementForm, answers, details },
  });
  await openSettlement(tx, municipality.id, {
    ...{ transferId: current.id, year, caseId: id, moved, openedAt: at },
  });
  const entry = { at, actor: 'system' } as const;
  const begun = { ...entry, event: 'settlementBegun', details: { year, settlement: id } } as const;
  await appendAudit(tx, municipality.id, current.id, begun);
}

/** A settlement that a court had stopped goes on: the transfer's decision applies again. */
async function wakeStopped(
  { tx, municipality, at }: Recording,
  { caseId }: YearSettlement,
): Promise<void> {
  const faults = await openAttentions(tx, municipality.id, caseId);
  if (!faults.some(({ code }) => code === stoppedByCourt)) return;
  await announceWord(tx, municipality.id, { caseId, kind: 'look', at });
}

/** Says at the transfer that a year is not accounted for in time; else tells when that will be. */
async function flagIfLate(
  recording: Recording,
  { caseId, year, openedAt }: YearSettlement,
): Promise<{ until?: number }> {
  const { tx, municipality, current, at } = recording;
  const asked = await tasksOfCase(tx, municipality.id, caseId);
  const deadlines = asked.filter(({ state }) => state === 'open').map(({ deadline }) => deadline);
  const [last] = deadlines.sort().reverse();
  if (asked.length > 0 && last === undefined) return {};
  const late = last === undefined ? untilLate(recording, openedAt).until : endOfDay(last).getTime();
  if (late > at.getTime()) return { until: late };
  const attention = { caseId: current.id, key: keyOf(year), code: 'settlement.missing', at };
  await raiseAttention(tx, municipality.id, attention);
  return {};
}

function untilLate({ municipality }: Recording, from: Date): { until: number } {
  const asked = municipality.processes[budgetSettlement.name]?.tasks['account'];
  if (!asked) throw new Error('task.unconfigured');
  return { until: endOfDay(timesFrom(from, asked).deadline).getTime() };
}

async function unflag(
  { tx, municipality, current, at }: Recording,
  known: readonly YearSettlement[],
): Promise<void> {
  const keys = known.filter(({ settled }) => settled).map(({ year }) => keyOf(year));
  await resolveAttentions(tx, municipality.id, { caseId: current.id, keys, at });
}

function keyOf(year: number): string {
  return `unsettled/${year}`;
}
