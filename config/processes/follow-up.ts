import type { ProcessConfiguration } from '../../domain/municipality';

/** Everybody has four weeks, and is reminded twice; whoever answers later is counted until the group gets the report. */
export const followUp: ProcessConfiguration = {
  applicationForm: 'follow-up-cycle@1',
  tasks: {
    followUp: { answerWithin: { days: 28 }, remindAfter: [14, 24] },
    comment: {
      form: 'follow-up-comment@1',
      answerWithin: { workingDays: 15 },
      remindAfter: [7, 12],
    },
    reviewReport: {
      form: 'follow-up-review@1',
      asks: { group: 'partnershipGroup', rule: { kind: 'atLeast', count: 2 } },
      answerWithin: { workingDays: 10 },
      remindAfter: [5, 8],
    },
  },
};
