import { raisedMatters } from '../../../domain/dialogue/raised-matters';
import type { Answers } from '../../../domain/forms/types';

const answers = (...matters: unknown[]) => ({ matters }) as unknown as Answers;
const premises = { theme: 'premises', text: 'Lokalen är låst på kvällen.' };

describe('matters raised in an answer', () => {
  it('are each a matter of its own, in the order they were written', () => {
    const other = { theme: 'information', text: 'Vem svarar på frågor om bidrag?' };
    expect(raisedMatters(answers(premises, other))).toEqual([premises, other]);
  });

  it('are one where the same is said twice, however it is broken into lines', () => {
    const again = { theme: 'premises', text: ' Lokalen är låst\npå   kvällen. ' };
    expect(raisedMatters(answers(premises, again))).toHaveLength(1);
    expect(raisedMatters(answers(premises, { ...again, theme: 'support' }))).toHaveLength(2);
  });

  it('are none where nothing was written', () => {
    for (const none of [{}, answers(), answers({ theme: 'premises', text: ' \n ' })]) {
      expect(raisedMatters(none)).toEqual([]);
    }
    expect(raisedMatters({ matters: 'Lokalen' })).toEqual([]);
  });
});
