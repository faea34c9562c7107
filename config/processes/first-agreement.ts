import type { ProcessConfiguration } from '../../domain/municipality';

/**
 * Meetings and workshops take what they take: the contact person is asked after some months whether they
 * are done, and again until they are. The survey and the draft have the days that the contact person sets.
 */
export const firstAgreement: ProcessConfiguration = {
  applicationForm: 'first-agreement@2',
  tasks: {
    openSurvey: {
      form: 'first-agreement-survey-opening@1',
      answerWithin: { days: 120 },
      remindAfter: [60, 100],
    },
    survey: {
      form: 'first-agreement-survey@1',
      answerWithin: { days: 28 },
      remindAfter: [14, 24],
    },
    closeWorkshops: {
      form: 'first-agreement-workshops-closing@1',
      answerWithin: { days: 120 },
      remindAfter: [60, 100],
    },
    handOver: {
      form: 'first-agreement-draft@1',
      answerWithin: { days: 60 },
      remindAfter: [30, 50],
    },
  },
};
