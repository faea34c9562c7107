import { plannedYears, type PlanStand } from '../../database/repositories/budget.repository';
import {
  settledYearsOf,
  type SettlementChange,
  type YearSettled,
} from '../../database/repositories/settlement.repository';
import { sumOf } from '../../domain/money';
import { nthOf } from '../../domain/document-keys';
import type { ResettlingCause } from '../../domain/ledger/resettling';
import type { LetterTemplate } from '../../domain/process';
import { assigneesOf } from './people';
import type { Recording } from './record-steps';
import { writeToParties } from './write-to-parties';

// What the parties of a transfer hear of what has become of its years. Each letter goes once, whoever did
// what it is about, and however often this is looked at. Each function returns whether there is one.

/** Years that were dropped or taken back, also of a transfer that has ended. */
export async function tellOfEndedYears(recording: Recording): Promise<boolean> {
  const { tx, municipality, current } = recording;
  const years = await plannedYears(tx, municipality.id, { caseId: current.id });
  const told = [await tellDropped(recording, years), await tellReversed(recording, years)];
  return told.includes(true);
}

/** Somebody has ended the transfer: years that were only planned are dropped. */
async function tellDropped(recording: Recording, years: readonly PlanStand[]): Promise<boolean> {
  if (!years.some(({ state }) => state === 'dropped')) return false;
  await writeToParties(recording, { key: 'dropped', template: 'yearsDropped' });
  return true;
}

/** A year that was posted has been taken back. */
async function tellReversed(recording: Recording, years: readonly PlanStand[]): Promise<boolean> {
  const reversed = years.filter(({ state }) => state === 'reversed');
  for (const { year, postings } of reversed) {
    const key = `reversed/${year}/${postings}`;
    await writeToParties(recording, { key, template: 'yearReversed' });
  }
  return reversed.length > 0;
}

/** A year whose budget became too low waits for people, who are asked what is to be done. */
export async function askAboutShortYears(
  recording: Recording,
  years: readonly PlanStand[],
): Promise<boolean> {
  const short = years.filter(({ state }) => state === 'short');
  if (short.length === 0) return false;
  const also = await controllersOf(recording);
  for (const { year } of short) {
    await writeToParties(recording, { key: `short/${year}`, template: 'yearShort', also });
  }
  return true;
}

const resettledLetters = {
  decision: 'carryOverUndone',
  restored: 'carryOverRestored',
  account: 'accountCorrected',
  rest: 'restCorrected',
} as const satisfies Record<ResettlingCause, LetterTemplate>;

/** Settled years were settled anew. */
export async function tellResettled(recording: Recording): Promise<boolean> {
  const changes = changesOf(await settledYears(recording));
  if (changes.length === 0) return false;
  const also = await controllersOf(recording);
  for (const { first, version, cause } of changes) {
    const key = `resettled/${first}/${version}`;
    await writeToParties(recording, { key, template: resettledLetters[cause], also });
  }
  return true;
}

/** What was settled anew after the closing statement had gone out needs another one. */
export async function sendStatementAnew(
  recording: Recording,
  years: readonly PlanStand[],
): Promise<boolean> {
  const { closed_at: closedAt } = recording.current;
  if (closedAt === null) return false;
  const settled = await settledYears(recording);
  const last = changesOf(settled).at(-1);
  if (!last || last.at <= closedAt) return false;
  await writeToParties(recording, {
    key: `settledAnew/${last.first}/${last.version}`,
    template: 'transferSettledAnew',
    attachments: [nthOf('closingStatement', await statementNumber(recording, years))],
  });
  return true;
}

/**
 * Which closing statement of a transfer the next one is, from 1: the number grows with each year that is
 * posted or settled anew, so that every statement that has gone out stays as it was.
 */
export async function statementNumber(
  recording: Recording,
  years: readonly PlanStand[],
): Promise<number> {
  const settled = await settledYears(recording);
  const settledAnew = settled.map(({ settled: now }) => now.version - 1);
  const postedAnew = years.map(({ postings }) => Math.max(0, postings - 1));
  return 1 + sumOf([...settledAnew, ...postedAnew]);
}

function settledYears({ tx, municipality, current }: Recording): Promise<YearSettled[]> {
  return settledYearsOf(tx, municipality.id, current.id);
}

/** Every time that years were settled anew, oldest first, with the first year of each. */
function changesOf(settled: readonly YearSettled[]): (SettlementChange & { first: number })[] {
  const byTime = new Map<number, SettlementChange & { first: number }>();
  for (const { year, settled: now } of settled) {
    for (const change of now.changes) {
      const time = change.at.getTime();
      if (!byTime.has(time)) byTime.set(time, { ...change, first: year });
    }
  }
  return [...byTime.values()].sort((a, b) => a.at.getTime() - b.at.getTime());
}

async function controllersOf({ tx, forms, municipality, current }: Recording) {
  return (await assigneesOf(tx, forms, municipality, current.id, 'controller')).people;
}
