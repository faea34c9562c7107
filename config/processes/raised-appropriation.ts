import type { ProcessConfiguration } from '../../domain/municipality';

/** A request for a raised appropriation waits for the budget process, which takes most of a year. */
export const raisedAppropriation: ProcessConfiguration = {
  applicationForm: 'raised-appropriation-request@1',
  tasks: {
    appraise: {
      form: 'raised-appropriation-answer@2',
      answerWithin: { days: 330 },
      remindAfter: [150, 270, 320],
    },
  },
};
