import { describe, expect, it } from '@jest/globals';
import { servingFaults } from '../../../domain/committees/serving-faults';

const serving = ['Ada Ask', 'Bo Björk', 'Cia Ceder', 'Dan Dahl'].map((name) => ({ name }));

describe('among those serving', () => {
  it('nobody has a conflict of interest', () => {
    const conflicts = [{ name: 'Eva Ek' }, { name: ' bo  björk ' }, { name: '' }];
    expect(servingFaults({ serving, conflicts })).toEqual({ 'conflicts.1.name': 'servesToo' });
  });

  it('no more vote than there are', () => {
    const votes = [
      { yes: '2', no: '1', abstained: '1' },
      { yes: '3', no: '2' },
    ];
    expect(servingFaults({ serving, votes })).toEqual({ 'votes.1.yes': 'votesTooMany' });
    // Whoever has a conflict takes no part in the vote.
    expect(servingFaults({ serving, votes, conflicts: [{ name: 'Dan Dahl' }] })).toEqual({
      ...{ 'conflicts.0.name': 'servesToo' },
      ...{ 'votes.0.yes': 'votesTooMany', 'votes.1.yes': 'votesTooMany' },
    });
  });

  it('a third refers back, and no more than all', () => {
    const back = (referralVotes: string) =>
      servingFaults({ serving, outcome: 'referBackByThird', referralVotes });
    expect(back('1')).toEqual({ referralVotes: 'thirdTooFew' });
    expect(back('2')).toEqual({});
    expect(back('5')).toEqual({ referralVotes: 'votesTooMany' });
    expect(back('två')).toEqual({});
  });
});
