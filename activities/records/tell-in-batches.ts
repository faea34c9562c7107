import type { Database, Tx } from '../../database/database';
import { lockCase } from '../../database/repositories/case.repository';
import { planLetters } from '../../database/repositories/letter.repository';
import type { ProcessState } from '../../domain/process';

/** How many are asked, reminded or told in one transaction. */
export const batchSize = 50;

type NewLetter = Parameters<typeof planLetters>[2][number];

/** A page of those who are told: the ones behind a place, in the order of their places. */
export type Page = { after: number; limit: number };

/**
 * Plans a letter to each of many in batches, a transaction each. Repeatable: a letter's key says whose it
 * is, and each is planned once.
 */
export async function tellInBatches<Reader extends { place: number }>(
  database: Database,
  { municipalityId, caseId }: ProcessState,
  next: (tx: Tx, page: Page) => Promise<readonly Reader[]>,
  letterTo: (reader: Reader) => NewLetter,
): Promise<void> {
  const tellNext = (after: number) =>
    database.transaction(municipalityId, async (tx) => {
      await lockCase(tx, municipalityId, caseId);
      const readers = await next(tx, { after, limit: batchSize });
      await planLetters(tx, municipalityId, readers.map(letterTo));
      return readers;
    });
  for (let after = 0; ;) {
    const told = await tellNext(after);
    if (told.length < batchSize) return;
    after = told.at(-1)?.place ?? after;
  }
}
