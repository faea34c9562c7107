import type { Fault, Faults } from '../forms/types';
import { isThird } from './committee';

/** What `servingFaults` finds, and what nobody else has to be believed about. */
export const servingJudges: readonly Fault[] = [
  ...(['servesToo', 'servesTwice', 'servesNot', 'hasConflict', 'votesTooMany'] as const),
  'thirdTooFew',
];

/**
 * What is wrong among those serving, in a record of a decision as it is typed or parsed: whoever has a
 * conflict of interest takes no part in the matter (KL 5:47, 6:28), proposes nothing in it and is not counted
 * among those present; nobody is counted twice; only those who took part enter a reservation (KL 4:27); no vote
 * has more votes than they are, and a minority's referral has at least one third of them (KL 5:50).
 */
export function servingFaults(answers: Readonly<Record<string, unknown>>): Faults {
  const conflicts = rows(answers['conflicts']).map(nameIn);
  const serving = rows(answers['serving']).map(nameIn);
  const both = (name: string) => name !== '' && serving.includes(name);
  const present = new Set(serving.filter((name) => name !== '' && !conflicts.includes(name))).size;
  const faults: Faults = { ...repeated(serving), ...takingPart(answers, conflicts) };
  for (const [i, name] of conflicts.entries()) {
    if (both(name)) faults[`conflicts.${i}.name`] = 'servesToo';
  }
  for (const [i, { yes, no, abstained }] of rows(answers['votes']).entries()) {
    const cast = [yes, no, abstained].reduce<number>((sum, each) => sum + (countIn(each) ?? 0), 0);
    if (present > 0 && cast > present) faults[`votes.${i}.yes`] = 'votesTooMany';
  }
  const votes = countIn(answers['referralVotes']);
  if (answers['outcome'] === 'referBackByThird' && votes !== undefined) {
    if (!isThird(votes, present)) faults['referralVotes'] = 'thirdTooFew';
    else if (votes > present) faults['referralVotes'] = 'votesTooMany';
  }
  return faults;
}

function repeated(serving: readonly string[]): Faults {
  const again = serving.flatMap((name, i) =>
    name !== '' && serving.indexOf(name) < i ? [`serving.${i}.name`] : [],
  );
  return Object.fromEntries(again.map((path) => [path, 'servesTwice']));
}

/** Movers and reservers stand as in the minutes: with a title, several together, or a party for its members. */
function takingPart(
  { serving, floorProposals, reservations }: Readonly<Record<string, unknown>>,
  conflicts: readonly string[],
): Faults {
  const faults: Faults = {};
  const conflicted = (text: string) => conflicts.some((name) => name !== '' && text.includes(name));
  const known = new Set(rows(serving).flatMap(({ name, party }) => wordsIn(name, party)));
  for (const [i, { name }] of rows(floorProposals).entries()) {
    if (conflicted(plain(name))) faults[`floorProposals.${i}.name`] = 'hasConflict';
  }
  for (const [i, { name }] of rows(reservations).entries()) {
    const words = wordsIn(name);
    if (words.length === 0) continue;
    if (conflicted(plain(name))) faults[`reservations.${i}.name`] = 'hasConflict';
    else if (known.size > 0 && !words.some((word) => known.has(word)))
      faults[`reservations.${i}.name`] = 'servesNot';
  }
  return faults;
}

type Row = Readonly<Record<string, unknown>>;

function rows(value: unknown): Row[] {
  return Array.isArray(value) ? (value as Row[]) : [];
}

/** A name without the party that may stand after it: `Ada Ask (A)`. */
function nameIn({ name }: Row): string {
  return plain(name).replace(/ ?\([^)]*\)$/, '');
}

function plain(text: unknown): string {
  return typeof text === 'string'
    ? text.trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('sv')
    : '';
}

function wordsIn(...texts: readonly unknown[]): string[] {
  return texts.flatMap((text) => plain(text).match(/[\p{L}\d-]+/gu) ?? []);
}

/** Undefined for what is no number, which its field says by itself. */
function countIn(value: unknown): number | undefined {
  const text = typeof value === 'string' ? value.trim() : '';
  return /^\d+$/.test(text) ? Number(text) : undefined;
}
