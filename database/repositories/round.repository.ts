import type { Insertable } from 'kysely';
import type { CaseStand, RoundStand, TaskStand } from '../../domain/asking/stand';
import type { TaskOutcome } from '../../domain/process';
import type { Tx } from '../database';
import type { RoundTable } from '../tables';
import type { Case } from './case.repository';
import { newTaskValues, type NewTask, type Task } from './task.repository';

type NewRound = Omit<
  Insertable<RoundTable>,
  'municipality_id' | 'case_id' | 'step_key' | 'state' | 'outcome' | 'ended_at' | 'rule'
> &
  Pick<RoundStand, 'rule'>;

/** Opens the round of a step with its tasks, and returns them in their order. */
export async function insertRound(
  tx: Tx,
  current: Pick<Case, 'municipality_id' | 'id'>,
  stepKey: string,
  round: NewRound,
  tasks: readonly NewTask[],
): Promise<Task[]> {
  const inserted = await insertRounds(tx, current, [{ stepKey, round, tasks }]);
  return inserted.sort((a, b) => a.position - b.position);
}

/** The same for several steps at once; the tasks come in no order. */
export function insertRounds(
  tx: Tx,
  { municipality_id: municipalityId, id: caseId }: Pick<Case, 'municipality_id' | 'id'>,
  rounds: readonly { stepKey: string; round: NewRound; tasks: readonly NewTask[] }[],
): Promise<Task[]> {
  const values = rounds.map(({ stepKey, round }) => ({
    ...round,
    rule: JSON.stringify(round.rule),
    municipality_id: municipalityId,
    case_id: caseId,
    step_key: stepKey,
    state: 'open' as const,
    outcome: null,
    ended_at: null,
  }));
  return tx
    .with('asked', (db) => db.insertInto('round').values(values))
    .insertInto('task')
    .values(rounds.flatMap(({ tasks }) => tasks.map((task) => newTaskValues(municipalityId, task))))
    .returningAll()
    .execute();
}

/** The rounds of a case, oldest first: all of them, or those with these step keys. */
export async function readRounds(
  tx: Tx,
  { municipality_id: municipalityId, id: caseId }: Pick<Case, 'municipality_id' | 'id'>,
  keys?: readonly string[],
): Promise<(Omit<RoundStand, 'tasks'> & { tasks: Task[] })[]> {
  const rows = await tx
    .selectFrom('round')
    .innerJoin('task', (join) =>
      join
        .onRef('task.case_id', '=', 'round.case_id')
        .onRef('task.step_key', '=', 'round.step_key'),
    )
    .selectAll('task')
    .select(['round.rule', 'round.in_order', 'round.state as round_state'])
    .select(['round.outcome as round_outcome'])
    .where('round.municipality_id', '=', municipalityId)
    .where('round.case_id', '=', caseId)
    .$if(keys !== undefined, (query) => query.where('round.step_key', 'in', keys ?? []))
    .orderBy('round.opened_at')
    .orderBy('task.position')
    .orderBy('task.opened_at')
    .execute();
  const rounds = new Map<string, Omit<RoundStand, 'tasks'> & { tasks: Task[] }>();
  for (const { rule, in_order, round_state, round_outcome, ...task } of rows) {
    const known = rounds.get(task.step_key);
    if (known) known.tasks.push(task);
    else {
      rounds.set(task.step_key, {
        key: task.step_key,
        rule,
        inOrder: in_order,
        state: round_state,
        outcome: round_outcome,
        tasks: [task],
      });
    }
  }
  return [...rounds.values()];
}

export function taskStand(task: Task): TaskStand {
  return {
    id: task.id,
    state: task.state,
    position: task.position,
    capacity: task.capacity,
    outcome: task.outcome,
    answeredAt: task.answered_at?.getTime() ?? null,
    deadline: task.deadline,
    linkGeneration: task.link_generation,
    passedOn: task.passed_on,
  };
}

/** All that is asked in a case, as the rules see it. */
export function caseStand(
  { paused_at, ending, closed_at }: Pick<Case, 'paused_at' | 'ending' | 'closed_at'>,
  rounds: Awaited<ReturnType<typeof readRounds>>,
): CaseStand {
  return {
    paused: paused_at !== null,
    ended: ending,
    closed: closed_at !== null,
    rounds: rounds.map((round) => ({ ...round, tasks: round.tasks.map(taskStand) })),
  };
}

/**
 * The process has seen the answers of these rounds: they are marked, with the words that told of
 * them; the round that has decided keeps its outcome. The caller holds the case's lock.
 */
export async function markSeen(
  tx: Tx,
  { municipality_id: municipalityId, id: caseId }: Case,
  keys: readonly string[],
  at: Date,
  decided?: { key: string; outcome: TaskOutcome },
): Promise<void> {
  const seen = tx
    .with('word', (db) =>
      db
        .updateTable('outbox')
        .set({ consumed_at: at })
        .where('municipality_id', '=', municipalityId)
        .where('case_id', '=', caseId)
        .where('kind', '=', 'look')
        .where('consumed_at', 'is', null),
    )
    .with('seen', (db) =>
      db
        .updateTable('task')
        .set({ consumed_at: at })
        .where('municipality_id', '=', municipalityId)
        .where('case_id', '=', caseId)
        .where('step_key', 'in', keys)
        .where('state', '=', 'answered')
        .where('consumed_at', 'is', null),
    );
  await seen
    .updateTable('round')
    .set({ state: 'decided', outcome: decided?.outcome ?? null, ended_at: at })
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .where('step_key', '=', decided?.key ?? '')
    .where('state', '=', 'open')
    .execute();
}

/** Whose answers are enough from now on. */
export async function changeRule(
  tx: Tx,
  { municipality_id: municipalityId, id: caseId }: Pick<Case, 'municipality_id' | 'id'>,
  key: string,
  rule: RoundStand['rule'],
): Promise<void> {
  await tx
    .updateTable('round')
    .set({ rule: JSON.stringify(rule) })
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .where('step_key', '=', key)
    .execute();
}

/** Ends rounds without a decision. */
export async function closeRounds(
  tx: Tx,
  { municipality_id: municipalityId, id: caseId }: Pick<Case, 'municipality_id' | 'id'>,
  keys: readonly string[],
  at: Date,
): Promise<void> {
  if (keys.length === 0) return;
  await tx
    .updateTable('round')
    .set({ state: 'closed', ended_at: at })
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .where('step_key', 'in', keys)
    .where('state', '=', 'open')
    .execute();
}
