import { ActivityFailure, ApplicationFailure, isCancellation } from '@temporalio/workflow';

/** The code of an activity's final failure, or null for anything else, such as continue-as-new. */
export function failureCode(error: unknown): string | null {
  if (!(error instanceof ActivityFailure) || isCancellation(error)) return null;
  return error.cause instanceof ApplicationFailure ? (error.cause.type ?? 'unknown') : 'unknown';
}
