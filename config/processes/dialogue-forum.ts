import type { ProcessConfiguration } from '../../domain/municipality';

/** Notes are shared within two weeks, while everybody remembers. */
export const dialogueForum: ProcessConfiguration = {
  applicationForm: 'dialogue-forum@1',
  tasks: {
    notes: {
      form: 'forum-notes@1',
      answerWithin: { workingDays: 10 },
      remindAfter: [5, 8],
    },
  },
};
