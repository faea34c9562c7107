import type { ProcessConfiguration } from '../../domain/municipality';

/** Where the committee has set a day, an office has until then instead; reminders stay as far from it. */
export const commission: ProcessConfiguration = {
  applicationForm: 'commission@1',
  tasks: {
    commission: {
      form: 'commission-answer@1',
      answerWithin: { workingDays: 60 },
      remindAfter: [30, 55],
    },
    report: {
      form: 'commission-report@1',
      answerWithin: { workingDays: 5 },
      remindAfter: [3],
    },
  },
};
