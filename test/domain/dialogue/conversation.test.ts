import { untilReply, type Conversation, type Message } from '../../../domain/dialogue/conversation';
import { dialogueTimes, median } from '../../../domain/dialogue/dialogue-figures';

const message = (from: Message['from'], text: string): Message => ({
  ...{ from, by: null, at: `2027-10-0${text.length}T10:00:00.000Z`, text },
});
const whole: Conversation = {
  theme: 'Lokaler',
  asker: 'Lyktan',
  messages: [
    message('asker', 'a'),
    message('municipality', 'bb'),
    message('asker', 'ccc'),
    message('municipality', 'dddd'),
  ],
  ended: 'byAsker',
};

describe('a conversation', () => {
  it('was with each answer what had been written by then, and had not ended', () => {
    const texts = (nth: number) => untilReply(whole, nth).messages.map(({ text }) => text);
    expect(texts(1)).toEqual(['a', 'bb']);
    expect(texts(2)).toEqual(['a', 'bb', 'ccc', 'dddd']);
    expect(untilReply(whole, 2).ended).toBeNull();
  });

  it('is whole, with how it ended, after its last answer', () => {
    expect(untilReply(whole, 3)).toBe(whole);
  });
});

describe('the times of dialogues', () => {
  it('are the ended ones and the median of those that were answered', () => {
    const one = (daysToAnswer: number | null, closed = false) => ({
      ...{ theme: 'premises', closed, daysToAnswer },
    });
    expect(dialogueTimes([one(2, true), one(9), one(3), one(null)])).toEqual({
      closed: 1,
      answered: 3,
      medianDays: 3,
    });
    expect(dialogueTimes([one(null)])).toEqual({ closed: 0, answered: 0, medianDays: null });
  });

  it('have a median between two in the middle', () => {
    expect(median([10, 1, 4, 3])).toBe(3.5);
    expect(median([])).toBeNull();
  });
});
