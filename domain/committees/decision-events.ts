/** What can happen to a decision after it was taken, each on a day of its own. */
export const decisionEvents = [
  'adjusted',
  'announced',
  'takenDown',
  'putUpAgain',
  'appealed',
  'stayed',
  'stayLifted',
  'annulled',
  'upheld',
  'restored',
  'certified',
  'final',
] as const;
export type DecisionEventKind = (typeof decisionEvents)[number];

/** What an official records; that it is final the record finds out by itself. */
export const recordedEvents = decisionEvents.filter(
  (kind): kind is Exclude<DecisionEventKind, 'final'> => kind !== 'final',
);
