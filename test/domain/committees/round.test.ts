import { describe, expect, it } from '@jest/globals';
import { placesAgain } from '../../../domain/committees/again';
import { isThird, outcomesOf } from '../../../domain/committees/committee';
import {
  earliestDay,
  isKnownFinal,
  isNoticeDown,
  mayBeCarriedOut,
  noticeDaysOf,
  possibleEvents,
  readDecision,
} from '../../../domain/committees/decision';
import type { DecisionEventKind } from '../../../domain/committees/decision-events';
import {
  firstDayDown,
  dayToSayNotice,
  lastDayOfAppeal,
  lastDayOfAnnouncement,
  noticeFlawsOf,
} from '../../../domain/committees/notice';
import { readRound, type Place } from '../../../domain/committees/round';

const place = (position: number, change: Partial<Place> = {}): Place => ({
  position,
  part: 'opine',
  begun: false,
  outcome: null,
  adjusted: false,
  ...change,
});
const done = { begun: true, outcome: 'support' } as const;

describe('whose turn it is in a circulation', () => {
  it('is everybody at once', () => {
    expect(readRound([place(0), place(1, done)], 'atOnce')).toEqual({ state: 'open', begin: [0] });
  });

  it('is one after the other, the tabled one still the first', () => {
    const places = [place(0, { begun: true, outcome: 'table' }), place(1)];
    expect(readRound(places, 'inOrder')).toEqual({ state: 'open', begin: [] });
    expect(readRound([place(0, done), place(1)], 'inOrder')).toEqual({ state: 'open', begin: [1] });
  });

  it('is first those who say what they think, then each who prepares, then who decides', () => {
    const prepare = { part: 'prepare' } as const;
    const decide = { part: 'decide' } as const;
    const places = [place(0, decide), place(1, prepare), place(2, prepare), place(3), place(4)];
    const begin = (list: Place[]) => readRound(list, 'byPart');
    expect(begin(places)).toEqual({ state: 'open', begin: [3, 4] });
    const heard = places.map((each) => (each.part === 'opine' ? { ...each, ...done } : each));
    expect(begin(heard)).toEqual({ state: 'open', begin: [1] });
    const prepared = heard.map((each) => (each.position === 1 ? { ...each, ...done } : each));
    expect(begin(prepared)).toEqual({ state: 'open', begin: [2] });
    const last = prepared.map((each) => (each.position === 2 ? { ...each, ...done } : each));
    expect(begin(last)).toEqual({ state: 'open', begin: [0] });
  });
});

describe('a body that wants a change', () => {
  const changed = [
    place(0, done),
    place(1, { begun: true, outcome: 'supportWithChange' }),
    place(2),
  ];

  it('ends the round where the process follows changes, and only there', () => {
    expect(readRound(changed, 'inOrder', true)).toEqual({ state: 'changed', by: 1 });
    expect(readRound(changed, 'inOrder')).toEqual({ state: 'open', begin: [2] });
  });

  it('sends the matter to everybody again when it is about something else, else to those who are left', () => {
    const all = ['KFN', 'KS', 'KF'].map((committee) => ({
      ...{ committee, part: 'prepare' as const, proposal: `new for ${committee}` },
    }));
    const places = [
      { ...all[0]!, proposal: 'old', outcome: 'support' as const },
      { ...all[1]!, proposal: 'old', outcome: 'supportWithChange' as const },
      { ...all[2]!, proposal: 'old', outcome: null },
    ];
    const names = (earlier: Parameters<typeof placesAgain>[1]) =>
      placesAgain(all, earlier).map(({ committee, proposal }) => [committee, proposal]);
    const everybody = all.map(({ committee, proposal }) => [committee, proposal]);
    expect(names(undefined)).toEqual(everybody);
    expect(names({ ended: 'changed', alike: false, places })).toEqual(everybody);
    expect(names({ ended: 'referredBack', alike: true, places })).toEqual(everybody);
    expect(names({ ended: 'changed', alike: true, places })).toEqual([['KF', 'new for KF']]);
  });
});

describe('a circulation ends', () => {
  it('when one refers the matter back, whoever is left', () => {
    for (const outcome of ['referBack', 'referBackByThird'] as const) {
      const places = [place(0), place(1, { begun: true, outcome })];
      expect(readRound(places, 'atOnce')).toEqual({ state: 'referredBack', by: 1 });
    }
  });

  it('with the outcome of whoever decides, once its minutes are adjusted', () => {
    const decided = { part: 'decide', begun: true, outcome: 'approve' } as const;
    expect(readRound([place(0, done), place(1, decided)], 'byPart')).toEqual({
      state: 'open',
      begin: [],
    });
    const places = [place(0, done), place(1, { ...decided, adjusted: true })];
    expect(readRound(places, 'byPart')).toEqual({ state: 'decided', outcome: 'approve' });
  });

  it('without an outcome where nobody decides', () => {
    const places = [place(0, done), place(1, { begun: true, outcome: 'note' })];
    expect(readRound(places, 'atOnce')).toEqual({ state: 'decided', outcome: null });
  });
});

it('only the council knows a referral by one third', () => {
  expect(outcomesOf('council', 'decide')).toContain('referBackByThird');
  expect(outcomesOf('committee', 'opine')).not.toContain('referBackByThird');
  const again = outcomesOf('council', 'decide', { isReferredOnce: true });
  expect(again).toEqual(['approve', 'approveWithChange', 'refuse', 'referBack', 'table', 'note']);
  expect([isThird(1, 3), isThird(16, 49), isThird(17, 49), isThird(0, 0)]).toEqual([
    true,
    false,
    true,
    false,
  ]);
});

describe('the notice', () => {
  it('gives three weeks to appeal, and the next working day after a holiday', () => {
    expect(lastDayOfAppeal('2018-06-21')).toBe('2018-07-12');
    // The third Friday after Good Friday's week is an ordinary one; Epiphany is not.
    expect(lastDayOfAppeal('2026-12-16')).toBe('2027-01-07');
    expect(firstDayDown('2018-06-21')).toBe('2018-07-13');
  });

  it('is put up by the second day after the adjustment', () => {
    expect(lastDayOfAnnouncement('2018-06-19')).toBe('2018-06-21');
  });

  it('is said by the last day of the notice, and by the next working day where that has been', () => {
    const meeting = '2027-03-02';
    const asked = (day: string) => new Date(`${day}T12:00:00+01:00`);
    expect(dayToSayNotice({ meeting }, asked('2027-03-04'))).toBe('2027-03-18');
    expect(dayToSayNotice({ meeting, adjusted: meeting }, asked('2027-03-02'))).toBe('2027-03-04');
    expect(dayToSayNotice({ meeting, adjusted: meeting }, asked('2027-03-05'))).toBe('2027-03-08');
    expect(dayToSayNotice({ meeting }, asked('2027-04-30'))).toBe('2027-05-03');
  });

  it('says what is not as the act says', () => {
    const meeting = '2018-06-12';
    expect(noticeFlawsOf({ meeting, adjusted: '2018-06-19', announced: '2018-06-21' })).toEqual([]);
    expect(
      noticeFlawsOf({
        meeting,
        adjusted: '2018-06-27',
        announced: '2018-06-30',
        takenDown: '2018-07-20',
      }),
    ).toEqual(['adjustedLate', 'announcedLate', 'takenDownEarly']);
    const down = { meeting, announced: '2018-06-21', takenDown: '2018-07-13' };
    expect(noticeFlawsOf(down)).toEqual([]);
    // It stays up throughout (KL 8:12): also one that is up again was not.
    const events = (back: string) => [
      { kind: 'announced' as const, day: '2018-06-21' },
      { kind: 'takenDown' as const, day: '2018-06-24' },
      { kind: 'putUpAgain' as const, day: back },
    ];
    expect(noticeFlawsOf(noticeDaysOf(meeting, events('2018-06-26')))).toEqual(['wasDown']);
    expect(noticeFlawsOf(noticeDaysOf(meeting, events('2018-06-24')))).toEqual([]);
  });
});

describe('a decision', () => {
  const on = (...kinds: DecisionEventKind[]) =>
    kinds.map((kind, i) => ({ kind, day: `2027-03-0${i + 1}` }));

  it('can be appealed from its notice, and is final the day after the last day', () => {
    expect(readDecision(on('adjusted'))).toEqual({ state: 'awaitingNotice' });
    expect(readDecision(on('adjusted', 'announced'))).toEqual({
      state: 'appealable',
      finalOn: '2027-03-24',
    });
  });

  it('stays in court until it says what holds', () => {
    const appealed = on('adjusted', 'announced', 'appealed');
    expect(readDecision(appealed)).toEqual({ state: 'appealed', stayed: false });
    expect(readDecision([...appealed, ...on('stayed')])).toMatchObject({ stayed: true });
    expect(readDecision([...appealed, ...on('stayed', 'stayLifted')])).toMatchObject({
      stayed: false,
    });
    expect(readDecision([...appealed, ...on('upheld')])).toEqual({ state: 'final' });
    expect(readDecision([...appealed, ...on('annulled')])).toEqual({ state: 'annulled' });
  });

  it('is heard by a court also when it was thought to be final, or was upheld once', () => {
    for (const held of [on('adjusted', 'announced', 'final'), on('appealed', 'stayed', 'upheld')]) {
      expect(readDecision(held)).toEqual({ state: 'final' });
      expect(possibleEvents(held)).toContain('appealed');
      const appealed = [...held, ...on('appealed')];
      expect(readDecision(appealed)).toEqual({ state: 'appealed', stayed: false });
      for (const kind of ['stayed', 'upheld', 'annulled'] as const) {
        expect(possibleEvents(appealed)).toContain(kind);
      }
      const stayed = [...appealed, ...on('stayed')];
      expect(readDecision(stayed)).toEqual({ state: 'appealed', stayed: true });
      expect(possibleEvents(stayed)).toContain('stayLifted');
      expect(readDecision([...stayed, ...on('annulled')])).toEqual({ state: 'annulled' });
      expect(readDecision([...stayed, ...on('upheld')])).toEqual({ state: 'final' });
    }
  });

  it('applies again where a higher court overturns the judgment that annulled it', () => {
    const annulled = on('adjusted', 'announced', 'appealed', 'annulled');
    const restored = [...annulled, ...on('restored')];
    expect(readDecision(restored)).toEqual({ state: 'final' });
    expect(mayBeCarriedOut(readDecision(restored))).toBe(true);
    expect(possibleEvents(restored)).toContain('appealed');
    expect(possibleEvents(restored)).not.toContain('restored');
    const day = annulled.at(-1)!.day;
    expect(earliestDay('restored', { meeting: '2027-01-01', events: annulled })).toBe(day);
    expect([isKnownFinal(restored), isKnownFinal([...restored, ...on('final')])]).toEqual([
      false,
      true,
    ]);
  });

  it('has its notice taken down, and put up again where that was too early', () => {
    const events = on('adjusted', 'announced', 'appealed', 'certified', 'final');
    const meeting = '2027-02-20';
    const first = (kind: DecisionEventKind) => earliestDay(kind, { meeting, events });
    expect(['announced', 'takenDown', 'stayed'].map((kind) => first(kind as 'stayed'))).toEqual([
      '2027-03-01',
      '2027-03-02',
      meeting,
    ]);
    expect(possibleEvents(events)).not.toContain('putUpAgain');
    events.push({ kind: 'takenDown', day: '2027-03-04' });
    expect([isNoticeDown(events), first('putUpAgain')]).toEqual([true, '2027-03-04']);
    expect(possibleEvents(events)).toContain('putUpAgain');
    events.push({ kind: 'putUpAgain', day: '2027-03-05' });
    expect([isNoticeDown(events), first('takenDown')]).toEqual([false, '2027-03-05']);
    expect(possibleEvents(events)).toContain('takenDown');
  });

  it('lets nothing be recorded that contradicts what has happened', () => {
    expect(possibleEvents([])).toEqual(['adjusted', 'appealed']);
    expect(possibleEvents(on('adjusted'))).toEqual(['announced', 'appealed', 'certified']);
    expect(possibleEvents(on('adjusted', 'announced', 'certified', 'appealed'))).toEqual([
      'takenDown',
      'stayed',
      'upheld',
      'annulled',
    ]);
    const annulled = on('adjusted', 'announced', 'certified', 'takenDown', 'appealed', 'annulled');
    expect(possibleEvents(annulled)).toEqual(['putUpAgain', 'restored']);
  });
});
