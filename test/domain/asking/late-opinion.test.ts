import { describe, expect, it } from '@jest/globals';
import { maySpeakLate } from '../../../domain/asking/late-opinion';

const at = (day: number) => new Date(Date.UTC(2026, 2, day));
const late = { id: 'late', kind: 'consult', state: 'closed', opened_at: at(1) };
const review = { id: 'review', kind: 'review', state: 'open', opened_at: at(2) };

describe('a member whom the group did not wait for', () => {
  it('may speak while nobody has decided', () => {
    expect(maySpeakLate(late, [late, review])).toBe(true);
  });

  it.each(['answered', 'closed', 'passedOn'])('may not once the decision is %s', (state) => {
    expect(maySpeakLate(late, [late, { ...review, state }])).toBe(false);
  });

  it('may not before the decision is asked for', () => {
    expect(maySpeakLate(late, [late])).toBe(false);
  });

  it('may not about an application that the group has been asked about anew', () => {
    const anew = { ...late, id: 'anew', state: 'open', opened_at: at(5) };
    expect(maySpeakLate(late, [late, review, anew])).toBe(false);
  });

  it.each(['open', 'answered', 'passedOn', 'waiting'])('is not one who is %s', (state) => {
    expect(maySpeakLate({ ...late, state }, [review])).toBe(false);
  });

  it('is a member, not somebody else whose question was closed', () => {
    expect(maySpeakLate({ ...late, kind: 'sign' }, [review])).toBe(false);
  });
});
