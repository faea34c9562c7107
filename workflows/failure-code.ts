import {
  ActivityFailure,
  ApplicationFailure,
  isCancellation,
  TemporalFailure,
} from '@temporalio/workflow';

/** The code of an activity's final failure, or null for anything else, such as continue-as-new. */
export function failureCode(error: unknown): string | null {
  if (!(error instanceof TemporalFailure) || isCancellation(error)) return null;
  return applicationFailure(error)?.type ?? 'unknown';
}

/** Whether an activity said that trying again is of no use. */
export function isFinal(error: unknown): boolean {
  return isCancellation(error) || applicationFailure(error)?.nonRetryable === true;
}

/** What the activity threw: an ordinary one's comes wrapped, a local one's as it is. */
function applicationFailure(error: unknown): ApplicationFailure | undefined {
  const failure = error instanceof ActivityFailure ? error.cause : error;
  return failure instanceof ApplicationFailure ? failure : undefined;
}
