import type { ProcessConfiguration } from '../../domain/municipality';

/**
 * The settlement of a year of a transfer. Bodies decide on taking money along to the next year; where a
 * municipality names none, the task `rest` is answered by the delegation it names.
 */
export const budgetSettlement: ProcessConfiguration = {
  applicationForm: 'budget-settlement@1',
  tasks: {
    account: {
      form: 'budget-settlement-account@1',
      answerWithin: { workingDays: 20 },
      remindAfter: [10, 16],
    },
    rest: {
      form: 'budget-settlement-rest@1',
      answerWithin: { workingDays: 10 },
      remindAfter: [5, 8],
    },
  },
};
