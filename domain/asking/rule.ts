import type { TaskOutcome } from '../process';
import type { Capacity } from '../signatories';

/** Whose answers are enough when several are asked. */
export type Rule =
  /** Whatever the first one answers: colleagues who share a role. */
  | { kind: 'first' }
  /** One who agrees. */
  | { kind: 'any' }
  | { kind: 'all' }
  | { kind: 'atLeast'; count: number }
  /** All of one of these sets, each capacity by a person of its own. */
  | { kind: 'oneOf'; sets: readonly (readonly Capacity[])[] };

/** `passedOn`: somebody else was asked instead. `waiting`: in an order, not this one's turn yet. */
export const taskStates = ['waiting', 'open', 'answered', 'closed', 'passedOn'] as const;
export type TaskState = (typeof taskStates)[number];

/** One of those who are asked, as a rule sees them. */
export interface Asked {
  state: TaskState;
  /** From 0: the order in which they are asked, or only listed. */
  position: number;
  capacity?: Capacity | null;
  outcome?: TaskOutcome | null;
  /** Milliseconds since 1970. */
  answeredAt?: number | null;
}

/** `impossible`: nobody is left whose answer could be enough; a person has to see to it. */
export type Verdict = TaskOutcome | 'impossible' | undefined;

const agreeing: readonly TaskOutcome[] = ['approve', 'answered', 'forward', 'support'];

/**
 * What those who are asked have decided together, or undefined while answers are missing that may
 * change it. A "no" decides only once the rule cannot be satisfied without it, so one of two who may
 * sign alone can decline and the other still sign.
 */
export function verdict(rule: Rule, asked: readonly Asked[]): Verdict {
  const answered = asked.filter(({ state }) => state === 'answered');
  if (rule.kind === 'first') return firstAnswer(answered) ?? unlessHopeless(asked);
  const yes = answered.filter(({ outcome }) => outcome && agreeing.includes(outcome));
  if (isEnough(rule, yes, asked)) return yes[0]?.outcome ?? undefined;
  const possible = [...yes, ...asked.filter(isAwaited)];
  if (isEnough(rule, possible, asked)) return undefined;
  const no = inOrder(answered).find(({ outcome }) => outcome && !agreeing.includes(outcome));
  return no?.outcome ?? 'impossible';
}

/** Whose turn it is in an order, when nobody is being asked: the next one who waits. */
export function nextInTurn<T extends Asked>(asked: readonly T[]): T | undefined {
  if (asked.some(({ state }) => state === 'open')) return undefined;
  return inOrder(asked.filter(({ state }) => state === 'waiting'))[0];
}

function isAwaited({ state }: Asked): boolean {
  return state === 'open' || state === 'waiting';
}

function firstAnswer(answered: readonly Asked[]): Verdict {
  const [first] = [...answered].sort((a, b) => (a.answeredAt ?? 0) - (b.answeredAt ?? 0));
  return first?.outcome ?? undefined;
}

function unlessHopeless(asked: readonly Asked[]): Verdict {
  return asked.some(isAwaited) ? undefined : 'impossible';
}

function inOrder<T extends Asked>(asked: readonly T[]): T[] {
  return [...asked].sort((a, b) => a.position - b.position);
}

/** Whether these are enough of all who are asked; whoever was passed over no longer counts. */
function isEnough(rule: Rule, those: readonly Asked[], asked: readonly Asked[]): boolean {
  switch (rule.kind) {
    case 'first':
    case 'any':
      return those.length > 0;
    case 'all':
      return those.length > 0 && those.length === asked.filter(isCounted).length;
    case 'atLeast':
      return those.length > 0 && those.length >= rule.count;
    case 'oneOf':
      return rule.sets.some((set) => set.length > 0 && fills(set, those));
  }
}

function isCounted({ state }: Asked): boolean {
  return state !== 'passedOn';
}

function fills(set: readonly Capacity[], those: readonly Asked[]): boolean {
  const count = (capacity: Capacity, list: readonly (Capacity | null | undefined)[]) =>
    list.filter((each) => each === capacity).length;
  const present = those.map(({ capacity }) => capacity);
  return set.every((capacity) => count(capacity, present) >= count(capacity, set));
}
