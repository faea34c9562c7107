import type { ProcessConfiguration } from '../../domain/municipality';

/** A matter among committees has no days of its own: each committee has its meeting. */
export const circulation: ProcessConfiguration = {
  applicationForm: 'circulation@1',
  tasks: {},
};

/**
 * The days to record a decision begin with the meeting. Minutes are adjusted within 14 days (KL 5:69)
 * and announced by the second day after that (KL 8:12).
 */
export const committeeMatter: ProcessConfiguration = {
  applicationForm: 'committee-matter@1',
  tasks: {
    decide: {
      form: 'committee-record@2',
      answerWithin: { workingDays: 5 },
      remindAfter: [3],
    },
    minutes: {
      form: 'committee-minutes@1',
      // At the latest: minutes that were adjusted at the meeting have until the second day after it.
      answerWithin: { days: 16 },
      remindAfter: [12, 15],
    },
  },
};
