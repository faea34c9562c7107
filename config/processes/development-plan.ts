import type { ProcessConfiguration } from '../../domain/municipality';

/** The contact point evaluates the plan, and the partnership group decides. */
export const developmentPlan: ProcessConfiguration = {
  applicationForm: 'development-plan@1',
  tasks: {
    evaluate: { answerWithin: { workingDays: 20 }, remindAfter: [10, 16] },
    decidePlan: {
      form: 'development-plan-decision@1',
      asks: { group: 'partnershipGroup', rule: { kind: 'atLeast', count: 2 } },
      answerWithin: { workingDays: 10 },
      remindAfter: [5, 8],
    },
  },
};
