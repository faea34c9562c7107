import type { ProcessConfiguration } from '../../domain/municipality';

/** A complaint or an unclear matter is answered within ten working days; silence for thirty days ends it. */
export const dialogue: ProcessConfiguration = {
  applicationForm: 'dialogue-matter@1',
  tasks: {
    reply: {
      form: 'dialogue-reply@1',
      answerWithin: { workingDays: 10 },
      remindAfter: [5, 8],
    },
    react: {
      form: 'dialogue-reaction@1',
      answerWithin: { days: 30 },
      remindAfter: [14, 25],
    },
  },
};
