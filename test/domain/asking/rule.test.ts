import { nextInTurn, verdict, type Asked } from '../../../domain/asking/rule';
import type { TaskOutcome } from '../../../domain/process';
import type { Capacity } from '../../../domain/signatories';

let at = 0;
const said = (outcome: TaskOutcome, position: number, capacity?: Capacity): Asked => ({
  state: 'answered',
  outcome,
  position,
  answeredAt: (at += 1),
  ...(capacity && { capacity }),
});
const open = (position: number, capacity?: Capacity): Asked => ({
  state: 'open',
  position,
  ...(capacity && { capacity }),
});
const gone = (position: number): Asked => ({ state: 'passedOn', position });

describe('colleagues who share a role', () => {
  it('decide by whoever answers first, whatever the answer', () => {
    const first = said('refuse', 1);
    const second = said('approve', 0);
    expect(verdict({ kind: 'first' }, [second, first])).toBe('refuse');
    expect(verdict({ kind: 'first' }, [open(0), first])).toBe('refuse');
    expect(verdict({ kind: 'first' }, [open(0), open(1)])).toBeUndefined();
  });

  it('need help when nobody of them is left', () => {
    expect(verdict({ kind: 'first' }, [gone(0)])).toBe('impossible');
  });
});

describe('one who may sign alone', () => {
  it('signs although another one declines, in either order', () => {
    expect(verdict({ kind: 'any' }, [said('decline', 0), open(1)])).toBeUndefined();
    expect(verdict({ kind: 'any' }, [said('decline', 0), said('answered', 1)])).toBe('answered');
  });

  it('has declined for all once nobody else is left', () => {
    expect(verdict({ kind: 'any' }, [said('decline', 0), said('decline', 1)])).toBe('decline');
  });
});

describe('all together', () => {
  it('wait for the last one', () => {
    expect(verdict({ kind: 'all' }, [said('answered', 0), open(1)])).toBeUndefined();
    expect(verdict({ kind: 'all' }, [said('answered', 0), said('answered', 1)])).toBe('answered');
  });

  it('have declined with the first one who does', () => {
    expect(verdict({ kind: 'all' }, [said('decline', 0), open(1)])).toBe('decline');
  });

  it('do not wait for whoever was passed over', () => {
    expect(verdict({ kind: 'all' }, [gone(0), said('answered', 1)])).toBe('answered');
    expect(verdict({ kind: 'all' }, [gone(0), open(0), said('answered', 1)])).toBeUndefined();
  });
});

describe('a quorum', () => {
  const rule = { kind: 'atLeast', count: 2 } as const;

  it('is reached by so many, however many are asked', () => {
    expect(verdict(rule, [said('answered', 0), open(1), open(2)])).toBeUndefined();
    expect(verdict(rule, [said('answered', 0), open(1), said('answered', 2)])).toBe('answered');
  });

  it('cannot be reached by fewer', () => {
    expect(verdict(rule, [said('answered', 0), gone(1)])).toBe('impossible');
  });
});

describe('chair with treasurer or secretary', () => {
  const rule = {
    kind: 'oneOf',
    sets: [
      ['chair', 'treasurer'],
      ['chair', 'secretary'],
    ],
  } as const;

  it('is satisfied by either pair and by no other', () => {
    const chair = said('answered', 0, 'chair');
    const treasurer = said('answered', 1, 'treasurer');
    const secretary = said('answered', 2, 'secretary');
    expect(verdict(rule, [chair, open(1, 'treasurer'), secretary])).toBe('answered');
    expect(verdict(rule, [chair, treasurer, open(2, 'secretary')])).toBe('answered');
    expect(verdict(rule, [open(0, 'chair'), treasurer, secretary])).toBeUndefined();
  });

  it('falls with the chair', () => {
    const asked = [said('decline', 0, 'chair'), open(1, 'treasurer'), open(2, 'secretary')];
    expect(verdict(rule, asked)).toBe('decline');
  });

  it('counts persons, not capacities that one of them has twice', () => {
    const two = { kind: 'oneOf', sets: [['boardMember', 'boardMember']] } as const;
    const one = said('answered', 0, 'boardMember');
    expect(verdict(two, [one, open(1, 'boardMember')])).toBeUndefined();
    expect(verdict(two, [one, said('answered', 1, 'boardMember')])).toBe('answered');
  });
});

describe('an order', () => {
  it('asks the next one when nobody is being asked', () => {
    const waiting: Asked = { state: 'waiting', position: 1 };
    const last: Asked = { state: 'waiting', position: 2 };
    expect(nextInTurn([open(0), waiting])).toBeUndefined();
    expect(nextInTurn([said('answered', 0), last, waiting])).toBe(waiting);
    expect(nextInTurn([gone(0), open(0), waiting])).toBeUndefined();
  });
});
