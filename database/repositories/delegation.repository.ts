import { randomUUID } from 'node:crypto';
import type { Insertable, Selectable } from 'kysely';
import { endOfDay, startOfDay } from '../../domain/calendar';
import type { Tx } from '../database';
import type { DelegatedDecisionTable } from '../tables';

export type DelegatedDecision = Selectable<DelegatedDecisionTable>;
export type ListedDecision = Awaited<ReturnType<typeof listDecisions>>[number];

/** Keeps a decision for the list that the committee is told from. */
export async function recordDecision(
  tx: Tx,
  municipalityId: string,
  decision: Omit<
    Insertable<DelegatedDecisionTable>,
    'id' | 'municipality_id' | 'reported_on' | 'reported_by'
  >,
): Promise<void> {
  await tx
    .insertInto('delegated_decision')
    .values({
      ...decision,
      id: randomUUID(),
      municipality_id: municipalityId,
      reported_on: null,
      reported_by: null,
    })
    .execute();
}

/** By what a task was decided; undefined where no delegation was configured. */
export function decisionOfTask(
  tx: Tx,
  municipalityId: string,
  taskId: string,
): Promise<DelegatedDecision | undefined> {
  return tx
    .selectFrom('delegated_decision')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('task_id', '=', taskId)
    .executeTakeFirst();
}

/** Which decisions to list, by the day they were taken, both included. */
export interface DecisionPeriod {
  from?: string | undefined;
  to?: string | undefined;
  reported: boolean;
}

/** Decisions of a period with their cases, oldest first. */
export function listDecisions(
  tx: Tx,
  municipalityId: string,
  { from, to, reported }: DecisionPeriod,
) {
  return tx
    .selectFrom('delegated_decision')
    .innerJoin('cases', 'cases.id', 'delegated_decision.case_id')
    .innerJoin('task', 'task.id', 'delegated_decision.task_id')
    .leftJoin('secrecy_mark', (join) =>
      join
        .onRef('secrecy_mark.case_id', '=', 'cases.id')
        .on('secrecy_mark.record_number', 'is', null)
        .on('secrecy_mark.lifted_at', 'is', null),
    )
    .selectAll('delegated_decision')
    .select([
      'cases.number',
      'cases.process',
      'cases.organisation_name',
      'task.assignee_name as delegate',
      'secrecy_mark.id as secret',
    ])
    .where('delegated_decision.municipality_id', '=', municipalityId)
    .where('delegated_decision.reported_on', reported ? 'is not' : 'is', null)
    .$if(from !== undefined, (query) => query.where('decided_at', '>=', startOfDay(from as string)))
    .$if(to !== undefined, (query) => query.where('decided_at', '<', endOfDay(to as string)))
    .orderBy('decided_at')
    .orderBy('delegated_decision.id')
    .execute();
}

/** Marks decisions as reported to a meeting; returns those that were not yet. */
export function markReported(
  tx: Tx,
  municipalityId: string,
  { ids, on, by }: { ids: readonly string[]; on: string; by: string },
): Promise<DelegatedDecision[]> {
  return tx
    .updateTable('delegated_decision')
    .set({ reported_on: on, reported_by: by })
    .where('municipality_id', '=', municipalityId)
    .where('id', 'in', ids)
    .where('reported_on', 'is', null)
    .returningAll()
    .execute();
}
