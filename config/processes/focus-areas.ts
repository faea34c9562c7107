import type { ProcessConfiguration } from '../../domain/municipality';

/**
 * The contact point makes a short list. Then either the parties have three weeks to vote and the contact
 * point breaks a tie, or the partnership group decides; `followUp.focusAreas` says which.
 */
export const focusAreas: ProcessConfiguration = {
  applicationForm: 'focus-areas@1',
  tasks: {
    shortlist: { answerWithin: { workingDays: 10 }, remindAfter: [5, 8] },
    voteFocus: { answerWithin: { days: 21 }, remindAfter: [10, 18] },
    decideFocus: {
      form: 'focus-areas-decision@1',
      asks: { group: 'partnershipGroup', rule: { kind: 'atLeast', count: 2 } },
      answerWithin: { workingDays: 10 },
      remindAfter: [5, 8],
    },
    breakTie: { answerWithin: { workingDays: 5 }, remindAfter: [3] },
  },
};
