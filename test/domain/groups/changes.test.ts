import { describe, expect, it } from '@jest/globals';
import { groupChangeFaults, membersFor } from '../../../domain/groups/changes';
import { groupChangeForm } from '../../../domain/groups/change-forms';
import { groupChanges, sinceEver } from '../../../domain/groups/member';
import { endingTerms, nextNotice, termsToTell } from '../../../domain/groups/notices';
import { fewerThan } from '../../../domain/groups/quorum';
import { definitionFaults } from '../../../domain/forms/check-definition';
import { termIn } from '../../support/group-terms';

const today = '2027-03-10';
const ada = termIn({ name: 'Ada', role: 'chair', from: '2026-01-01', to: '2027-12-31' });
const bo = termIn({ name: 'Bo', side: 'sector' });
const dag = termIn({ name: 'Dag', role: 'substitute', from: '2026-01-01' });
const all = [ada, bo, dag];
const faults = (
  kind: Parameters<typeof groupChangeFaults>[0],
  answers: Parameters<typeof groupChangeFaults>[1],
  members = all,
) => groupChangeFaults(kind, answers, members);

describe('a change of a group', () => {
  const cilla = { email: 'cilla@gruppen.example', from: '2027-04-01' };

  it('is refused where a term ends before it begins', () => {
    expect(faults('addMember', { ...cilla, to: '2027-03-31' })).toEqual({
      to: 'endsBeforeItBegins',
    });
    expect(faults('addMember', { ...cilla, to: '2027-04-01' })).toEqual({});
    expect(faults('endMember', { member: 'Ada', day: '2025-12-31' })).toEqual({
      day: 'endsBeforeItBegins',
    });
    expect(faults('endMember', { member: 'Ada', day: '2028-01-01' })).toEqual({ day: 'dayAhead' });
    expect(faults('endMember', { member: 'Ada', day: '2027-03-09' })).toEqual({});
  });

  it('is refused where the address is a member’s in those days', () => {
    const again = { email: 'ADA@gruppen.example', from: '2027-12-31' };
    expect(faults('addMember', again)).toEqual({ email: 'emailRepeated' });
    expect(faults('addMember', { ...again, from: '2028-01-01' })).toEqual({});
    const bos = { member: 'Ada', email: bo.email };
    expect(faults('changeEmail', bos)).toEqual({ email: 'emailRepeated' });
    expect(faults('changeEmail', { member: 'Ada', email: ada.email })).toEqual({ email: 'same' });
    expect(faults('replaceMember', { ...bos, from: '2027-04-01' })).toEqual({
      email: 'emailRepeated',
    });
  });

  it('is refused where a mailbox is said to be as it is already', () => {
    expect(faults('changeShared', { member: 'Ada', shared: 'no' })).toEqual({ shared: 'same' });
    expect(faults('changeShared', { member: 'Ada', shared: 'yes' })).toEqual({});
  });

  it('is refused where there would be two chairs', () => {
    expect(faults('addMember', { ...cilla, role: 'chair' })).toEqual({ role: 'same' });
    expect(faults('addMember', { ...cilla, role: 'chair', from: '2028-01-01' })).toEqual({});
    const next = termIn({ name: 'Next', role: 'chair', from: '2028-01-01' });
    expect(faults('extendTerm', { member: 'Ada', to: '2028-06-30' }, [...all, next])).toEqual({
      to: 'same',
    });
  });

  it('lets a substitute take a seat over, and nobody before the seat was taken', () => {
    const promoted = { member: 'Bo', email: dag.email, from: '2027-04-01' };
    expect(faults('replaceMember', promoted)).toEqual({});
    const early = { ...cilla, member: 'Ada', from: '2026-01-01' };
    expect(faults('replaceMember', early)).toEqual({ from: 'dayBehind' });
  });

  it('extends a term to a later day, and not into somebody else’s', () => {
    expect(faults('extendTerm', { member: 'Ada', to: '2027-12-31' })).toEqual({ to: 'dayBehind' });
    expect(faults('extendTerm', { member: 'Ada' })).toEqual({});
    const next = termIn({ name: 'Next', from: '2028-02-01', replaces: 'Ada' });
    expect(faults('extendTerm', { member: 'Ada', to: '2028-02-01' }, [...all, next])).toEqual({
      to: 'dayAhead',
    });
  });

  it('is about those whom it can be about', () => {
    const who = (kind: Parameters<typeof membersFor>[0], members = all) =>
      membersFor(kind, members, today).map(({ name }) => name);
    expect(who('replaceMember')).toEqual(['Ada', 'Bo']);
    expect(who('extendTerm')).toEqual(['Ada']);
    expect(who('endMember')).toEqual(['Ada', 'Bo', 'Dag']);
    expect(who('closeSeat')).toEqual([]);
    const gone = { ...bo, from: '2026-01-01', to: '2027-01-01' };
    expect(who('closeSeat', [ada, gone])).toEqual(['Bo']);
    expect(who('replaceMember', [ada, { ...gone, seatClosed: true }])).toEqual(['Ada']);
  });

  it.each(groupChanges)('has a whole form for %s', (kind) => {
    const faults = definitionFaults(groupChangeForm(kind, all, today));
    // Those it is about have been put into its lists.
    expect(faults.filter((fault) => !fault.includes('two lists of options'))).toEqual([]);
  });
});

describe('the end of a term', () => {
  const told = (to: string | null, endTold: string | null = null, name = 'Ada') => ({
    ...termIn({ name, from: sinceEver, to }),
    endTold,
  });

  it('is said sixty days before, once for each last day, unless somebody is to follow', () => {
    expect(termsToTell([told('2027-05-09')], today)).toHaveLength(1);
    expect(termsToTell([told('2027-05-10')], today)).toEqual([]);
    expect(termsToTell([told('2027-05-09', '2027-05-09')], today)).toEqual([]);
    expect(termsToTell([told('2027-05-09', '2027-04-01')], today)).toHaveLength(1);
    expect(termsToTell([told('2027-03-09'), told(null)], today)).toEqual([]);
    const follower = termIn({ name: 'Bo', replaces: 'Ada', from: '2027-05-10' });
    expect(endingTerms([told('2027-05-09'), follower], today)).toEqual([]);
  });

  it('is looked at again on the day on which it is to be said', () => {
    expect(nextNotice([told('2027-05-10'), told('2027-08-01')], today)).toBe('2027-03-11');
    expect(nextNotice([told('2027-05-10', '2027-05-10'), told(null)], today)).toBeUndefined();
  });
});

describe('a quorum', () => {
  it('is of at least one', () => {
    expect(fewerThan({ kind: 'atLeast', count: 2 }, 1)).toBe(true);
    expect(fewerThan({ kind: 'atLeast', count: 2 }, 2)).toBe(false);
    expect(fewerThan({ kind: 'all' }, 0)).toBe(true);
  });
});
