import type { ErrorCode } from '../errors';
import type { TaskOutcome } from '../process';
import { nextInTurn, verdict, type Asked, type Rule, type TaskState } from './rule';
import { ruleAmong } from './stand-ins';

/** One person's task as the rules of asking see it. */
export interface TaskStand extends Asked {
  id: string;
  /** `YYYY-MM-DD`; what comes after it is late, and still counts. */
  deadline: string;
  /** Links of an older generation are dead. */
  linkGeneration: number;
  /** Why somebody else was asked instead. */
  passedOn?: PassedOn | null;
}

/** A question put to one person or several. */
export interface RoundStand {
  key: string;
  rule: Rule;
  inOrder: boolean;
  state: 'open' | 'decided' | 'closed';
  outcome?: TaskOutcome | null;
  tasks: readonly TaskStand[];
}

/** All that is asked in a case, and whether it is going on. */
export interface CaseStand {
  paused: boolean;
  ended: Ending | null;
  closed: boolean;
  rounds: readonly RoundStand[];
  /** The process waits for others and asks nobody itself: for committees, for a budget, for finality. */
  waits?: boolean;
}

/** `left`: whoever was asked sits in the group no more. */
export const passedOnReasons = ['delegated', 'conflict', 'reassigned', 'left'] as const;
export type PassedOn = (typeof passedOnReasons)[number];

export const endings = ['withdrawn', 'cancelled', 'lapsed', 'declined'] as const;
/**
 * How a case ended before its time: the applicant withdrew it, the municipality ended it, nobody
 * answered and the officer ended it, too few agreed.
 */
export type Ending = (typeof endings)[number];

/** What a person does to a case. `to` is the id of the task that is made for somebody else. */
export type Action =
  | { kind: 'answer'; task: string; outcome: TaskOutcome; at: number }
  | { kind: 'passOn'; task: string; because: PassedOn; to: string | null }
  /** Whoever is asked has left the group; `quorum` is the rule as the group is asked. */
  | { kind: 'leave'; task: string; to: string | null; quorum: Rule }
  /** Somebody else has the same question, with what is written of the answer. */
  | { kind: 'handOver'; task: string }
  | { kind: 'reissue'; task: string }
  | { kind: 'extend'; task: string; deadline: string; today: string }
  | { kind: 'pause' }
  | { kind: 'resume'; deadlines: Readonly<Record<string, string>> }
  | { kind: 'end'; how: Ending };

export type Transition = { stand: CaseStand } | { refused: ErrorCode };

/**
 * What an action makes of a case, or why it is refused. The record applies what comes out of here,
 * so what may happen to a case stands in this file alone.
 */
export function act(stand: CaseStand, action: Action): Transition {
  // A new link also leads to a receipt, so it may be had for what has ended.
  if (action.kind !== 'reissue' && (stand.closed || stand.ended)) return { refused: 'case.closed' };
  switch (action.kind) {
    case 'pause':
      // An answer that came before is taken when the case goes on, and no next step is recorded until then.
      return stand.paused ? { refused: 'case.paused' } : { stand: { ...stand, paused: true } };
    case 'resume':
      return stand.paused
        ? { stand: resumed(stand, action.deadlines) }
        : { refused: 'case.notPaused' };
    case 'end':
      return unlessMoving(stand, ended(stand, action.how));
    default:
      return actOnTask(stand, action);
  }
}

type TaskAction = Extract<Action, { task: string }>;

function actOnTask(stand: CaseStand, action: TaskAction): Transition {
  const round = stand.rounds.find(({ tasks }) => tasks.some(({ id }) => id === action.task));
  const task = round?.tasks.find(({ id }) => id === action.task);
  if (!round || !task) return { refused: 'task.unknown' };
  if (action.kind === 'reissue') {
    if (task.state === 'waiting' || task.state === 'passedOn') return { refused: 'task.closed' };
    return changed(stand, round, task, { linkGeneration: task.linkGeneration + 1 });
  }
  if (action.kind === 'leave') return left(stand, round, task, action);
  const refused = refusal(task);
  if (refused) return { refused };
  switch (action.kind) {
    case 'answer':
      return changed(stand, round, task, {
        state: 'answered',
        outcome: action.outcome,
        answeredAt: action.at,
      });
    case 'extend':
      if (action.deadline < action.today) return { refused: 'deadline.past' };
      return changed(stand, round, task, { deadline: action.deadline });
    case 'handOver':
      return changed(stand, round, task, { linkGeneration: task.linkGeneration + 1 });
    case 'passOn':
      return { stand: withRound(stand, passedOn(round, task, action)) };
  }
}

function refusal({ state }: TaskStand): ErrorCode | undefined {
  if (state === 'answered') return 'task.alreadyAnswered';
  return state === 'open' ? undefined : 'task.closed';
}

function passedOn(
  round: RoundStand,
  task: TaskStand,
  { because, to }: Extract<Action, { kind: 'passOn' }>,
): RoundStand {
  // Their link is dead too: whoever has a conflict of interest reads no further.
  const linkGeneration = task.linkGeneration + 1;
  const left: TaskStand = { ...task, state: 'passedOn', passedOn: because, linkGeneration };
  const tasks = round.tasks.map((each) => (each.id === task.id ? left : each));
  if (to === null) return { ...round, tasks };
  return { ...round, tasks: [...tasks, successor(task, to, 'open')] };
}

function successor(
  { position, capacity = null, deadline }: TaskStand,
  id: string,
  state: 'open' | 'waiting',
): TaskStand {
  return { id, position, capacity, deadline, state, linkGeneration: 1 };
}

/**
 * A member's question goes to whoever sits there now, in an order also before it was their turn; where
 * nobody does, the rule is among those who are left. What had gone to nobody may go to somebody later. The
 * old link stays good: it says where the question has gone.
 */
function left(
  stand: CaseStand,
  round: RoundStand,
  task: TaskStand,
  { to, quorum }: Extract<Action, { kind: 'leave' }>,
): Transition {
  const isAwaited = task.state === 'open' || task.state === 'waiting';
  const isVacant =
    task.passedOn === 'left' &&
    to !== null &&
    round.tasks.every(({ position, state }) => position !== task.position || state === 'passedOn');
  if (round.state !== 'open' || (!isAwaited && !isVacant)) return { refused: 'task.closed' };
  const gone: TaskStand = { ...task, state: 'passedOn', passedOn: 'left' };
  const others = replaced(round, gone).tasks;
  const turn = task.state === 'waiting' || (isVacant && round.inOrder) ? 'waiting' : 'open';
  const tasks = to === null ? others : [...others, successor(task, to, turn)];
  const counted = tasks.filter(({ state }) => state !== 'passedOn').length;
  return { stand: withRound(stand, { ...round, tasks, rule: ruleAmong(quorum, counted) }) };
}

/**
 * A case can be ended while it waits for somebody, while it is paused, and before its process has begun;
 * not between an answer and what follows it.
 */
function unlessMoving(stand: CaseStand, stopped: CaseStand): Transition {
  const open = stand.rounds.filter(({ state }) => state === 'open');
  const verdicts = open.map(({ rule, tasks }) => verdict(rule, tasks));
  if (verdicts.some((each) => each && each !== 'impossible')) return { refused: 'case.decided' };
  const waits = stand.waits === true || stand.paused || open.length > 0;
  return waits || stand.rounds.length === 0 ? { stand: stopped } : { refused: 'case.busy' };
}

function ended(stand: CaseStand, how: Ending): CaseStand {
  return { ...stand, ended: how, paused: false, rounds: stand.rounds.map(closed) };
}

function resumed(stand: CaseStand, deadlines: Readonly<Record<string, string>>): CaseStand {
  const later = (task: TaskStand): TaskStand => {
    const deadline = deadlines[task.id];
    return deadline === undefined ? task : { ...task, deadline };
  };
  const rounds = stand.rounds.map((round) => ({ ...round, tasks: round.tasks.map(later) }));
  return { ...stand, paused: false, rounds };
}

/** What the process makes of the answers when it looks. */
export interface Settled {
  stand: CaseStand;
  /** The first round of those it waits for that has been decided, and how. */
  decided?: { key: string; outcome: TaskOutcome };
  /** A round whose rule nobody can satisfy any more. */
  impossible?: string;
  /** Tasks whose turn has come. */
  turned: readonly string[];
}

/**
 * Looks at the rounds a process waits for, in its order: the first that is decided ends them all;
 * otherwise whoever is next in an order is asked. A paused case stays as it is.
 *
 * @param closing rounds whose deadline ends them: without a decision they are closed
 */
export function settle(
  stand: CaseStand,
  keys: readonly string[],
  closing: readonly string[] = [],
): Settled {
  if (stand.paused || stand.ended) return { stand, turned: [] };
  const rounds = keys.flatMap((key) => stand.rounds.find((round) => round.key === key) ?? []);
  for (const { key, rule, tasks, state, outcome } of rounds) {
    if (state === 'decided' && outcome) return { stand, decided: { key, outcome }, turned: [] };
    const found = state === 'open' ? verdict(rule, tasks) : undefined;
    if (found && found !== 'impossible') {
      return {
        stand: decide(stand, keys, key, found),
        decided: { key, outcome: found },
        turned: [],
      };
    }
  }
  const left = rounds.filter(({ key }) => closing.includes(key));
  const stands = left.reduce((so, round) => withRound(so, closed(round)), stand);
  return { ...turn(stands, keys), ...hopeless(rounds) };
}

function hopeless(rounds: readonly RoundStand[]): { impossible?: string } {
  const round = rounds.find(
    ({ state, rule, tasks }) => state === 'open' && verdict(rule, tasks) === 'impossible',
  );
  return round ? { impossible: round.key } : {};
}

function turn(stand: CaseStand, keys: readonly string[]): { stand: CaseStand; turned: string[] } {
  const turned: string[] = [];
  const rounds = stand.rounds.map((round) => {
    if (round.state !== 'open' || !round.inOrder || !keys.includes(round.key)) return round;
    const next = nextInTurn(round.tasks);
    if (!next) return round;
    turned.push(next.id);
    return replaced(round, { ...next, state: 'open' });
  });
  return { stand: { ...stand, rounds }, turned };
}

function decide(
  stand: CaseStand,
  keys: readonly string[],
  key: string,
  outcome: TaskOutcome,
): CaseStand {
  const rounds = stand.rounds.map((round) => {
    if (!keys.includes(round.key)) return round;
    const done = closed(round);
    return round.key === key ? { ...done, state: 'decided' as const, outcome } : done;
  });
  return { ...stand, rounds };
}

/** Nobody is asked any more; what was answered stays answered. */
function closed(round: RoundStand): RoundStand {
  if (round.state !== 'open') return round;
  const end = (task: TaskStand): TaskStand =>
    task.state === 'open' || task.state === 'waiting' ? { ...task, state: 'closed' } : task;
  return { ...round, state: 'closed', tasks: round.tasks.map(end) };
}

function changed(
  stand: CaseStand,
  round: RoundStand,
  task: TaskStand,
  change: Partial<TaskStand>,
): Transition {
  return { stand: withRound(stand, replaced(round, { ...task, ...change })) };
}

function replaced(round: RoundStand, task: TaskStand): RoundStand {
  return { ...round, tasks: round.tasks.map((each) => (each.id === task.id ? task : each)) };
}

function withRound(stand: CaseStand, round: RoundStand): CaseStand {
  const rounds = stand.rounds.map((each) => (each.key === round.key ? round : each));
  return { ...stand, rounds };
}

/** What a task looks like to whoever must write it down: only its state is compared. */
export function changedTasks(before: CaseStand, after: CaseStand): TaskStand[] {
  const known = new Map(before.rounds.flatMap(({ tasks }) => tasks).map((task) => [task.id, task]));
  return after.rounds.flatMap(({ tasks }) => tasks).filter((task) => known.get(task.id) !== task);
}

export type { TaskState };
