import type { Answers } from '../forms/types';
import { ownOffices, type Office } from '../municipality';
import type { CommitteeOutcome, Part } from './committee';

/** A task that a committee gives to an office in its decision. */
export interface GivenTask {
  /** The id of the office. */
  office: string;
  task: string;
  /** The day the committee has set, `YYYY-MM-DD`; left out where the usual time applies. */
  due?: string;
}

/** What a secretary chooses for a task to every office (003). */
export const everyOffice = 'all';

/**
 * The tasks that a record of a decision gives, one for each office. Only what is decided gives any:
 * whoever prepares proposes them to the next body.
 */
export function givenTasks(
  { outcome, part }: { outcome: CommitteeOutcome; part: Part },
  answers: Answers,
  offices: readonly Office[],
): GivenTask[] {
  const isDecided = outcome === 'approve' || outcome === 'approveWithChange';
  if (part !== 'decide' || !isDecided) return [];
  const rows = (answers['commissions'] ?? []) as readonly Answers[];
  return rows.flatMap(({ office, task, due }) => {
    const own = { task: task as string, ...(typeof due === 'string' && due !== '' && { due }) };
    const chosen = ownOffices(offices).filter(({ id }) => office === everyOffice || office === id);
    return chosen.map(({ id }) => ({ office: id, ...own }));
  });
}
