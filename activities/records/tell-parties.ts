import { plannedYears, type PlanStand } from '../../database/repositories/budget.repository';
import {
  settlementsOf,
  type YearSettlement,
} from '../../database/repositories/settlement.repository';
import { sumOf } from '../../domain/money';
import { nthOf } from '../../domain/document-keys';
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

/** Settled years were settled anew, as a decision to take money along does not hold. */
export async function tellResettled(recording: Recording): Promise<boolean> {
  const changes = changesOf(await settledYears(recording));
  if (changes.length === 0) return false;
  const also = await controllersOf(recording);
  for (const { first, version } of changes) {
    const key = `resettled/${first}/${version}`;
    await writeToParties(recording, { key, template: 'carryOverUndone', also });
  }
  return true;
}

/** What was settled anew after the closing statement had gone out needs another one. */
export async function sendStatementAnew(recording: Recording): Promise<boolean> {
  const { closed_at: closedAt } = recording.current;
  if (closedAt === null) return false;
  const settled = await settledYears(recording);
  const last = changesOf(settled).at(-1);
  if (!last || last.at <= closedAt) return false;
  // Grows with each change, so that every statement stays as it was.
  const nth = 1 + sumOf(settled.map(({ settled: now }) => now.version - 1));
  await writeToParties(recording, {
    key: `settledAnew/${last.first}/${last.version}`,
    template: 'transferSettledAnew',
    attachments: [nthOf('closingStatement', nth)],
  });
  return true;
}

type Settled = YearSettlement & { settled: NonNullable<YearSettlement['settled']> };

async function settledYears({ tx, municipality, current }: Recording): Promise<Settled[]> {
  const known = await settlementsOf(tx, municipality.id, current.id);
  return known.filter((each): each is Settled => each.settled !== null);
}

/** When years were settled anew, oldest first, with the first year of each time. */
function changesOf(settled: readonly Settled[]): { at: Date; first: number; version: number }[] {
  const byTime = new Map<number, { at: Date; first: number; version: number }>();
  for (const { year, settled: now } of settled) {
    const { at, version } = now;
    if (version === 1 || byTime.has(at.getTime())) continue;
    byTime.set(at.getTime(), { at, first: year, version });
  }
  return [...byTime.values()].sort((a, b) => a.at.getTime() - b.at.getTime());
}

async function controllersOf({ tx, forms, municipality, current }: Recording) {
  return (await assigneesOf(tx, forms, municipality, current.id, 'controller')).people;
}
