import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { countVotes, type Ballot, type FocusVote } from '../../../domain/focus/count-votes';
import type { FocusArea } from '../../../domain/focus/focus-areas';

const listOf = (count: number): FocusArea[] =>
  Array.from({ length: count }, (_, i) => ({ id: `a${i + 1}`, area: `Område ${i + 1}` }));

const count = (votes: readonly (readonly string[])[], changes: Partial<Ballot> = {}) =>
  countVotes({
    ...{ list: listOf(5), rules: { most: 2 }, asked: votes.length },
    votes: votes.map((areas, i) => ({ party: `party-${i}`, areas })),
    ...changes,
  });

describe('a vote on focus areas', () => {
  it('chooses those with most votes, in the order of their votes', () => {
    const { outcome, tally } = count([['a3', 'a1'], ['a3', 'a1'], ['a3'], ['a5']]);
    expect(outcome).toEqual({ state: 'chosen', areas: ['a3', 'a1'] });
    expect(tally.votes.map(({ votes }) => votes)).toEqual([2, 0, 3, 0, 1]);
    expect(tally).toMatchObject({ asked: 4, voted: 4, notCounted: 0 });
  });

  it('leaves a tie for the last place to somebody, or takes all of them', () => {
    const votes = [['a2', 'a4'], ['a2'], ['a5']];
    expect(count(votes).outcome).toEqual({
      ...{ state: 'tied', areas: ['a2'], among: ['a4', 'a5'], room: 1 },
    });
    expect(count(votes, { rules: { most: 2, ties: 'all' } }).outcome).toEqual({
      ...{ state: 'chosen', areas: ['a2', 'a4', 'a5'] },
    });
  });

  it('is no tie where there is room for both', () => {
    expect(count([['a1', 'a2']]).outcome).toEqual({ state: 'chosen', areas: ['a1', 'a2'] });
  });

  it('never chooses what nobody has voted for, though there is room', () => {
    expect(count([['a4']]).outcome).toEqual({ state: 'chosen', areas: ['a4'] });
    const few = { list: listOf(1), rules: { most: 3 } };
    expect(count([['a1']], few).outcome).toEqual({ state: 'chosen', areas: ['a1'] });
  });

  it('leaves everything to somebody where nobody has voted, whatever a tie else comes to', () => {
    expect(count([], { rules: { most: 2, ties: 'all' }, asked: 7 })).toMatchObject({
      outcome: { state: 'tied', areas: [], among: ['a1', 'a2', 'a3', 'a4', 'a5'], room: 2 },
      tally: { asked: 7, voted: 0 },
    });
  });

  it('counts a party once, and not at all when it has left', () => {
    const votes: FocusVote[] = [
      { party: 'twice', areas: ['a1'] },
      { party: 'twice', areas: ['a2'] },
      { party: 'gone', areas: ['a2', 'a3'] },
    ];
    const { tally, outcome } = count([], { votes, parties: new Set(['twice']) });
    expect(outcome).toEqual({ state: 'chosen', areas: ['a1'] });
    expect(tally).toMatchObject({ voted: 1, notCounted: 1 });
  });

  it('comes to the same in whatever order the votes come, and never to more than there is room for', () => {
    const areas = fc.subarray(
      listOf(6).map(({ id }) => id),
      { minLength: 1 },
    );
    const ballots = fc.array(areas, { maxLength: 30 });
    fc.assert(
      fc.property(ballots, fc.integer({ min: 1, max: 4 }), fc.nat(), (given, most, turn) => {
        const votes = given.map((each, i) => ({ party: String(i), areas: each }));
        const at = given.length === 0 ? 0 : turn % given.length;
        const ballot = { list: listOf(6), rules: { most }, asked: 30 };
        const one = countVotes({ ...ballot, votes });
        const other = countVotes({ ...ballot, votes: [...votes.slice(at), ...votes.slice(0, at)] });
        expect(other).toEqual(one);
        const { outcome, tally } = one;
        const room = outcome.state === 'tied' ? outcome.room : 0;
        expect(outcome.areas.length + room).toBeLessThanOrEqual(most);
        if (outcome.state === 'tied') expect(outcome.among.length).toBeGreaterThan(room - 1);
        const votesFor = new Map(tally.votes.map(({ id, votes: number }) => [id, number]));
        const least = Math.min(...outcome.areas.map((id) => votesFor.get(id) ?? 0));
        const left = tally.votes.filter(({ id }) => !outcome.areas.includes(id));
        const most2 = Math.max(0, ...left.map(({ votes: number }) => number));
        // Whoever is chosen has more votes than whoever is not.
        if (outcome.areas.length > 0 && left.length > 0 && outcome.areas.length === most) {
          expect(least).toBeGreaterThan(most2);
        }
      }),
    );
  });
});
