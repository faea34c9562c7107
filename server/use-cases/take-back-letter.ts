import type { Tx } from '../../database/database';
import { raiseAttention } from '../../database/repositories/attention.repository';
import { returnLetter, type Letter } from '../../database/repositories/letter.repository';
import { openMending } from '../../database/repositories/mending.repository';
import { refusalKey } from '../../domain/letters';

/**
 * A letter that was thought to have arrived has not: from now on it is seen to like one that was refused at
 * once. Returns false for one of which that cannot be. The caller holds the case's lock.
 *
 * @param back why, as a code, and what a person has to read to know
 */
export async function takeBackLetter(
  tx: Tx,
  letter: Letter,
  { at, ...back }: { code: string; text?: string; at: Date },
): Promise<boolean> {
  const { municipality_id: municipalityId, case_id: caseId, letter_key: letterKey } = letter;
  if (!(await returnLetter(tx, municipalityId, letter.id, back))) return false;
  const key = refusalKey(letterKey);
  await raiseAttention(tx, municipalityId, { caseId, key, code: back.code, at });
  await openMending(tx, municipalityId, { caseId, at });
  return true;
}
