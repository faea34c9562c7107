import type { Tx } from '../../database/database';
import type { Case } from '../../database/repositories/case.repository';
import {
  findOpenMending,
  refusedLetters,
  type RefusedLetter,
} from '../../database/repositories/mending.repository';
import { findTask } from '../../database/repositories/task.repository';
import { unclearBounce } from '../../domain/bounces/reasons';

/** The roles that a letter about refused ones can name. */
const named = [
  'coordinator',
  'partyCoordinator',
  'signatory',
  'office',
  'contactPoint',
  'subscriber',
] as const;
export type RefusedReader = (typeof named)[number] | 'other';

/** What a letter about letters that did not arrive says of them. Who it is stands at the desk. */
export interface Refusals {
  count: number;
  /** Of how many nobody knows yet whether they arrived. */
  unclear: number;
  readers: readonly RefusedReader[];
  /** `YYYY-MM-DD`. */
  deadline: string;
}

/** Letters of a case that nobody has seen to yet, as they are when a letter tells of them. */
export async function refusalsOf(
  tx: Tx,
  { municipality_id: municipalityId, id: caseId }: Case,
): Promise<Refusals> {
  const open = await findOpenMending(tx, municipalityId, caseId);
  const refused = await refusedLetters(tx, municipalityId, caseId);
  const readers = new Set<RefusedReader>();
  for (const letter of refused) readers.add(await readerOf(tx, municipalityId, letter));
  return {
    count: Math.max(1, refused.length),
    unclear: refused.filter(({ failure_code: code }) => code === unclearBounce).length,
    readers: [...named, 'other' as const].filter((each) => readers.has(each)),
    deadline: open?.deadline ?? '',
  };
}

/** Whose letter it was, by role. */
async function readerOf(
  tx: Tx,
  municipalityId: string,
  { task_id: taskId, letter_key: key, template }: RefusedLetter,
): Promise<RefusedReader> {
  if (template === 'letterRefused') return 'contactPoint';
  if (template === 'newsletter') return 'subscriber';
  const task = taskId === null ? undefined : await findTask(tx, municipalityId, taskId);
  const role = task?.assignee_role;
  if (task) return named.find((each) => each === role) ?? 'other';
  return key.includes('signatory') ? 'signatory' : 'coordinator';
}
