import { describe, expect, it } from '@jest/globals';
import { servingFaults } from '../../../domain/committees/serving-faults';

const serving = ['Ada Ask', 'Bo Björk', 'Cia Ceder', 'Dan Dahl'].map((name) => ({ name }));

describe('among those serving', () => {
  it('nobody has a conflict of interest', () => {
    const conflicts = [{ name: 'Eva Ek' }, { name: ' bo  björk ' }, { name: '' }];
    expect(servingFaults({ serving, conflicts })).toEqual({ 'conflicts.1.name': 'servesToo' });
  });

  it('nobody stands twice, or is counted twice', () => {
    const twice = [...serving.slice(0, 2), { name: 'ada ask (A)' }];
    const votes = [{ yes: '2', no: '1' }];
    expect(servingFaults({ serving: twice, votes })).toEqual({
      'serving.2.name': 'servesTwice',
      'votes.0.yes': 'votesTooMany',
    });
  });

  it('whoever has a conflict proposes nothing, and only those there enter a reservation', () => {
    const conflicts = [{ name: 'Eva Ek' }];
    const floorProposals = ['Ordförande Ada Ask (A)', 'Eva Ek (E)'].map((name) => ({ name }));
    const reservers = ['Bo Björk (B) och Cia Ceder (C)', 'Eva Ek', 'Fia Fors', 'A', ''];
    const party = [{ name: 'Ada Ask', party: 'A' }, ...serving.slice(1)];
    const reservations = reservers.map((name) => ({ name }));
    expect(servingFaults({ serving: party, conflicts, floorProposals, reservations })).toEqual({
      'floorProposals.1.name': 'hasConflict',
      'reservations.1.name': 'hasConflict',
      'reservations.2.name': 'servesNot',
    });
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
