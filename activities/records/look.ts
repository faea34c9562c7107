import type { Tx } from '../../database/database';
import { followMembers } from '../../database/follow-members';
import { raiseAttention } from '../../database/repositories/attention.repository';
import { lockCase, type Case } from '../../database/repositories/case.repository';
import {
  caseStand,
  closeRounds,
  markSeen,
  readRounds,
} from '../../database/repositories/round.repository';
import { changeTask, type Task } from '../../database/repositories/task.repository';
import { changedTasks, settle, type CaseStand, type Settled } from '../../domain/asking/stand';
import type { Found, OpenedTask, ProcessState, StepsAfter, TaskPlan } from '../../domain/process';
import { askInTurn, openedTask, withTerms } from './open-round';
import { isPast } from './past-run';
import { recordInCase, type RecordDependencies, type Recording } from './record-steps';

/** A round that a process waits for. */
export interface AwaitedRound {
  /** The key of the step that opened it. */
  key: string;
  /** For whoever is asked next in an order. */
  plan: TaskPlan;
  /** Its deadline has come and ends it: without a decision it is closed. */
  close?: boolean;
}

export interface LookInput {
  process: ProcessState;
  /** Process time in milliseconds since 1970. */
  at: number;
  /** The first of them that is decided ends them all. */
  rounds: readonly AwaitedRound[];
  /** What follows each outcome, in the same transaction. */
  then?: StepsAfter;
}

/**
 * Looks at the rounds a process waits for. The rows decide, under the lock of the case: an answer
 * committed before a closing wins, one after it was refused. Repeatable.
 */
export async function look(dependencies: RecordDependencies, input: LookInput): Promise<Found> {
  const { municipalityId, caseId } = input.process;
  return dependencies.database.transaction(municipalityId, async (tx) => {
    const current = await lockCase(tx, municipalityId, caseId);
    return lookInCase(tx, dependencies, current, input);
  });
}

async function lookInCase(
  tx: Tx,
  dependencies: RecordDependencies,
  current: Case,
  { process, at, rounds, then }: LookInput,
): Promise<Found> {
  const now = new Date(at);
  const keys = rounds.map(({ key }) => key);
  const municipality = dependencies.municipality(current.municipality_id);
  const { forms, processes } = dependencies;
  const goesOn = current.ending === null && current.paused_at === null;
  const following = { tx, forms, municipality, current, at: now };
  const handedOn = goesOn && (await followMembers(following, keys));
  const asked = await readRounds(tx, current, keys);
  const before = caseStand(current, asked);
  const settled = settle(before, keys, keysOf(rounds, 'close'));
  if (!isPast(process, current)) await markSeen(tx, current, keys, now, settled.decided);
  if (before.ended) return { state: 'ended', how: before.ended };
  if (before.paused) return { state: 'paused' };
  await closeWhatEnded(tx, current, before, settled, now);
  if (settled.decided) {
    const steps = then?.[settled.decided.outcome] ?? [];
    const recorded = await recordInCase(tx, dependencies, current, { process, at, steps });
    return { state: 'decided', ...settled.decided, recorded };
  }
  if (settled.stand.rounds.every(({ state }) => state !== 'open')) return { state: 'closed' };
  if (settled.impossible) await callForHelp(tx, current, settled.impossible, now);
  const recording = { tx, forms, processes, municipality, current, at: now };
  const tasks = await openTasks(recording, rounds, asked, settled);
  const planned = handedOn || settled.turned.length > 0;
  return { state: 'open', tasks, ...(planned && { planned }) };
}

function keysOf(rounds: readonly AwaitedRound[], mark: 'close'): string[] {
  return rounds.filter((round) => round[mark]).map(({ key }) => key);
}

/** Rounds and tasks that nobody is asked in any more. */
async function closeWhatEnded(
  tx: Tx,
  current: Case,
  before: CaseStand,
  { stand }: Settled,
  at: Date,
): Promise<void> {
  for (const { id, state } of changedTasks(before, stand)) {
    if (state !== 'closed') continue;
    await changeTask(tx, current.municipality_id, id, { state, closed_at: at });
  }
  const closed = stand.rounds.filter(({ state }, i) => {
    return state === 'closed' && before.rounds[i]?.state === 'open';
  });
  await closeRounds(
    tx,
    current,
    closed.map(({ key }) => key),
    at,
  );
}

/** Nobody is left whose answer could be enough: a person has to ask somebody else. */
async function callForHelp(tx: Tx, current: Case, key: string, at: Date): Promise<void> {
  const attention = { caseId: current.id, key: `${key}/nobody`, code: 'task.nobodyLeft', at };
  await raiseAttention(tx, current.municipality_id, attention);
}

async function openTasks(
  recording: Recording,
  rounds: readonly AwaitedRound[],
  asked: readonly { key: string; tasks: readonly Task[] }[],
  { stand, turned }: Settled,
): Promise<OpenedTask[]> {
  const open = stand.rounds.flatMap(({ tasks }) => tasks).filter(({ state }) => state === 'open');
  const rows = asked.flatMap(({ tasks }) => tasks);
  const opened: OpenedTask[] = [];
  for (const { id } of open) {
    const row = rows.find((each) => each.id === id);
    const plan = rounds.find(({ key }) => key === row?.step_key)?.plan;
    if (!row || !plan) continue;
    const task = turned.includes(id) ? await askInTurn(recording, row, plan) : openedTask(row);
    opened.push(...(await withTerms(recording, plan.kind, [task], [row])));
  }
  return opened;
}
