import { describe, expect, it } from '@jest/globals';
import { handings, lastDayOf, type GroupTask } from '../../../domain/groups/follow';
import { termOf } from '../../../domain/groups/member';
import { askedIn, sittingOn, standInsIn } from '../../../domain/groups/seats';
import { termIn } from '../../support/group-terms';

const day = '2027-03-10';
const ada = termIn({ name: 'Ada', role: 'chair', to: '2027-03-09' });
const bo = termIn({ name: 'Bo', side: 'sector' });
const cilla = termIn({
  name: 'Cilla',
  replaces: 'Ada',
  from: '2027-03-10',
  position: ada.position,
});
const dag = termIn({ name: 'Dag', role: 'substitute' });
const eva = termIn({ name: 'Eva', role: 'substitute', side: 'sector' });
const own = termIn({ name: 'Own', role: 'substitute', side: 'sector', substituteFor: 'Ada' });
const names = (members: readonly { name: string }[]) => members.map(({ name }) => name);
const on = (members: Parameters<typeof sittingOn>[0], at = day) => sittingOn(members, at);

describe('a group on a day', () => {
  it('is those whose terms that day is in, first and last day included', () => {
    const all = [ada, bo, cilla];
    expect(names(askedIn(on(all, '2027-03-09')))).toEqual(['Ada', 'Bo']);
    expect(names(askedIn(on(all)))).toEqual(['Cilla', 'Bo']);
    expect(names(askedIn(on([{ ...bo, from: '2027-03-10', to: '2027-03-10' }])))).toEqual(['Bo']);
    expect(askedIn(on([{ ...bo, from: '2027-03-11' }]))).toEqual([]);
    expect(askedIn(on([]))).toEqual([]);
  });

  it('has in a vacant seat its own substitute, else one of its side, else one of the other', () => {
    expect(names(askedIn(on([ada, bo, eva, dag, own])))).toEqual(['Own', 'Bo']);
    expect(names(askedIn(on([ada, bo, eva, dag])))).toEqual(['Dag', 'Bo']);
    expect(names(askedIn(on([ada, bo, eva])))).toEqual(['Eva', 'Bo']);
    expect(names(askedIn(on([ada, bo])))).toEqual(['Bo']);
    expect(names(askedIn(on([{ ...ada, seatClosed: true }, bo, dag])))).toEqual(['Bo']);
  });

  it('keeps a personal substitute for the seat, also when it was taken over', () => {
    const sitting = on([ada, cilla, bo, dag, own]);
    expect(names(standInsIn(sitting, 'cilla@gruppen.example'))).toEqual(['Own', 'Dag']);
    expect(names(standInsIn(sitting, 'BO@gruppen.example'))).toEqual(['Dag']);
  });

  it('knows somebody who came back by the term that goes on', () => {
    const again = { ...ada, id: 'again', from: '2027-03-10', to: null };
    expect(termOf([ada, again], ada.email, day)?.id).toBe('again');
    expect(termOf([ada], ada.email, day)?.id).toBe('Ada');
    expect(lastDayOf([ada], ada.email, '2027-03-09')).toBe('2027-03-09');
    expect(lastDayOf([ada], ada.email, day)).toBeUndefined();
  });
});

describe('questions to a group', () => {
  const task = (name: string, position: number, more: Partial<GroupTask> = {}): GroupTask => ({
    ...{ id: name, state: 'open', position, passedOn: null },
    email: `${name.toLowerCase()}@gruppen.example`,
    ...more,
  });
  const handed = (
    tasks: readonly GroupTask[],
    members: Parameters<typeof handings>[1],
    named: readonly string[] = [],
  ) =>
    handings(tasks, members, day, new Set(named)).map(
      (each) => `${each.task} → ${each.to?.name ?? 'nobody'}`,
    );
  const both = [task('Ada', 0), task('Bo', 1)];

  it('go to whoever has taken the seat, else to a substitute, else to nobody', () => {
    expect(handed(both, [ada, bo, cilla, dag])).toEqual(['Ada → Cilla']);
    expect(handed(both, [ada, bo, dag])).toEqual(['Ada → Dag']);
    expect(handed(both, [ada, bo])).toEqual(['Ada → nobody']);
    expect(handed(both, [{ ...ada, seatClosed: true }, bo, dag])).toEqual(['Ada → Dag']);
  });

  it('go to nobody whom the application names, or who has been asked', () => {
    expect(handed(both, [ada, bo, cilla, dag], [cilla.email])).toEqual(['Ada → Dag']);
    expect(handed([...both, task('Dag', 2)], [ada, bo, dag])).toEqual(['Ada → nobody']);
  });

  it('stay where an answer was given, and with whom nobody knows as a member', () => {
    expect(handed([task('Ada', 0, { state: 'answered' })], [ada, bo, cilla])).toEqual([]);
    expect(handed([task('Visitor', 0)], [ada, bo, cilla])).toEqual([]);
    const conflict = task('Ada', 0, { state: 'passedOn', passedOn: 'conflict' });
    expect(handed([conflict], [ada, bo, cilla])).toEqual([]);
  });

  it('go to each of several who have left, and to nobody twice', () => {
    const gone = { ...bo, to: '2027-03-01' };
    expect(handed(both, [ada, gone, dag])).toEqual(['Ada → Dag', 'Bo → nobody']);
    expect(handed(both, [ada, gone, dag, eva])).toEqual(['Ada → Dag', 'Bo → Eva']);
  });

  it('that went to nobody go to whoever takes the seat later, once', () => {
    const left = task('Ada', 0, { state: 'passedOn', passedOn: 'left' });
    expect(handed([left, task('Bo', 1)], [ada, bo])).toEqual([]);
    expect(handed([left, task('Bo', 1)], [ada, bo, cilla])).toEqual(['Ada → Cilla']);
    expect(handed([left, task('Cilla', 0), task('Bo', 1)], [ada, bo, cilla])).toEqual([]);
  });

  it('of a substitute who has left go to the next one', () => {
    const gone = { ...dag, to: '2027-03-01' };
    expect(handed([task('Dag', 0), task('Bo', 1)], [ada, bo, gone, eva])).toEqual(['Dag → Eva']);
  });

  it('wait for others who join: nobody is asked who replaces nobody', () => {
    const joined = termIn({ name: 'Joined', from: day });
    expect(handed([task('Bo', 0)], [bo, joined])).toEqual([]);
  });
});
