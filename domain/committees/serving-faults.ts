import type { Fault, Faults } from '../forms/types';
import { isThird } from './committee';

/** What `servingFaults` finds, and what nobody else has to be believed about. */
export const servingJudges: readonly Fault[] = ['servesToo', 'votesTooMany', 'thirdTooFew'];

/**
 * What is wrong among those serving, in a record of a decision as it is typed or parsed: whoever has a
 * conflict of interest takes no part in the matter (KL 5:47, 6:28) and is not counted among those present;
 * no vote has more votes than they are, and a minority's referral has at least one third of them (KL 5:50).
 */
export function servingFaults(answers: Readonly<Record<string, unknown>>): Faults {
  const conflicts = rows(answers['conflicts']).map(nameIn);
  const serving = rows(answers['serving']).map(nameIn);
  const both = (name: string) => name !== '' && serving.includes(name);
  const present = serving.filter((name) => !conflicts.includes(name)).length;
  const faults: Faults = {};
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

type Row = Readonly<Record<string, unknown>>;

function rows(value: unknown): Row[] {
  return Array.isArray(value) ? (value as Row[]) : [];
}

function nameIn({ name }: Row): string {
  return typeof name === 'string'
    ? name.trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('sv')
    : '';
}

/** Undefined for what is no number, which its field says by itself. */
function countIn(value: unknown): number | undefined {
  const text = typeof value === 'string' ? value.trim() : '';
  return /^\d+$/.test(text) ? Number(text) : undefined;
}
