import type { ProcessConfiguration } from '../../domain/municipality';

/** A request for a transfer; which bodies decide it is the municipality's own. */
export const budgetTransfer: ProcessConfiguration = {
  applicationForm: 'budget-transfer-request@1',
  tasks: {
    verify: {
      form: 'budget-transfer-check@1',
      answerWithin: { workingDays: 10 },
      remindAfter: [5, 8],
    },
    complete: { answerWithin: { workingDays: 15 }, remindAfter: [7, 12] },
    adjust: { answerWithin: { workingDays: 15 }, remindAfter: [7, 12] },
    lapse: {
      form: 'budget-transfer-lapse@1',
      answerWithin: { workingDays: 10 },
      remindAfter: [5],
    },
  },
};
