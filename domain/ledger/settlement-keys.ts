import type { PostingKey } from './posting';

/** The phase that postings of settlements are known by; their step is the year and what is posted. */
export const settlementPhase = 'settle';

/** The same when the settlement of a year is changed: what is posted then has its version in its step. */
export function settledAgainKeys(transferId: string, year: number, version: number) {
  const { returned, carriedOver } = settlementKeys(transferId, year);
  const again = (key: PostingKey) => ({ ...key, step: `${key.step}#${version}` });
  return { returned: again(returned), carriedOver: again(carriedOver) };
}

/** The posting that gives back what is left of a year, and the one that takes it along. */
export function settlementKeys(transferId: string, year: number) {
  const key = (step: string): PostingKey => ({ caseId: transferId, phase: settlementPhase, step });
  return { returned: key(`${year}/return`), carriedOver: key(`${year}/carryOver`) };
}
