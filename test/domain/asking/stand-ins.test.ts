import { describe, expect, it } from '@jest/globals';
import { conflictsOfInterest } from '../../../domain/asking/conflicts';
import { ruleAmong, seated } from '../../../domain/asking/stand-ins';
import { sittingOn } from '../../../domain/groups/seats';
import { termIn } from '../../support/group-terms';
import { fullShape } from '../../support/full-shape';

const person = (name: string) => ({ name, email: `${name}@x.example` });
const bo = termIn({ name: 'Bo Söderby', email: 'Bo@gruppen.example' });
const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(person) as [P, P, P, P];
type P = ReturnType<typeof person>;
const named = (...people: P[]) => new Set(people.map(({ email }) => email));

describe('seated', () => {
  it('asks everybody whom the application does not name', () => {
    expect(seated([a, b], () => [c], named(d))).toEqual([
      { asked: a, excused: null },
      { asked: b, excused: null },
    ]);
  });

  it('asks the stand-in of whoever is named, whatever the case of the address', () => {
    const shouting = { ...b, email: b.email.toUpperCase() };
    expect(seated([a, shouting], () => [c, d], named(b))).toEqual([
      { asked: a, excused: null },
      { asked: c, excused: shouting },
    ]);
  });

  it('asks no stand-in who is named, asked already or taken', () => {
    expect(seated([a, b], () => [c, d, a], named(a, b, c))).toEqual([
      { asked: d, excused: a },
      { asked: null, excused: b },
    ]);
  });
});

describe('ruleAmong', () => {
  it('takes a quorum of those who are left', () => {
    expect(ruleAmong({ kind: 'atLeast', count: 3 }, 2)).toEqual({ kind: 'atLeast', count: 2 });
    expect(ruleAmong({ kind: 'atLeast', count: 2 }, 2)).toEqual({ kind: 'atLeast', count: 2 });
    expect(ruleAmong({ kind: 'all' }, 1)).toEqual({ kind: 'all' });
  });
});

describe('conflictsOfInterest', () => {
  it('names each who would be asked, with everything they would be asked', () => {
    const officer = fullShape.caseOfficer.email;
    const found = conflictsOfInterest(fullShape, 'accession', {
      named: new Set([officer, 'bo@gruppen.example', 'nobody@x.example']),
      groups: { partnershipGroup: sittingOn([bo], '2026-11-23') },
    });
    expect(found).toEqual([
      { name: fullShape.caseOfficer.name, kinds: ['review', 'lapse', 'check', 'settle'] },
      { name: 'Bo Söderby', kinds: ['consult'] },
    ]);
  });
});
