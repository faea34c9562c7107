import { condition, continueAsNew, setHandler, workflowInfo } from '@temporalio/workflow';
import type { ProcessState } from '../domain/process';
import { lookAtWheel } from './activities';
import { isFinal } from './failure-code';
import { wakeSignal } from './messages';

/** A year takes a handful of events: one run lasts for some twenty years. */
const eventsInOneRun = 500;

/** A wheel that cannot be turned, because a setting is missing, is tried again the next day. */
const tryAgainMs = 24 * 3600 * 1000;

/**
 * The year's wheel of an agreement: opens the follow-up of each year on its day, for as long as there
 * is an agreement. `caseId` is the wheel's id.
 */
export async function agreementWheel(state: ProcessState): Promise<void> {
  const { municipalityId } = state;
  let asked = true;
  setHandler(wakeSignal, () => {
    asked = true;
  });
  for (;;) {
    asked = false;
    const { until } = await lookAtWheel({ municipalityId, at: Date.now() }).catch(tomorrow);
    await condition(() => asked, Math.max(1, until - Date.now()));
    if (workflowInfo().historyLength > eventsInOneRun) {
      await continueAsNew<typeof agreementWheel>(state);
    }
  }
}

/** Nothing that no retry can cure may stop the wheel for good; the worker's log names the fault. */
function tomorrow(error: unknown): { until: number } {
  if (!isFinal(error)) throw error;
  return { until: Date.now() + tryAgainMs };
}
