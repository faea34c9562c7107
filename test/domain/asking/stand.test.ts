import fc from 'fast-check';
import type { Rule } from '../../../domain/asking/rule';
import {
  act,
  changedTasks,
  settle,
  type Action,
  type CaseStand,
} from '../../../domain/asking/stand';
import { Model, type ModelAction } from './model';

const rules: Rule[] = [
  { kind: 'first' },
  { kind: 'any' },
  { kind: 'all' },
  { kind: 'atLeast', count: 2 },
];

const seat = fc.nat(3);
const outcome = fc.constantFrom('approve' as const, 'refuse' as const, 'return' as const);
const action: fc.Arbitrary<ModelAction> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('answer' as const), seat, outcome }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('delegate', 'conflict', 'reissue', 'extend'),
      seat,
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('look', 'look', 'look', 'crash') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('pause', 'resume', 'resume') }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom('cancel', 'close', 'resume', 'look') }),
  },
);

/** A case in which some are asked, as the record would hold it. */
function opened(rule: Rule, seats: number, inOrder: boolean): CaseStand {
  const tasks = Array.from({ length: seats }, (_, position) => ({
    id: `${position}`,
    position,
    state: inOrder && position > 0 ? ('waiting' as const) : ('open' as const),
    deadline: '2027-01-11',
    linkGeneration: 1,
  }));
  const round = { key: 'ask', rule, inOrder, state: 'open' as const, tasks };
  return { paused: false, ended: null, closed: false, rounds: [round] };
}

describe('what people do to a case, in any order', () => {
  it('ends as a much simpler account of it says', () => {
    const cases = fc.record({
      rule: fc.constantFrom(...rules),
      seats: fc.integer({ min: 1, max: 4 }),
      inOrder: fc.boolean(),
      actions: fc.array(action, { minLength: 6, maxLength: 25 }),
    });
    let decided = 0;
    fc.assert(
      fc.property(cases, ({ rule, seats, inOrder, actions }) => {
        const model = new Model(rule, seats, inOrder);
        let stand = opened(rule, seats, inOrder);
        let at = 0;
        for (const each of actions) {
          at += 1;
          const expected = model.apply(each);
          const result = applied(stand, each, at);
          if (result.refused !== expected) {
            expect([each, result.refused]).toEqual([each, expected]);
          }
          stand = result.stand;
        }
        expect(describeStand(stand)).toEqual(model.describe());
        if (model.describe().outcome) decided += 1;
      }),
      { numRuns: 10_000 },
    );
    // Otherwise it would prove little.
    expect(decided).toBeGreaterThan(2_000);
  });
});

function applied(
  stand: CaseStand,
  each: ModelAction,
  at: number,
): { stand: CaseStand; refused?: string | undefined } {
  if (each.kind === 'crash') return { stand: structuredClone(stand) };
  if (each.kind === 'look') return { stand: settle(stand, ['ask']).stand };
  if (each.kind === 'close') return { stand: settle(stand, ['ask'], ['ask']).stand };
  const result = act(stand, toAction(stand, each, at));
  return 'refused' in result ? { stand, refused: result.refused } : { stand: result.stand };
}

/** Whoever has the seat now. */
function taskAt(stand: CaseStand, seat: number): string {
  const tasks = stand.rounds[0]?.tasks ?? [];
  return tasks.findLast(({ position }) => position === seat)?.id ?? 'nobody';
}

function toAction(stand: CaseStand, each: ModelAction, at: number): Action {
  switch (each.kind) {
    case 'answer':
      return { kind: 'answer', task: taskAt(stand, each.seat), outcome: each.outcome, at };
    case 'delegate':
      return {
        kind: 'passOn',
        task: taskAt(stand, each.seat),
        because: 'delegated',
        to: `${each.seat}/${at}`,
      };
    case 'conflict':
      return { kind: 'passOn', task: taskAt(stand, each.seat), because: 'conflict', to: null };
    case 'reissue':
      return { kind: 'reissue', task: taskAt(stand, each.seat) };
    case 'extend': {
      const task = taskAt(stand, each.seat);
      return { kind: 'extend', task, deadline: '2027-02-01', today: '2027-01-04' };
    }
    case 'pause':
      return { kind: 'pause' };
    case 'resume':
      return { kind: 'resume', deadlines: {} };
    default:
      return { kind: 'end', how: 'cancelled' };
  }
}

function describeStand(stand: CaseStand) {
  const [round] = stand.rounds;
  const seats = new Map<number, string>();
  for (const { position, state } of round?.tasks ?? []) seats.set(position, state);
  return {
    paused: stand.paused,
    ended: stand.ended !== null,
    outcome: round?.outcome ?? null,
    over: round?.state !== 'open',
    seats: [...seats.entries()].sort(([a], [b]) => a - b).map(([, state]) => state),
  };
}

describe('going on after a pause', () => {
  it('moves the deadlines it is given and leaves every other task as it is', () => {
    const paused = { ...opened({ kind: 'all' }, 2, false), paused: true };
    const result = act(paused, { kind: 'resume', deadlines: { '1': '2027-02-01' } });
    if ('refused' in result) throw new Error(result.refused);
    expect(changedTasks(paused, result.stand)).toMatchObject([{ id: '1', deadline: '2027-02-01' }]);
  });
});

describe('a case that asks nobody itself', () => {
  const asked = opened({ kind: 'first' }, 1, false);
  const over: CaseStand = {
    ...asked,
    rounds: asked.rounds.map((round) => ({ ...round, state: 'decided' as const })),
  };
  const end = { kind: 'end', how: 'cancelled' } as const;

  it('is paused at any time, and ended only where it waits for others or is paused', () => {
    expect(act(over, { kind: 'pause' })).toMatchObject({ stand: { paused: true } });
    expect(act(over, end)).toEqual({ refused: 'case.busy' });
    expect(act({ ...over, waits: true }, end)).toMatchObject({ stand: { ended: 'cancelled' } });
    expect(act({ ...over, paused: true }, end)).toMatchObject({
      stand: { ended: 'cancelled', paused: false },
    });
  });

  it('is neither once it has ended', () => {
    const closed = { ...over, closed: true, waits: true };
    expect(act(closed, { kind: 'pause' })).toEqual({ refused: 'case.closed' });
    expect(act(closed, end)).toEqual({ refused: 'case.closed' });
  });
});

describe('an extension', () => {
  it('is refused to a day that has been', () => {
    const stand = opened({ kind: 'first' }, 1, false);
    const past = {
      kind: 'extend',
      task: '0',
      deadline: '2027-01-03',
      today: '2027-01-04',
    } as const;
    expect(act(stand, past)).toEqual({ refused: 'deadline.past' });
  });
});

describe('a task of another case', () => {
  it('is unknown', () => {
    const stand = opened({ kind: 'first' }, 1, false);
    expect(act(stand, { kind: 'reissue', task: 'elsewhere' })).toEqual({ refused: 'task.unknown' });
  });
});
