/** The steps of the way to a first agreement, in their order. */
export const firstAgreementSteps = ['meet', 'survey', 'workshops', 'draft'] as const;
export type FirstAgreementStep = (typeof firstAgreementSteps)[number];

/** A step is done, under way, to come, or was left because the work was ended early. */
export interface StepStand {
  id: FirstAgreementStep;
  state: 'done' | 'now' | 'next' | 'left';
}

/** What the record has of a way to a first agreement. */
export interface Passed {
  surveyOpened: boolean;
  surveyClosed: boolean;
  workshopsClosed: boolean;
  handedOver: boolean;
  /** A person has ended it early. */
  ended: boolean;
}

/** Where the work stands. */
export function stepsAt(passed: Passed): StepStand[] {
  const done = [
    passed.surveyOpened,
    passed.surveyClosed,
    passed.workshopsClosed,
    passed.handedOver,
  ].filter(Boolean).length;
  return firstAgreementSteps.map((id, i) => {
    if (i < done) return { id, state: 'done' };
    if (passed.ended) return { id, state: 'left' };
    return { id, state: i === done ? 'now' : 'next' };
  });
}
