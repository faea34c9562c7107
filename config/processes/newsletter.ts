import type { ProcessConfiguration } from '../../domain/municipality';

/** A published report begins a newsletter; the contact point has two weeks to go through the draft. */
export const newsletter: ProcessConfiguration = {
  applicationForm: 'newsletter@1',
  tasks: {
    write: {
      form: 'newsletter-write@1',
      answerWithin: { workingDays: 10 },
      remindAfter: [5, 8],
    },
  },
};
