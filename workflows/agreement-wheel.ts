import {
  condition,
  continueAsNew,
  isCancellation,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { ProcessState } from '../domain/process';
import { lookAtWheel, tellTermsEnding } from './activities';
import { isFinal } from './failure-code';
import { wakeSignal } from './messages';

/** A year takes a handful of events: one run lasts for some twenty years. */
const eventsInOneRun = 500;

/** A wheel that cannot be turned, because a setting is missing, is tried again the next day. */
const tryAgainMs = 24 * 3600 * 1000;

/**
 * The year's wheel of an agreement: opens the follow-up of each year on its day, for as long as there
 * is an agreement, and has it told when terms in a group are about to end. `caseId` is the wheel's id.
 */
export async function agreementWheel(state: ProcessState): Promise<void> {
  const { municipalityId } = state;
  let asked = true;
  setHandler(wakeSignal, () => {
    asked = true;
  });
  for (;;) {
    asked = false;
    const found = await lookAtWheel({ municipalityId, at: Date.now() }).catch(tomorrow);
    const { until } = found.termsEnd
      ? await tellTermsEnding({ municipalityId }).then(() => found, againFrom(found))
      : found;
    await condition(() => asked, Math.max(1, until - Date.now()));
    if (workflowInfo().historyLength > eventsInOneRun) {
      await continueAsNew<typeof agreementWheel>(state);
    }
  }
}

/** The mail server has been away for long: the wheel turns on, and tries again the next day. */
function againFrom({ until }: { until: number }) {
  return (error: unknown): { until: number } => {
    if (isCancellation(error)) throw error;
    return { until: Math.min(until, Date.now() + tryAgainMs) };
  };
}

/** Nothing that no retry can cure may stop the wheel for good; the worker's log names the fault. */
function tomorrow(error: unknown): { until: number; termsEnd?: true } {
  if (!isFinal(error)) throw error;
  return { until: Date.now() + tryAgainMs };
}
